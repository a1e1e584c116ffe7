import type { Given } from './call.ts';
import { gap } from './fold-text.ts';
import { runEmbedded } from './embedded-code.ts';
import type { Frame } from './frame.ts';
import { isWritten, remember } from './python-paths.ts';
import { schedulesCommand } from './lasting-places.ts';
import type { Branch } from './python-tree.ts';
import { startsSecond } from './python-natives.ts';
import { runsText } from './python-sinks.ts';
import { label, nothing, type Value } from './python-value.ts';
import { fetchedFiles, namesFetched, pathsFetchedInto } from '../other-languages/fetched-files.ts';
import { scriptLines } from '../other-languages/script-lines.ts';
import { traitsOf } from '../runs/command-traits.ts';
import { oneLine } from '../snippet.ts';
import type { Detail, Kind } from '../sighting.ts';

type See = (kind: Kind, detail?: Detail) => void;

/** A program that is started: what its command is, and where that comes from. */
export function lookAtStart(name: string, given: Given, see: See, node: Branch, frame: Frame): void {
  const { named } = given;
  const { command, words, text } = commandOf(name, given);
  const code = words ? codeAmong(words) : codeIn(command);
  if (code && code.labels & (label.fetched | label.decoded)) runsText(code, see);
  else if (text !== undefined) runEmbedded(words ? pythonAmong(words) : pythonIn(text), node, frame, true);
  if (words ? programsAmong(words).some((word) => isWritten(word, frame)) : startsWith(command, frame)) see('starts-fetched-file', { ...(text && { command: oneLine(text) }) });
  if (text === undefined) return;
  if (fetchedFiles(scriptLines(text)).length > 0) see('starts-fetched-file', { command: oneLine(text) });
  else if (installsFromElsewhere(text)) see('starts-fetched-file', { command: oneLine(text), how: 'a package from an address' });
  schedulesCommand(text, see);
  const traits = new Set(traitsOf(text));
  if (traits.has('pipes-into-shell') && traits.has('fetches')) see('runs-fetched-text', { command: oneLine(text) });
  else if (traits.has('encoded') && (traits.has('pipes-into-shell') || /powershell|pwsh/i.test(text))) see('runs-decoded-text', { command: oneLine(text) });
  if (traits.has('disguised-target')) see('loads-disguised-file', { command: oneLine(text) });
  see('starts-process', { command: oneLine(text), ...(isDetached(named, traits.has('detached')) && { how: 'detached' }) });
}

function commandOf(name: string, { plain, named }: Given): { command: Value; words?: readonly Value[]; text?: string } {
  const skip = startsSecond.test(name) ? 1 : 0;
  const command = plain[skip] ?? named.get('args') ?? named.get('cmd') ?? nothing;
  const words = command.items ?? (/(?:exec|spawn)l/.test(name) || /create_subprocess_exec|ShellExecute/.test(name) ? plain.slice(skip) : undefined);
  return { command, words, text: words ? words.map((word) => word.text ?? gap).join(' ') : command.text };
}

