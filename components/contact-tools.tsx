import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionIcon, type Action } from './action-icon.tsx';
import { Careers, type CareersProps } from './careers.tsx';
import type { OfficesProps } from './offices.tsx';
import { Report, type ReportProps } from './report.tsx';
import { SaveCase, type SaveCaseProps } from './save-case.tsx';

export interface ContactToolsProps {
  readonly employer: CareersProps;
  readonly onSave: SaveCaseProps['onSave'];
  readonly offices: OfficesProps;
}

/** What stands in it is made at the first opening: it may ask the background. */
function Tool({ action, title, children }: { action: Action; title: string; children: ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details class="finding" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary><ActionIcon action={action} />{title}</summary>
        {isOpen && <div class="tool">{children}</div>}
      </details>
    </li>
  );
}

/** What a person can do besides an answer. Nothing of it happens before a press. */
export function ContactTools({ surface, organisation, employer, onSave, offices }: ContactToolsProps & Pick<ReportProps, 'surface' | 'organisation'>) {
  return (
    <section class="groups tools">
      <h3>{i18n.t('popup.tools')}</h3>
      <ul class="findings">
        <Tool action="away" title={i18n.t('careers.title')}><Careers {...employer} /></Tool>
        <Tool action="save" title={i18n.t('evidence.title')}><SaveCase onSave={onSave} /></Tool>
        <Tool action="report" title={i18n.t('report.title')}><Report surface={surface} organisation={organisation} {...offices} /></Tool>
      </ul>
    </section>
  );
}
