import type { Moment, Run } from '../run.ts';
import type { Sighting } from '../sighting.ts';
import { targetsOf } from './command-targets.ts';
import { traitsOf, type CommandTrait } from './command-traits.ts';
import { parentOf, type Folder } from './folder.ts';
import { isOrdinary } from './ordinary-commands.ts';

/** What a finder says of a run: the rest follows from the command. */
export interface FoundRun {
  readonly moment: Moment;
  readonly file: string;
  readonly line: number;
  readonly command: string;
  readonly by: string;
  /** Folder the command is started in; that of the file if it is not said. */
  readonly cwd?: string;
  readonly hidden?: boolean;
  /** Targets besides those that the command names. With `only`, instead of them: the command is no command line. */
  readonly targets?: readonly string[];
  readonly only?: boolean;
  readonly traits?: readonly CommandTrait[];
  readonly ordinary?: boolean;
  /** A guess by a file's name: left out where something else is known to start its targets. */
  readonly guessed?: boolean;
}
/** Finds runs of one kind; sightings are settings that start nothing themselves and let other things start. */
export type RunFinder = (folder: Folder) => Iterable<FoundRun | Sighting>;

/** Characters of a command that are shown, as of the contract of `Run`. */
const shownLength = 200;
/** Characters of a command in which spaces are looked for. */
const lineLimit = 5_000;
/** Characters of a command that are looked at for them: an attacker's may be as long as he likes, mostly of spaces. */
const textLimit = 100_000;
/** Spaces before code on one line that no editor shows at once: screens are at most some 250 columns wide, indents some 40. */
const padding = /[^\S\n]{80,}\S/;

/** `whole`: the command with the settings that it names put in. What is shown is the command as it is written. */
export function completeRun(found: FoundRun, whole: string, folder: Folder): Run {
  const { moment, file, line, command, by, cwd = parentOf(file), only = false, targets = [] } = found;
  const traits = [...new Set([...(found.traits ?? []), ...(only ? [] : traitsOf(whole))])];
  const isHidden = found.hidden === true || padding.test(command.trim().slice(0, lineLimit)) || padding.test(folder.line(file, line));
  const isUsual = found.ordinary ?? (!only && isOrdinary(whole, cwd, folder));
  return {
    moment, file, line, by,
    command: command.slice(0, textLimit).replace(/\s+/g, ' ').trim().replace(/[\p{Cc}\p{Cf}]/gu, '␀').slice(0, shownLength),
    targets: [...new Set([...targets, ...(only ? [] : targetsOf(whole, cwd, folder))])],
    ...(isHidden && { hidden: true }),
    ...(isUsual && { ordinary: true }),
    ...(traits.length > 0 && { traits }),
  };
}