const fetcher = /(?:^|[\s;&|("'])(?:curl|wget|aria2c|iwr|irm|invoke-webrequest|invoke-restmethod|certutil|bitsadmin|start-bitstransfer)(?:\.exe)?\s/i;

/** Whether a command answers with what it fetched; the files that it fetches into are remembered. */
export function commandFetches(name: string, given: Given, frame: Frame): boolean {
  const { text, words } = commandOf(name, given);
  if (text === undefined || !fetcher.test(`${text} `)) return false;
  for (const path of [...pathsFetchedInto(text), ...namesFetched(text)]) frame.analysis.written.add(path);
  words?.forEach((word, at) => at > 0 && /^(?:-o|-O|--output|--output-document|-OutFile)$/.test(words[at - 1]!.text ?? '') && remember(word, frame));
  return true;
}

/** Hosts whose packages are ordinary; pip runs the code of what it installs. */
const knownSources = /^(?:pypi\.org|files\.pythonhosted\.org|github\.com|gitlab\.com|codeload\.github\.com|raw\.githubusercontent\.com|huggingface\.co|download\.pytorch\.org|data\.pyg\.org|storage\.googleapis\.com|pypi\.nvidia\.com|pypi\.tuna\.tsinghua\.edu\.cn|mirrors\.aliyun\.com|localhost)$/;
const installsFromElsewhere = (command: string): boolean => /\bpip[\d.]*\s+(?:\S+\s+)*?install\b/.test(command)
  && [...command.matchAll(/https?:\/\/(?:[^/@\s]*@)?([\w.-]+)/g)].some(([, host]) => !knownSources.test(host!));

const pythonProgram = /(?:^|[\\/])(?:python[\d.]*w?|py|pypy\d?)(?:\.exe)?$/i;
const pythonAmong = (words: readonly Value[]): string | undefined => {
  const at = words.findIndex(({ text }) => text === '-c' || text === '-Ic' || text === '-uc');
  return at > 0 && words.slice(0, at).some(({ text }) => text === undefined || text === gap || pythonProgram.test(text)) ? words[at + 1]?.text : undefined;
};
const pythonIn = (command: string): string | undefined => /(?:python[\d.]*|\bpy|…)(?:\.exe)?["']?\s+(?:-\w+\s+)*-\w*c\s+(["'])([\s\S]+)\1/.exec(command)?.[2]?.replace(/\\(["'])/g, '$1');

/** The program itself, or the code that an interpreter is given in its command. */
function codeAmong(words: readonly Value[]): Value | undefined {
  const at = words.findIndex(({ text }) => text !== undefined && /^(?:-\w*c|-e|--eval|-Command|-enc\w*|\/c)$/i.test(text));
  return at > 0 ? words[at + 1] : words[0]?.text === undefined ? words[0] : undefined;
}

/** A command in one text is code where it begins unknown, or where the unknown part stands behind what runs code. */
function codeIn(command: Value): Value | undefined {
  const { text } = command;
  if (text === undefined || text.startsWith(gap) || new RegExp(`(?:-\\w*c|-e|-enc\\w*|&&|;|\\|)\\s*["']?${gap}`, 'i').test(text)) return command;
  return command.labels & label.decoded && !text.includes(gap) ? command : undefined;
}

/** Programs that start what they are given. */
const runner = /(?:^|[\\/])(?:sh|bash|zsh|dash|cmd|powershell|pwsh|python[\d.]*|pythonw|node|perl|ruby|php|java|wscript|cscript|rundll32|regsvr32|msiexec|mshta|open|xdg-open|start|sudo|nohup|setsid|wine)(?:\.exe)?$/i;
const isRunner = (word: string | undefined): boolean => word === undefined || word === gap || runner.test(word);

/** The program, and what it starts where it is an interpreter (or unknown, as sys.executable is). */
const programsAmong = (words: readonly Value[]): readonly Value[] => (isRunner(words[0]?.text) ? words : words.slice(0, 1));

function startsWith(command: Value, frame: Frame): boolean {
  const { text } = command;
  const { written } = frame.analysis;
  if (text === undefined) return isWritten(command, frame);
  const words = text.split(/\s+|&&|;/).map((word) => word.replace(/^["']|["']$/g, '')).filter(Boolean);
  const programs = isRunner(words[0]) ? words : words.slice(0, 1);
  return programs.some((word) => written.has(word) || written.has(word.replace(/^\.[\\/]/, ''))) || (programs.some((word) => word.startsWith(gap)) && isWritten(command, frame));
}

const isDetached = (named: ReadonlyMap<string, Value>, byShell: boolean): boolean =>
  byShell || named.has('start_new_session') || named.has('preexec_fn') || named.has('creationflags') || named.has('startupinfo');
