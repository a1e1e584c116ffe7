import type { Moment, Run } from './run.ts';
import { cut, isAsked, tellRuns, type ToldRuns } from './tell-runs.ts';

export const steps = ['open', 'install', 'start'] as const;
export type Step = (typeof steps)[number];
/** What the person is likely to open or install it with; "other" is an editor or a terminal, or no known way to install. */
export type StepWay = 'VS Code' | 'npm install' | 'pip install' | 'composer install' | 'other' | `npm ${string}`;

/** What happens at a step that people are asked for, without words: the command line and the page have their own. */
export interface StepStory {
  readonly step: Step;
  readonly way: StepWay;
  readonly own: ToldRuns;
  /** What runs in a container: one that the editor offers when it opens the folder, or those that are started like the project. */
  readonly container?: ToldRuns;
  /** Settings of editor extensions that are programs: not started by the project, and run all the same. */
  readonly settings: readonly string[];
  readonly moreSettings: number;
  /** Settings that could not be read, where nothing was found to run. */
  readonly unread: number;
}

/** Commands that are named; of the others the number is told. */
const namedLimit = 3;
/** Of the ways to start it, which a person chooses from, fewer. */
const startsNamed = 2;

/** The three steps. What could not be read is not vouched for: pass how many settings files that were. */
export function tellSteps(runs: readonly Run[], unread = 0): readonly StepStory[] {
  return steps.map((step): StepStory => {
    const all = runs.filter(({ moment }) => moment === step);
    // The step itself is no more than what was asked, and what extensions read is told apart.
    const own = step === 'start' ? all : all.filter((run) => !isExtension(run) && !(isAsked(run) && run.ordinary));
    const settings = [...new Set(all.filter(isExtension).map(({ command }) => cut(command)))];
    const container = containerAt(step, runs);
    return {
      step, way: wayOf(step, own, runs), own: tellRuns(step, own, step === 'start' ? startsNamed : namedLimit), ...(container && { container }),
      settings: settings.slice(0, namedLimit), moreSettings: Math.max(0, settings.length - namedLimit), unread: own.length === 0 ? unread : 0,
    };
  });
}

/** Moments that a step comes to, with what a person may choose besides. */
export const momentsOf = ({ own, container }: StepStory): readonly Moment[] => [own.moment, ...(container ? [container.moment] : [])];

/** What starts at other steps: tests, builds, commits. */
export const otherRuns = (runs: readonly Run[]): readonly Run[] => runs.filter(({ moment }) => moment !== 'container' && !steps.some((step) => step === moment));

function containerAt(step: Step, runs: readonly Run[]): ToldRuns | undefined {
  const all = runs.filter(({ moment }) => moment === 'container');
  const offered = all.filter(({ by }) => by.startsWith('dev container '));
  const built = new Set(offered.flatMap(({ targets }) => targets));
  const isOffered = (run: Run) => offered.includes(run) || built.has(run.file);
  const here = step === 'open' ? all.filter(isOffered) : step === 'start' ? all.filter((run) => !isOffered(run)) : [];
  return here.length > 0 ? tellRuns('container', here, namedLimit) : undefined;
}

const isExtension = ({ by }: Run) => by.startsWith('editor extension ');

function wayOf(step: Step, own: readonly Run[], runs: readonly Run[]): StepWay {
  if (step === 'open') return own.every(({ by }) => by.startsWith('VS Code')) ? 'VS Code' : 'other';
  return step === 'install' ? wayToInstall(own, runs) : wayToStart(own);
}

/** By the packages that the project has when nothing runs. */
function wayToInstall(own: readonly Run[], runs: readonly Run[]): StepWay {
  const by = (own.length > 0 ? own : runs.filter((run) => !isAsked(run))).map((run) => run.by);
  const isNpm = (one: string) => /^(?:npm|yarn|pnpm|bun|binding\.gyp|\.npmrc|\.yarnrc|package )/.test(one);
  if (by.length === 0 || (own.length > 0 ? by.every(isNpm) : by.some(isNpm))) return 'npm install';
  const isPip = (one: string) => /pip|poetry|hatch|pdm|Python|Django|pytest|flask/.test(one);
  if (own.length > 0 ? by.every(isPip) : by.some(isPip)) return 'pip install';
  return by.every((one) => one.startsWith('composer')) ? 'composer install' : 'other';
}

/** By the scripts it has: `start` is the one that people are asked for. */
function wayToStart(own: readonly Run[]): StepWay {
  const names = own.flatMap(({ by }) => /^npm ([\w:.-]+)$/.exec(by)?.[1] ?? []);
  const name = names.includes('start') ? 'start' : names[0];
  return name === undefined ? 'other' : name === 'start' ? 'npm start' : `npm run ${name}`;
}
