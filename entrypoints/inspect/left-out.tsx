import { i18n } from '#i18n';
import { saySkipped } from '../../utils/inspect/say-skipped.ts';
import type { Skipped, SkipReason } from '../../utils/inspect/project.ts';

/** `too large` is said by `skipped.too_large`; a test holds that every reason has its words. */
const reasonWords = (reason: SkipReason): string => i18n.t(`skipped.${reason.replaceAll(' ', '_')}` as 'skipped.link');

/** What nobody looked at, and what looking cannot see. */
export function LeftOut({ skipped, isLinked }: { skipped: readonly Skipped[]; isLinked: boolean }) {
  return (
    <section class="panel">
      <h2>{i18n.t('inspect.leftOut')}</h2>
      <ul class="places">
        {saySkipped(skipped).map(({ reason, count, places }) => (
          <li key={reason}>
            {i18n.t('inspect.entries', count)} {reasonWords(reason)}
            <span class="small soft paths"><bdi dir="ltr">{places.join(', ')}</bdi></span>
          </li>
        ))}
        <li>{i18n.t('inspect.neverPackages')}</li>
        <li>{i18n.t('inspect.neverLater')}</li>
        {isLinked && <li>{i18n.t('inspect.neverClone')}</li>}
      </ul>
    </section>
  );
}
