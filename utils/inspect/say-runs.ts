import type { RunNote, ToldRun, ToldRuns } from './tell-runs.ts';
import type { Step, StepStory } from './tell-steps.ts';

const nothing: Readonly<Record<Step, string>> = {
  open: 'nothing of it runs by itself.',
  install: 'nothing of its own runs by itself. The packages it asks for may bring something.',
  start: 'no command for that was found.',
};

const notes: Readonly<Record<RunNote, string>> = {
  hidden: 'kept out of sight', fetches: 'fetches from the network', 'known-installer': 'installs a known tool', 'on-host': 'on your own computer',
};

/** What happens at a step as one paragraph, in English. Commands stand between “ and ”, as text. */
export function sayStory({ step, way, own, container, settings, moreSettings, unread }: StepStory): string {
  return [
    `${headOf(step, way)}: ${own.runs.length === 0 ? nothing[step] : listOf(own)}`,
    ...(container ? [`${containerHead(step)}: ${listOf(container)}`] : []),
    ...(settings.length > 0 ? [`Extensions of the editor run ${settings.join(', ')}${moreSettings > 0 ? ` and ${moreSettings} more` : ''} as their settings.`] : []),
    ...(unread > 0 ? [`${unread === 1 ? 'One settings file' : `${unread} settings files`} could not be read.`] : []),
  ].join(' ');
}

function headOf(step: Step, way: StepStory['way']): string {
  if (step === 'open') return way === 'other' ? 'If you open it in an editor or a terminal' : `If you open it in ${way}`;
  if (step === 'install') return way === 'other' ? 'If you install it' : `If you run ${way}`;
  return way === 'other' ? 'If you start it' : `If you start it, for example with ${way}`;
}

const containerHead = (step: Step): string =>
  step === 'open' ? 'If you then let it reopen in a container, which the editor offers' : 'If you start its containers (docker)';

const listOf = ({ runs, more, isUsual }: ToldRuns): string =>
  [`${runs.map(clauseOf).join('; ')}.`, ...(more > 0 ? [`And ${more} more.`] : []), ...(isUsual ? ['Many projects have these.'] : [])].join(' ');

function clauseOf({ command, by, isAsked, notes: worth, starts }: ToldRun): string {
  const words = [isAsked ? `${by} asks for it` : by, ...worth.map((note) => notes[note]), ...(starts === undefined ? [] : [`starts ${starts}`])];
  return `“${command}” runs (${words.join(', ')})`;
}
