import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { fold } from '../../utils/core/fold.ts';
import { ask } from '../../utils/platform/ask.ts';
import type { ListedRule } from '../../utils/platform/list-rules.ts';
import { hitsIn } from './hits-in.ts';
import { Locked } from './locked.tsx';
import { PackAge } from './pack-age.tsx';
import { RuleRow } from './rule-row.tsx';
import { RuleSearch, type Sought } from './rule-search.tsx';
import type { Acting, Shown } from './use-options.ts';

/** Of one version of the extension they are always the same, and long. */
let reading: Promise<readonly ListedRule[]> | undefined;
const readRules = () => (reading ??= ask('rules', {}).catch((error) => { reading = undefined; throw error; }));

/** Every rule: what it watches for, how often it spoke, and a switch. */
export function RulesPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  const { attempt, turn } = acting;
  const [sought, setSought] = useState<Sought>({ words: '', theme: '', which: 'all' });
  const { tallies } = shown;
  const [rules, setRules] = useState<readonly ListedRule[]>();
  const [fault, setFault] = useState<string>();
  useEffect(() => attempt(readRules().then(setRules, (error: Error) => setFault(error.message))), [attempt]);
  const hits = useMemo(() => hitsIn(tallies), [tallies]);
  const texts = useMemo(() => new Map(rules?.map((rule) => [rule, textOf(rule)])), [rules]);
  const setting = shown.settings.disabledRules;
  const off = new Set(setting.value);
  const words = folded(sought.words).split(/\s+/).filter(Boolean);
  const isOfThese = ({ id }: ListedRule) => sought.which === 'all' || (sought.which === 'off' ? off.has(id) : hits.has(id));
  const found = (rules ?? []).filter((rule) =>
    (sought.theme === '' || rule.theme === sought.theme) && isOfThese(rule) && words.every((word) => texts.get(rule)!.includes(word)));
  return (
    <>
      <PackAge shown={shown} acting={acting} />
      <section class="panel">
        <h2>{i18n.t('rules.title')}</h2>
        <Locked setting={setting} />
        <RuleSearch sought={sought} onSeek={setSought} />
        <p class="small soft" role="status">{fault === undefined ? (rules ? i18n.t('rules.found', found.length) : i18n.t('rules.loading')) : i18n.t('rules.failed', [fault])}</p>
        <ul class="findings">
          {found.map((rule) => (
            <RuleRow key={rule.id} rule={rule} hits={hits.get(rule.id)} isOn={!off.has(rule.id)} isLocked={setting.locked} onTurn={(on) => turn('disabledRules', rule.id, !on)} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** As the rules themselves read: without case, width and accents, in every script. */
const folded = (text: string): string => fold(text.normalize('NFKC')).text;
const textOf = ({ id, title, rationale, normal }: ListedRule): string => folded(`${id} ${title} ${rationale} ${normal}`);
