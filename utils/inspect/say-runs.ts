import type { Run } from './run.ts';
import { oneLine } from './snippet.ts';

export const steps = ['open', 'install', 'start'] as const;
export type Step = (typeof steps)[number];
/** What happens at a step, as one or two sentences for people. Commands stand between “ and ”, as text. */
export interface StepSentence { readonly step: Step; readonly sentence: string }

/** Commands that are named in a sentence; of the others the number is told. */
const namedLimit = 3;
/** Of the ways to start it, which a person chooses from, fewer. */
const startsNamed = 2;
/** Characters of a command in a sentence. */
const commandLimit = 80;

const nothing: Readonly<Record<Step, string>> = {
  open: 'nothing here runs by itself when the folder is opened.',
  install: 'nothing here runs by itself when it is installed. The packages it asks for may bring their own.',
  start: 'no command to start it was found.',
};

/** The three sentences: opening, installing, starting. What could not be read is not vouched for: pass how many settings files that were. */
export function sayRuns(runs: readonly Run[], unread = 0): readonly StepSentence[] {
  const heads: Readonly<Record<Step, (own: readonly Run[]) => string>> = { open: openHead, install: (own) => installHead(own, runs), start: startHead };
  return steps.map((step) => {
    const all = tellingFirst(runs.filter(({ moment }) => moment === step));
    // The step itself is no more than what was asked, and what extensions read is told apart.
    const own = withoutTwins(step === 'start' ? all : all.filter((run) => !isExtension(run) && !(isTold(run) && run.ordinary)));
    const body = own.length === 0 ? nothing[step] : listOf(own, step === 'start' ? startsNamed : namedLimit);
    const unsure = unread > 0 && own.length === 0 ? ` ${unread === 1 ? 'One settings file' : `${unread} settings files`} could not be read.` : '';
    return { step, sentence: `${heads[step](own)}: ${body}${extensionsIn(all)}${unsure}` };
  });
}

const isExtension = ({ by }: Run) => by.startsWith('editor extension ');
const isTold = ({ by }: Run) => by.endsWith(', which asks for it');

const openHead = (own: readonly Run[]): string =>
  own.every(({ by }) => by.startsWith('VS Code')) ? 'If you open it in VS Code' : 'If you open it in an editor or a terminal';

/** By the packages that the project has when nothing runs. */
function installHead(own: readonly Run[], runs: readonly Run[]): string {
  const by = (own.length > 0 ? own : runs.filter((run) => !isTold(run))).map((run) => run.by);
  const isNpm = (one: string) => /^(?:npm|yarn|pnpm|bun|binding\.gyp|\.npmrc|\.yarnrc|package )/.test(one);
  if (by.length === 0 || (own.length > 0 ? by.every(isNpm) : by.some(isNpm))) return 'If you run npm install';
  const isPip = (one: string) => /pip|poetry|hatch|pdm|Python|Django|pytest|flask/.test(one);
  if (own.length > 0 ? by.every(isPip) : by.some(isPip)) return 'If you run pip install';
  return by.every((one) => one.startsWith('composer')) ? 'If you run composer install' : 'If you install it';
}

function startHead([first]: readonly Run[]): string {
  const name = /^npm ([\w:.-]+)$/.exec(first?.by ?? '')?.[1];
  return name === undefined ? 'If you start it' : `If you start it, for example with npm ${name === 'start' ? name : `run ${name}`}`;
}

function listOf(own: readonly Run[], limit: number): string {
  const [shown, rest] = [own.slice(0, limit), own.length - limit];
  const more = rest > 0 ? ` And ${rest} more.` : '';
  const usual = own.every(({ ordinary, hidden }) => ordinary && !hidden) ? ' Many projects have these.' : '';
  return `${shown.map(clauseOf).join('; ')}.${more}${usual}`;
}

function clauseOf({ command, by, hidden, targets, file, traits = [] }: Run): string {
  const notes = [
    by.replace(/, which asks for it$/, ' asks for it').replace(/ \((.*)\)$/, ', $1'),
    ...(hidden ? ['kept out of sight'] : []),
    ...(traits.includes('fetches') ? ['takes something from the network'] : []),
    ...(traits.includes('known-installer') ? ['installs a known tool'] : []),
    ...(traits.includes('on-host') ? ['on your own computer'] : []),
    ...(targets[0] !== undefined && targets.length === 1 && !command.includes(nameOf(targets[0])) && targets[0] !== file ? [`begins in ${cut(targets[0])}`] : []),
  ];
  return `“${cut(command)}” runs (${notes.join(', ')})`;
}

/** Settings that are programs themselves: not started by the project, and run all the same. */
function extensionsIn(runs: readonly Run[]): string {
  const files = [...new Set(runs.filter(isExtension).map(({ command }) => command))];
  if (files.length === 0) return '';
  const named = files.slice(0, namedLimit).join(', ');
  return ` Extensions of the editor run ${named}${files.length > namedLimit ? ` and ${files.length - namedLimit} more` : ''} as their settings.`;
}

function withoutTwins(runs: readonly Run[]): Run[] {
  const seen = new Set<string>();
  return runs.filter(({ command }) => !seen.has(command) && seen.add(command));
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function cut(command: string): string {
  const line = oneLine(command);
  return line.length > commandLimit ? `${line.slice(0, commandLimit - 1)}…` : line;
}

/** What is hidden or unusual, then what lies outermost, then `start` before its kin, and instructions last. */
export const tellingFirst = (runs: readonly Run[]): readonly Run[] => runs.toSorted((a, b) => weightOf(b) - weightOf(a));

const weightOf = (run: Run): number => {
  const { hidden, ordinary, traits = [], file, by } = run;
  const isAlarming = traits.some((trait) => trait !== 'detached' && trait !== 'muted' && trait !== 'known-installer');
  const kin = by === 'npm start' ? 150 : by === 'npm dev' ? 140 : isTold(run) || /^(?:page|program|notebook|extension of)/.test(by) ? -90 : 0;
  return (hidden ? 400 : 0) + (isAlarming ? 300 : 0) + (ordinary ? 0 : 100) - file.split('/').length * 60 + kin;
};
