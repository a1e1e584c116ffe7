import type { Moment, Run } from './run.ts';
import { oneLine } from './snippet.ts';

/** Characters of a command that are told; the whole stands in the file. */
const commandLimit = 80;

export const runNotes = ['hidden', 'fetches', 'known-installer', 'on-host'] as const;
/** Worth knowing of a run; whoever tells it has the words. */
export type RunNote = (typeof runNotes)[number];

/** Something that runs, as people are told of it: what starts it, where that is written, and the file it starts if the command does not name it. */
export interface ToldRun {
  readonly command: string;
  /** "VS Code task", or the file of instructions that asks for it. */
  readonly by: string;
  readonly isAsked: boolean;
  readonly notes: readonly RunNote[];
  readonly starts?: string;
  readonly file: string;
  readonly line: number;
}
/** Runs of one moment, the most telling first, and how many more there are; `isUsual` when many projects have the like. */
export interface ToldRuns { readonly moment: Moment; readonly runs: readonly ToldRun[]; readonly more: number; readonly isUsual: boolean }

export function tellRuns(moment: Moment, runs: readonly Run[], limit: number): ToldRuns {
  const own = withoutTwins(tellingFirst(runs));
  return {
    moment, runs: own.slice(0, limit).map(told), more: Math.max(0, own.length - limit),
    isUsual: own.length > 0 && own.every(({ ordinary, hidden }) => ordinary && !hidden),
  };
}

/** The project's instructions ask for it. */
export const isAsked = ({ by }: Run): boolean => asked.test(by);
const asked = /, which asks for it$/;

/** What starts something, without what is said of it apart. */
export const starterOf = (by: string): string => by.replace(asked, '').replace(/ \((.*)\)$/, ', $1');

function told(run: Run): ToldRun {
  const { command, by, hidden, targets, file, line, traits = [] } = run;
  const [target] = targets;
  const isNamed = target === undefined || targets.length > 1 || target === file || command.includes(nameOf(target));
  return {
    command: cut(command), by: starterOf(by), isAsked: isAsked(run), file, line,
    notes: runNotes.filter((note) => (note === 'hidden' ? hidden : traits.includes(note))),
    ...(!isNamed && { starts: cut(target) }),
  };
}

/** What starts in two ways is told once: the command that somebody wrote says more than the file that could be started, and than the instructions. */
function withoutTwins(runs: readonly Run[]): Run[] {
  const seen = new Set<string>();
  const written = new Set(runs.filter((run) => !isFile(run)).flatMap(({ targets }) => targets));
  const scripts = new Set(runs.map(({ by }) => /^npm ([\w:.-]+)$/.exec(by)?.[1]));
  return runs.filter((run) => {
    const { command, targets, hidden } = run;
    const isKnown = isFile(run) ? targets.every((target) => written.has(target)) : isAsked(run) && scripts.has(scriptIn(command));
    return !seen.has(command) && (hidden || !isKnown) && seen.add(command);
  });
}

const scriptIn = (command: string): string => /^(?:npm|yarn|pnpm|bun)(?: run)? ([\w:.-]+)$/.exec(command)?.[1] ?? command;

/** A file that looks as if it were to be started, rather than a command. */
const isFile = ({ command, targets }: Run): boolean => targets.includes(command) || targets.some((target) => nameOf(target) === command);

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

export function cut(text: string): string {
  const line = oneLine(text);
  return line.length > commandLimit ? `${line.slice(0, commandLimit - 1)}…` : line;
}

/** What is hidden or unusual, then what lies outermost, then `start` before its kin, and instructions last. */
const tellingFirst = (runs: readonly Run[]): readonly Run[] => runs.toSorted((a, b) => weightOf(b) - weightOf(a));

const weightOf = (run: Run): number => {
  const { hidden, ordinary, traits = [], file, by } = run;
  const isAlarming = traits.some((trait) => trait !== 'detached' && trait !== 'muted' && trait !== 'known-installer');
  const kin = by === 'npm start' ? 150 : by === 'npm dev' ? 140 : isAsked(run) || /^(?:page|program|notebook|extension of)/.test(by) ? -90 : 0;
  return (hidden ? 400 : 0) + (isAlarming ? 300 : 0) + (ordinary ? 0 : 100) - file.split('/').length * 60 + kin;
};
