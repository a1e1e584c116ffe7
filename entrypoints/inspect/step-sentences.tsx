import { i18n } from '#i18n';
import type { InspectionFinding, RunsByStep } from '../../utils/inspect/inspection.ts';
import { reachedFindings } from '../../utils/inspect/reached-findings.ts';
import type { Run } from '../../utils/inspect/run.ts';
import { steps, tellingFirst, type Step as StepName } from '../../utils/inspect/say-runs.ts';

/** Things that start, named for one step; a person reads no more, and the rest is counted. */
const named = 4;

/** What happens when the folder is opened, installed and started, a sentence each, and what was found in the code that this reaches. */
export function StepSentences({ runs, findings }: { runs: RunsByStep; findings: readonly InspectionFinding[] }) {
  return (
    <>
      <dl class="runs">
        {steps.map((step) => <Step key={step} step={step} runs={tellingFirst(runs[step])} found={reachedFindings(findings, step)} />)}
      </dl>
      {runs.other.length > 0 && (
        <details class="fold">
          <summary>{i18n.t('inspect.otherRuns', runs.other.length)}</summary>
          <RunList runs={runs.other} most={runs.other.length} />
        </details>
      )}
    </>
  );
}

function Step({ step, runs, found }: { step: StepName; runs: readonly Run[]; found: readonly InspectionFinding[] }) {
  return (
    <div>
      <dt>{i18n.t(`inspect.step.${step}`)}</dt>
      <dd>
        <p>{runs.length === 0 ? i18n.t(`inspect.nothingAt.${step}`) : i18n.t(step === 'start' ? 'inspect.startsAt' : 'inspect.runsAt', runs.length)}</p>
        <RunList runs={runs} most={named} />
        {found.length > 0 && <FoundList found={found} />}
      </dd>
    </div>
  );
}

function FoundList({ found }: { found: readonly InspectionFinding[] }) {
  return (
    <>
      <p>{i18n.t('inspect.foundAt')}</p>
      <ul class="commands">
        {found.map(({ rule, title, file, line }) => <li key={rule}><strong>{title}</strong> <span class="small soft"><bdi dir="ltr">{file}:{line}</bdi></span></li>)}
      </ul>
    </>
  );
}

/** Commands are the project's own words: text and nothing else. */
function RunList({ runs, most }: { runs: readonly Run[]; most: number }) {
  const more = runs.length - most;
  return (
    <ul class="commands">
      {runs.slice(0, most).map(({ by, command, file, line, hidden }) => (
        <li key={`${file}:${line} ${command}`}>
          <code dir="ltr">{command}</code>
          <span class="small soft">{by}, <bdi dir="ltr">{file}:{line}</bdi>{hidden && ` (${i18n.t('inspect.hidden')})`}</span>
        </li>
      ))}
      {more > 0 && <li class="small soft">{i18n.t('inspect.moreRuns', more)}</li>}
    </ul>
  );
}
