import { isMade } from '../hidden/path-kinds.ts';
import type { Detail } from '../sighting.ts';
import type { Site } from './frame.ts';
import { noteClipboardChange, noteCode } from './sinks.ts';
import { rememberDownload } from './shell-downloads.ts';
import { fetchesInShell, intoShell } from './shell-words.ts';
import { interpreter, startsPath } from './started-path.ts';
import { deepLabels, deepTexts, joinAll, label, memberOf, ofLabels, type Value } from './value.ts';

const encoded = /-e(?:nc(?:odedcommand)?)?\s+[A-Za-z0-9+/=…]{20,}|base64\s+(?:-d|--decode|-D)\b|FromBase64String/i;
const inlineCode = /\b(?:node|bun|deno|python3?|sh|bash|zsh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)\b[^|;&]{0,400}\s(?:-e|-c|\/c|-p|eval|--eval|-Command|-EncodedCommand|-enc)\s+…/i;
const disguisedTarget = /\b(?:node|bun|deno(?:\s+run)?|python3?|sh|bash)\s+(?:-\S{1,200}\s+){0,12}\S{1,300}\.(?:woff2?|ttf|otf|eot|png|jpe?g|gif|ico|svg|webp|mp[34]|pdf|dat)(?=\s|$|["'])/i;
const clipboard = /\bpbpaste\b|Get-Clipboard|\bxclip\b.{0,200}\s-o|\bxsel\b.{0,200}(?:-o|--output)|wl-paste/i;
const inlineSwitch = /\b(?:node|bun|deno|python3?|sh|bash|zsh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)\b.{0,40}\s(?:-e|-c|\/c|-p|eval|--eval|-Command|-EncodedCommand|-enc)\s/i;
const clipboardChange = /\bpbcopy\b|Set-Clipboard|\bxclip\b(?!.{0,200}\s-o)|\bxsel\b.{0,200}(?:-i|--input)|wl-copy|\bclip(?:\.exe)?\s*(?:$|["'])/i;
const longestCommand = 160;

interface Command { readonly text: string; readonly list: Value | undefined }

function commandOf(native: string, [first, second]: readonly Value[]): Command {
  const list = [second, first].find((arg) => arg?.things.some((thing) => thing.kind === 'array'));
  const words = list ? deepTexts(list, 1) : [];
  const text = [native.endsWith('.fork') ? 'node' : '', first?.text ?? (list === first ? '' : '…'), ...words, list && hasUnknown(list) ? '…' : ''].filter(Boolean).join(' ');
  return { text, list };
}

/** One of several interpreters is one too: which of them depends on the computer. */
const isInterpreter = (program: Value | undefined, command: string): boolean => interpreter.test(command) || (program !== undefined && (program.labels & label.interpreter) !== 0);

/** What a started program gives: what it says, when that comes from the network or the clipboard, and what it may be told. */
export function startedProcess(native: string, { args }: Site): Value {
  const { text } = commandOf(native, args);
  const isClipboard = clipboard.test(text) || (joinAll(args.slice(0, 1)).labels & label.clipboardCommand) !== 0;
  const labels = (fetchesInShell.test(text) && !intoShell.test(text) ? label.fetched : 0) | (isClipboard ? label.clipboard : 0);
  return { ...ofLabels(labels, labels ? /https?:\/\/([\w.-]+)/.exec(text)?.[1] : undefined), natives: [`npm:child_process.${isInterpreter(args[0], text) ? 'interpreter' : 'program'}()`] };
}

/** Notes that a program is started, and what of it has no innocent reading. */
export function noteStart(native: string, site: Site): void {
  const { args, frame: { program, script }, node } = site;
  const [first] = args;
  if (!first) return;
  const { text: command, list } = commandOf(native, args);
  // Which command it is depends on the system: the text of each is lost, its label is not.
  const isOneOfFetching = isUnknown(first) && (first.labels & label.fetchingCommand) !== 0 && !isMade(script.file.path);
  const detail: Detail = {
    command: command.slice(0, longestCommand), way: native.replace(/^npm:/, ''),
    ...(option(args, 'detached') === 'true' ? { isDetached: true } : {}),
    ...(option(args, 'windowsHide') === 'true' || option(args, 'stdio') === 'ignore' ? { isHidden: true } : {}),
    ...(fetchesInShell.test(command) || isOneOfFetching ? { fetches: true } : {}), ...((fetchesInShell.test(command) && intoShell.test(command)) || isOneOfFetching ? { runsFetched: true } : {}),
    ...(encoded.test(command) ? { isEncoded: true } : {}),
  };
  program.see('starts-process', script, node, detail);
  rememberDownload(command, site);
  noteOrigin(first, list, command, site);
  const input = interpreter.test(command) ? optionValue(args, 'input') : undefined;
  if (input) noteCode(input, 'stdin', site);
  if (disguisedTarget.test(command)) program.see('loads-disguised-file', script, node, { command: detail.command! });
  if (clipboard.test(command) || first.labels & label.clipboardCommand) program.see('reads-clipboard', script, node, { command: detail.command! });
  if (clipboardChange.test(command)) noteClipboardChange(native, site);
}

function noteOrigin(first: Value, list: Value | undefined, command: string, site: Site): void {
  const { frame: { program, script }, node } = site;
  const labels = first.labels | (list ? deepLabels(list) : 0);
  const isProgram = isInterpreter(first, command);
  // To git or openssl a fetched file is something to read; to an interpreter, and where its path is the command, it is a program.
  const isFromFile = (first.labels & label.written && startsPath(command, '…')) || (isProgram && list && startsWritten(list))
    || [...program.written].some((path) => startsPath(command, path));
  if (isFromFile) program.see('starts-fetched-file', script, node, { way: 'process', command: command.slice(0, longestCommand), ...(first.host ? { host: first.host } : {}) });
  // A fetched name as one word of a command is ordinary; a command that is fetched as a whole, or code for an interpreter, is not.
  else if ((isUnknown(first) || (first.isWhole && first.labels & label.decoded)) && first.labels & ~label.environment) {
    // A program and its words one by one: in bundles everything hangs together, and where a name came from is not told apart.
    if (!list || !isMade(script.file.path)) noteCode(first, 'shell', site);
  }
  else if (inlineCode.test(command)) noteCode({ ...first, labels }, 'shell', site);
  else if (inlineSwitch.test(command) && labels & (label.decoded | label.fetched)) noteCode({ ...first, text: undefined, labels }, 'shell', site);
}

/** To an interpreter the first word that is no option is what it runs, and all others are something to read. */
function startsWritten(list: Value): boolean {
  const isWritten = ({ labels }: Value): boolean => (labels & label.written) !== 0;
  return list.things.some((thing) => {
    const words = [...thing.members.values()].map(({ value }) => value);
    const first = words.find(({ text }) => text === undefined || !/^(?:[-/]\w*$|-|run$|exec$)/.test(text));
    return words.some(({ text }) => text !== undefined && /^(?:-\w*c|-e|--eval|-Command)$/.test(text)) ? words.some(isWritten) : isWritten(first ?? thing.others.value);
  }) || (list.things.length === 0 && isWritten(list));
}

const isUnknown = ({ text }: Value): boolean => text === undefined || /^[\s"'…]*$/.test(text);

const hasUnknown = (list: Value): boolean => list.things.some((thing) =>
  [...thing.members.values(), thing.others].some((cell) => cell.value.text === undefined && (cell !== thing.others || cell.value.labels !== 0)));

const option = (args: readonly Value[], name: string): string | undefined => optionValue(args, name)?.text;

function optionValue(args: readonly Value[], name: string): Value | undefined {
  const held = args.flatMap((arg) => arg.things).find((thing) => thing.kind === 'object' && thing.members.has(name));
  return held && memberOf(held, name).value;
}
