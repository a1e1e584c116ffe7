import { i18n } from '#i18n';
import { shownLanguage } from '../../components/set-language.ts';
import { dayAt, today } from '../../utils/platform/day.ts';
import type { PackInUse } from '../../utils/platform/packs.ts';

/** Which rules judge, and how old they are. */
export function PackAge({ pack }: { pack?: PackInUse }) {
  const days = pack && Math.max(0, today() - dayAt(new Date(pack.issued)));
  return (
    <section class="panel">
      <h2>{i18n.t('rules.pack')}</h2>
      {pack === undefined ? <p>{i18n.t('rules.noPack')}</p> : (
        <>
          <p>{i18n.t('rules.packIs', [pack.id, String(pack.version), new Date(pack.issued).toLocaleDateString(shownLanguage(), { dateStyle: 'medium' })])}</p>
          <p class="small soft">{i18n.t('rules.packAge', days!)}</p>
        </>
      )}
    </section>
  );
}
