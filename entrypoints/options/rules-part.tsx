import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { themes, type Theme } from '../../utils/core/rule.ts';
import { ask } from '../../utils/platform/ask.ts';
import type { ListedRule } from '../../utils/platform/list-rules.ts';
import type { Tally } from '../../utils/platform/tallies.ts';
import { Locked } from './locked.tsx';
import { PackAge } from './pack-age.tsx';
import { RuleRow } from './rule-row.tsx';
import type { Acting, Shown } from './use-options.ts';

/** Of one version of the extension they are always the same, and long. */
let reading: Promise<readonly ListedRule[]> | undefined;
const readRules = () => (reading ??= ask('rules', {}).catch((error) => { reading = undefined; throw error; }));

/** Every rule: what it watches for, how often it spoke, and a switch. */
export function RulesPart({ shown, acting: { attempt, set } }: { shown: Shown; acting: Acting }) {
  const [sought, setSought] = useState('');
  const [theme, setTheme] = useState<Theme | ''>('');
  const { tallies } = shown;
  const [rules, setRules] = useState<readonly ListedRule[]>();
  useEffect(() => attempt(readRules().then(setRules)), [attempt]);
  const hits = useMemo(() => hitsIn(tallies), [tallies]);
  const setting = shown.settings.disabledRules;
  const off = new Set(setting.value);
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = (rules ?? []).filter((rule) => (theme === '' || rule.theme === theme) && words.every((word) => textOf(rule).includes(word)));
  const turn = (id: string, on: boolean) => set('disabledRules', on ? setting.value.filter((one) => one !== id) : [...setting.value, id]);
  return (
    <>
      <PackAge pack={shown.pack} />
      <section class="panel">
        <h2>{i18n.t('rules.title')}</h2>
        <Locked setting={setting} />
        <div class="actions">
          <label class="search">
            <ActionIcon action="search" /><span class="unseen">{i18n.t('rules.search')}</span>
            <input type="search" value={sought} placeholder={i18n.t('rules.search')} onInput={({ currentTarget }) => setSought(currentTarget.value)} />
          </label>
          <label>
            <span class="unseen">{i18n.t('rules.theme')}</span>
            <select value={theme} onChange={({ currentTarget }) => setTheme(currentTarget.value as Theme | '')}>
              <option value="">{i18n.t('rules.allThemes')}</option>
              {themes.map((one) => <option key={one} value={one}>{i18n.t(`finding.theme.${one}`)}</option>)}
            </select>
          </label>
        </div>
        <p class="small soft" role="status">{rules ? i18n.t('rules.found', found.length) : i18n.t('rules.loading')}</p>
        <ul class="findings">
          {found.map((rule) => (
            <RuleRow key={rule.id} rule={rule} hits={hits.get(rule.id) ?? 0} isOn={!off.has(rule.id)} isLocked={setting.locked} onTurn={(on) => turn(rule.id, on)} />
          ))}
        </ul>
      </section>
    </>
  );
}

const textOf = ({ id, title, rationale }: ListedRule): string => `${id} ${title} ${rationale}`.toLocaleLowerCase();

/** How often each rule spoke in the days that are counted. */
function hitsIn(tallies: readonly Tally[]): ReadonlyMap<string, number> {
  const hits = new Map<string, number>();
  for (const { rules } of tallies) for (const [rule, count] of Object.entries(rules)) hits.set(rule, (hits.get(rule) ?? 0) + count);
  return hits;
}
