import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RunNote, ToldRun, ToldRuns } from '../../utils/inspect/tell-runs.ts';
import { SaidStarters } from './said-starters.ts';

const noteKeys = { hidden: 'inspect.hidden', fetches: 'inspect.fetches', 'known-installer': 'inspect.knownInstaller', 'on-host': 'inspect.onHost' } as const satisfies Record<RunNote, string>;

/** Commands are the project's own words: text and nothing else. */
export function RunList({ told: { runs, more, isUsual } }: { told: ToldRuns }) {
  const starters = useContext(SaidStarters);
  if (runs.length === 0) return null;
  return (
    <>
      <ul class="commands">
        {runs.map((run) => (
          <li key={`${run.file}:${run.line} ${run.command}`}>
            <code dir="ltr">{run.command}</code>
            <span class="small soft">{notesOf({ ...run, by: starters.get(run.by) ?? run.by }).join(', ')}, <bdi dir="ltr">{run.file}:{run.line}</bdi></span>
          </li>
        ))}
        {more > 0 && <li class="small soft">{i18n.t('inspect.moreRuns', more)}</li>}
      </ul>
      {isUsual && <p class="small soft">{i18n.t('inspect.usual')}</p>}
    </>
  );
}

const notesOf = ({ by, isAsked, notes, starts }: ToldRun): string[] => [
  isAsked ? i18n.t('inspect.asks', [by]) : by, ...notes.map((note) => i18n.t(noteKeys[note])), ...(starts === undefined ? [] : [i18n.t('inspect.startsFile', [starts])]),
];
