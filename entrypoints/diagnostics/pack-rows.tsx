import { i18n } from '#i18n';
import type { PackState } from '../../utils/platform/pack-states.ts';
import { Moment } from './moment.tsx';

/** The packs that judge, how old they are, and when newer ones were and will be looked for. */
export function PackRows({ packs }: { packs: readonly PackState[] }) {
  if (packs.length === 0) return <p>{i18n.t('diagnostics.packNone')}</p>;
  return <>{packs.map((pack) => <Pack key={`${pack.source} ${pack.id}`} {...pack} />)}</>;
}

function Pack({ id, source, version, issued, expires, checkedAt, nextAt, state, fault, previous }: PackState) {
  const isBad = state === 'stale' || state === 'error';
  return (
    <section>
      <h3>{i18n.t('diagnostics.pack', [id, String(version ?? '–')])} <span class={isBad ? 'tag caution' : 'tag'}>{i18n.t(`diagnostics.packState.${state}`)}</span></h3>
      <p class="small soft">{i18n.t(`diagnostics.packSource.${source}`)}</p>
      <dl class="rows">
        <div><dt>{i18n.t('diagnostics.packIssued')}</dt><dd><Moment at={issued} /></dd></div>
        {expires !== undefined && <div><dt>{i18n.t('diagnostics.packExpires')}</dt><dd><Moment at={expires} /></dd></div>}
        <div><dt>{i18n.t('diagnostics.packChecked')}</dt><dd><Moment at={checkedAt} /></dd></div>
        <div><dt>{i18n.t('diagnostics.packNext')}</dt><dd><Moment at={nextAt} /></dd></div>
        {previous !== undefined && <div><dt>{i18n.t('diagnostics.packPrevious')}</dt><dd>{previous}</dd></div>}
        {fault !== undefined && <div><dt>{i18n.t('diagnostics.fault')}</dt><dd><bdi lang="en">{fault}</bdi></dd></div>}
      </dl>
    </section>
  );
}
