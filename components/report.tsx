import type { SurfaceId } from '../utils/core/facts.ts';
import type { OrganisationWords } from '../utils/core/organisation-words.ts';
import { i18n } from '#i18n';
import { Offices, type OfficesProps } from './offices.tsx';
import { Contact } from './organisation-note.tsx';
import { StepList } from './step-list.tsx';

/** Webmail whose own way to report is known by its words; the others have one of several. */
const known = ['gmail', 'outlook', 'proton'] as const;

function stepsOn(surface: SurfaceId): readonly string[] {
  if (surface.startsWith('linkedin-')) return ([1, 2, 3] as const).map((step) => i18n.t(`report.linkedin${step}`));
  return [i18n.t('report.mail1'), i18n.t(`report.${known.find((name) => name === surface) ?? 'anyMail'}`)];
}

export interface ReportProps extends OfficesProps { readonly surface: SurfaceId; readonly organisation?: OrganisationWords }

/** Where and how to report what was seen: first in the organisation where there is one, then to the site it was seen on, and to an office. */
export function Report({ surface, organisation, ...offices }: ReportProps) {
  return (
    <>
      {organisation?.contact && (
        <section class="where">
          <h4 class="label">{i18n.t('organisation.report')}</h4>
          <p>{i18n.t('organisation.ask')} <Contact address={organisation.contact} /></p>
        </section>
      )}
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
