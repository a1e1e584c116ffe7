import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { today } from '../../utils/platform/day.ts';
import { sumOf, type Tally } from '../../utils/platform/tallies.ts';

/** The last seven days, only when somebody asks for them. */
export function WeekInReview({ tallies }: { tallies: readonly Tally[] }) {
  const [open, setOpen] = useState(false);
  const week = tallies.filter(({ day }) => day > today() - 7);
  const read = week.reduce((sum, tally) => sum + sumOf(tally.read), 0);
  const of = (level: keyof Tally['levels']) => week.reduce((sum, { levels }) => sum + (levels[level] ?? 0), 0);
  return (
    <section class="panel">
      <h2>{i18n.t('review.title')}</h2>
      {!open && <div class="actions"><button type="button" onClick={() => setOpen(true)}>{i18n.t('review.show')}</button></div>}
      {open && (
        <div role="status">
          <p>{i18n.t('review.read', read)}</p>
          <ul class="bulleted">
            <li>{i18n.t('review.danger', of('danger'))}</li>
            <li>{i18n.t('review.caution', of('caution'))}</li>
            <li>{i18n.t('review.notice', of('notice'))}</li>
          </ul>
          <p class="small soft">{i18n.t('review.hint')}</p>
        </div>
      )}
    </section>
  );
}
