import { i18n } from '#i18n';
import type { InspectionFinding, RunsByStep } from '../../utils/inspect/inspection.ts';
import { reachedFindings } from '../../utils/inspect/reached-findings.ts';
import type { Skipped } from '../../utils/inspect/project.ts';
import { unreadSettings } from '../../utils/inspect/say-skipped.ts';
import { tellRuns, type ToldRuns } from '../../utils/inspect/tell-runs.ts';
import { momentsOf, otherRuns, tellSteps, type StepStory } from '../../utils/inspect/tell-steps.ts';
import { RunList } from './run-list.tsx';

interface Props { readonly runs: RunsByStep; readonly findings: readonly InspectionFinding[]; readonly skipped: readonly Skipped[] }

/** What happens when the folder is opened, installed and started, a sentence each, and what was found in the code that this reaches. */
export function StepSentences({ runs, findings, skipped }: Props) {
  const { open, install, start, other } = runs;
  const stories = tellSteps([...open, ...install, ...start, ...other], unreadSettings(skipped));
  const elsewhere = otherRuns(other);
  return (
    <>
      <dl class="runs">
        {stories.map((story) => <Step key={story.step} story={story} found={reachedFindings(findings, momentsOf(story))} />)}
      </dl>
      {elsewhere.length > 0 && (
        <details class="fold">
          <summary>{i18n.t('inspect.otherRuns', elsewhere.length)}</summary>
          <RunList told={tellRuns('test', elsewhere, elsewhere.length)} />
        </details>
      )}
    </>
  );
}

const countOf = ({ runs, more }: ToldRuns) => runs.length + more;

function Step({ story, found }: { story: StepStory; found: readonly InspectionFinding[] }) {
  const { step, own, container, settings, moreSettings, unread } = story;
  const runs = countOf(own);
  return (
    <div>
      <dt>{i18n.t(`inspect.step.${step}`)}</dt>
      <dd>
        <p>{runs === 0 ? i18n.t(`inspect.nothingAt.${step}`) : i18n.t(step === 'start' ? 'inspect.startsAt' : 'inspect.runsAt', runs)}</p>
        <RunList told={own} />
        {container && <p>{i18n.t(step === 'open' ? 'inspect.inOfferedContainer' : 'inspect.inContainer')}</p>}
        {container && <RunList told={container} />}
        {settings.length > 0 && <p class="small soft">{i18n.t('inspect.settingsRun', [settings.join(', ')])} {moreSettings > 0 && i18n.t('inspect.moreRuns', moreSettings)}</p>}
        {unread > 0 && <p class="small soft">{i18n.t('inspect.unreadSettings', unread)}</p>}
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
