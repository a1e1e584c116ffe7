import type { Given } from './call.ts';
import { gap } from './fold-text.ts';
import { runEmbedded } from './embedded-code.ts';
import { browserSecret, keyOf } from './evaluate.ts';
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
  if (isInterpreter(words, text)) frame.analysis.interpreters.add(keyOf(node, frame));
  if (named.has('input') && isInterpreter(words, text)) runsText(named.get('input')!, see);
  if (text === undefined) return;
  if (browserSecret.test(text)) see('reads-browser-data', { path: oneLine(text) });
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

/** A program that runs what it is given at its input: a shell or language, without a file to run. */
function isInterpreter(words: readonly Value[] | undefined, text: string | undefined): boolean {
  const parts = words?.map((word) => word.text ?? gap) ?? text?.trim().split(/\s+/) ?? [];
  const isOne = words?.[0]?.names.includes('sys.executable') || interpreter.test(parts[0] ?? '');
  return isOne && parts.slice(1).every((part) => part.startsWith('-') && part !== '-c');
}
const interpreter = /(?:^|[\\/])(?:sh|bash|zsh|dash|powershell|pwsh|cmd|python[\d.]*w?|node|perl|ruby|php|osascript)(?:\.exe)?$/i;

/** What is written to a program that was started: it is run where the program is an interpreter. */
export function feedsProgram(receiver: Value | undefined, { plain, named }: Given, see: See, frame: Frame): void {
  if (receiver?.keys.some((key) => frame.analysis.interpreters.has(key))) runsText(plain[0] ?? named.get('input') ?? nothing, see);
}

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
const isUnknown = (word: string | undefined): boolean => word === undefined || word === gap;

const isOption = (word: string | undefined): boolean => word !== undefined && /^(?:-|\/\w$|run$)/.test(word);
/** Programs that start others, and interpreters that are told what to run: each word may be a program. */
const runsAll = (words: readonly (string | undefined)[]): boolean =>
  /(?:^|[\\/])(?:sudo|nohup|setsid|start|wine|cmd)(?:\.exe)?$/i.test(words[0] ?? '') || words.some((word) => word !== undefined && /^(?:-\w*c|-e|--eval|-Command)$/.test(word));

/** The program, and what it starts where it is an interpreter. One that is not known may be one, and then starts what follows its options. */
function programsAmong(words: readonly Value[]): readonly Value[] {
  const [program, ...rest] = words;
  if (!isRunner(program?.text)) return words.slice(0, 1);
  if (!isUnknown(program?.text) || program?.names.includes('sys.executable')) return runsAll(words.map(({ text }) => text)) ? words : [words[0]!, ...rest.filter(({ text }) => !isOption(text)).slice(0, 1)];
  return [...words.slice(0, 1), ...rest.filter(({ text }) => isUnknown(text) || !text!.startsWith('-')).slice(0, 1)];
}

function startsWith(command: Value, frame: Frame): boolean {
  const { text } = command;
  const { written } = frame.analysis;
  if (text === undefined) return isWritten(command, frame);
  const words = text.split(/\s+|&&|;/).map((word) => word.replace(/^["']|["']$/g, '')).filter(Boolean);
  const programs = !isRunner(words[0]) ? words.slice(0, 1) : runsAll(words) || /&&|;/.test(text) ? words : [words[0]!, ...words.slice(1).filter((word) => !isOption(word)).slice(0, 1)];
  return programs.some((word) => written.has(word) || written.has(word.replace(/^\.[\\/]/, ''))) || (programs.some((word) => word.startsWith(gap)) && isWritten(command, frame));
}

const isDetached = (named: ReadonlyMap<string, Value>, byShell: boolean): boolean =>
  byShell || named.has('start_new_session') || named.has('preexec_fn') || named.has('creationflags') || named.has('startupinfo');
