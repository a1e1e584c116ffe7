import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { shownLanguage } from '../../components/set-language.ts';
import { ask } from '../../utils/platform/ask.ts';
import { dayAt, today } from '../../utils/platform/day.ts';
import type { PackState } from '../../utils/platform/pack-states.ts';
import type { Acting, Shown } from './use-options.ts';

/** Which rules judge, how old they are, and the ways to newer and earlier ones. */
export function PackAge({ shown, acting: { attempt } }: { shown: Shown; acting: Pick<Acting, 'attempt'> }) {
  const [packs, setPacks] = useState<readonly PackState[]>([]);
  const [isLooking, setLooking] = useState(false);
  useEffect(() => attempt(ask('packs', {}).then(setPacks)), [attempt, shown]);
  const look = async () => {
    setLooking(true);
    try {
      const found = await ask('checkPacks', {});
      setPacks(found);
      return found.some((now) => now.version !== packs.find(({ id }) => id === now.id)?.version) ? i18n.t('rules.lookedNew') : i18n.t('rules.lookedSame');
    } finally {
      setLooking(false);
    }
  };
  const goBack = async ({ id, previous }: PackState) => {
    setPacks(await ask('rollBackPack', { id }));
    return i18n.t('rules.wentBack', [String(previous)]);
  };
  return (
    <section class="panel">
      <h2>{i18n.t('rules.pack')}</h2>
      {packs.every(({ version }) => version === undefined) && <p>{i18n.t('rules.noPack')}</p>}
      {packs.filter(({ version, state }) => version !== undefined || state !== 'off').map((pack) => (
        <div key={`${pack.source} ${pack.id}`}>
          <p>{nameOf(pack)} {pack.state !== 'off' && <span class={pack.state === 'fresh' ? 'tag' : 'tag caution'}>{i18n.t(`diagnostics.packState.${pack.state}`)}</span>}</p>
          {pack.state === 'off' && pack.issued && <p class="small soft">{i18n.t('rules.packAge', Math.max(0, today() - dayAt(new Date(pack.issued))))}</p>}
          {pack.kind && <p class="small">{i18n.t(`rules.packFault.${pack.kind}`)}</p>}
          {pack.state !== 'off' && pack.checkedAt && <p class="small soft">{i18n.t('rules.packLooked', [momentOf(pack.checkedAt)])}</p>}
          {pack.previous !== undefined && (
            <div class="actions"><button type="button" onClick={() => attempt(goBack(pack))}>{i18n.t('rules.goBack', [String(pack.previous)])}</button></div>
          )}
        </div>
      ))}
      {packs.some(({ state }) => state !== 'off') && (
        <div class="actions"><button type="button" disabled={isLooking} onClick={() => attempt(look())}>{i18n.t('rules.lookNow')}</button></div>
      )}
    </section>
  );
}

const nameOf = ({ id, version, issued }: PackState): string => (version === undefined || issued === undefined ? i18n.t('rules.packNotYet', [id])
  : i18n.t('rules.packIs', [id, String(version), new Date(issued).toLocaleDateString(shownLanguage(), { dateStyle: 'medium' })]));

const momentOf = (at: string): string => new Date(at).toLocaleString(shownLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
