import type { Finding } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { FindingStory } from './finding-story.tsx';

/** A quiet fact is its sentence; a finding has a name, and its sentence opens with it. */
function Folded({ finding, quiet = false }: { finding: Finding; quiet?: boolean }) {
  return (
    <li>
      <details class="finding">
        <summary>{quiet ? finding.why : finding.title}</summary>
        {!quiet && <p class="reason small">{finding.why}</p>}
        <FindingStory finding={finding} />
      </details>
    </li>
  );
}

const isQuiet = ({ severity, trial }: Finding) => trial || severity === 'info' || severity === 'low';

/** Findings, strongest first; what never interrupts stands apart under its own name. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const loud = findings.filter((finding) => !isQuiet(finding));
  const quiet = findings.filter(isQuiet);
  return (
    <>
      {loud.length > 0 && <ul class="findings">{loud.map((finding) => <Folded key={finding.rule} finding={finding} />)}</ul>}
      {quiet.length > 0 && (
        <section class="quiet">
          <h3>{i18n.t('popup.quiet')}</h3>
          <p class="small soft">{i18n.t('popup.quietHint')}</p>
          <ul class="findings">{quiet.map((finding) => <Folded key={finding.rule} finding={finding} quiet />)}</ul>
        </section>
      )}
    </>
  );
}
