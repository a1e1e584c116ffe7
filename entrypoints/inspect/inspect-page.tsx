import { i18n } from '#i18n';
import { Column } from '../../components/column.tsx';
import { ChooseProject } from './choose-project.tsx';
import { InspectionReport } from './inspection-report.tsx';
import { LinkedRepository } from './linked-repository.tsx';
import { useInspection } from './use-inspection.ts';
import { FaultNote, WorkPanel } from './work-panel.tsx';

/** `asked`: address of a repository that the person came with. Nothing is fetched before they press the button. */
export function InspectPage({ asked }: { asked: string }) {
  const { shown, look, lookAtRepository, cancel } = useInspection();
  const { step, done, fault, name, link } = shown;
  return (
    <Column name="inspect" title={i18n.t('inspect.title')} lead={i18n.t('inspect.lead')}>
      {/* A count that changes ten times a second is nothing to be read out; that it began or ended is. */}
      <p class="unseen" role="status">{step ? i18n.t('inspect.started') : done ? i18n.t('inspect.finished') : ''}</p>
      {step && <WorkPanel step={step} name={name} onCancel={cancel} />}
      {fault && <FaultNote key={fault} fault={fault} />}
      {done && <InspectionReport key={done} name={name ?? ''} inspected={done} link={link} />}
      {!step && <LinkedRepository asked={asked} onLook={lookAtRepository} />}
      {!step && <ChooseProject onLook={look} />}
    </Column>
  );
}
