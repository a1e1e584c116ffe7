import type { ComponentChildren } from 'preact';
import type { Finding } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { FindingStory } from './finding-story.tsx';
import { ThemeIcon } from './theme-icon.tsx';

/** Findings that stand in the open; the rest is behind one press. */
const inTheOpen = 3;

/** A quiet fact is its sentence; a finding has a name, and its sentence opens with it. */
function Folded({ finding, quiet }: { finding: Finding; quiet: boolean }) {
  return (
    <li>
      <details class="finding">
        <summary><ThemeIcon theme={finding.theme} />{quiet ? finding.why : finding.title}</summary>
        {!quiet && <p class="reason small">{finding.why}</p>}
        <FindingStory finding={finding} />
      </details>
    </li>
  );
}

/** Findings by what they are about: the theme of the strongest first, and in each the strongest first. */
function Groups({ findings, quiet }: { findings: readonly Finding[]; quiet: boolean }) {
  return [...new Set(findings.map(({ theme }) => theme))].map((theme) => (
    <section class="group" key={theme}>
      <h4 class="label">{i18n.t(`finding.theme.${theme}`)}</h4>
      <ul class="findings">{findings.filter((finding) => finding.theme === theme).map((finding) => <Folded key={finding.rule} finding={finding} quiet={quiet} />)}</ul>
    </section>
  ));
}

function Bounded({ findings, quiet = false }: { findings: readonly Finding[]; quiet?: boolean }) {
  const more = findings.slice(inTheOpen);
  return (
    <>
      <Groups findings={findings.slice(0, inTheOpen)} quiet={quiet} />
      {more.length > 0 && (
        <details class="fold rest">
          <summary>{i18n.t('finding.more', more.length)}</summary>
          <div class="groups"><Groups findings={more} quiet={quiet} /></div>
        </details>
      )}
    </>
  );
}

const isQuiet = ({ severity, trial }: Finding) => trial || severity === 'info' || severity === 'low';

function Part({ title, children, quiet = false }: { title: string; children: ComponentChildren; quiet?: boolean }) {
  return <section class={quiet ? 'groups quiet' : 'groups'}><h3>{title}</h3>{children}</section>;
}

/** Findings, strongest first; what never interrupts stands apart under its own name. */
export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const loud = findings.filter((finding) => !isQuiet(finding));
  const quiet = findings.filter(isQuiet);
  return (
    <>
      {loud.length > 0 && <Part title={i18n.t('popup.found')}><Bounded findings={loud} /></Part>}
      {quiet.length > 0 && (
        <Part title={i18n.t('popup.quiet')} quiet>
          <p class="small soft">{i18n.t('popup.quietHint')}</p>
          <Bounded findings={quiet} quiet />
        </Part>
      )}
    </>
  );
}
