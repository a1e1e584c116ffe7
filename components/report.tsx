import type { SurfaceId } from '../utils/core/facts.ts';
import { i18n } from '#i18n';
import { Offices, type OfficesProps } from './offices.tsx';
import { StepList } from './step-list.tsx';

/** Webmail whose own way to report is known by its words; the others have one of several. */
const known = ['gmail', 'outlook', 'proton'] as const;

function stepsOn(surface: SurfaceId): readonly string[] {
  if (surface.startsWith('linkedin-')) return ([1, 2, 3] as const).map((step) => i18n.t(`report.linkedin${step}`));
  return [i18n.t('report.mail1'), i18n.t(`report.${known.find((name) => name === surface) ?? 'anyMail'}`)];
}

/** Where and how to report what was seen: to the site it was seen on, and to an office. */
export function Report({ surface, ...offices }: OfficesProps & { surface: SurfaceId }) {
  return (
    <>
      <p class="small soft">{i18n.t('report.first')}</p>
      {/* Pasted text has no site. */}
      {surface !== 'text' && (
        <section class="where">
          <h4 class="label">{i18n.t(surface.startsWith('linkedin-') ? 'report.onLinkedin' : 'report.onMail')}</h4>
          <StepList steps={stepsOn(surface)} />
        </section>
      )}
      <Offices {...offices} />
    </>
  );
}
