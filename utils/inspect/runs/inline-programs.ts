import { programName } from './command-targets.ts';
import { simpleCommands } from './shell-words.ts';

/** A program that stands in a command itself. */
export interface InlineProgram { readonly language: 'javascript' | 'python' | 'shell'; readonly code: string }

interface Interpreter { readonly language: InlineProgram['language']; readonly program: RegExp; readonly flag: RegExp }
const interpreters: readonly Interpreter[] = [
  { language: 'javascript', program: /^(?:node|nodejs|bun|tsx|ts-node|electron|esno|jiti)$/, flag: /^(?:-[a-z]*[ep]|--eval|--print)$/ },
  { language: 'javascript', program: /^deno$/, flag: /^eval$/ },
  { language: 'python', program: /^(?:python[\d.]*|pythonw|py|pypy3?)$/, flag: /^-\w*c$/ },
];
/** Commands in quotes in commands: `cmd /c "sh -c \"node -e ...\""` is three deep, and nobody needs more than twice that. */
const depthLimit = 6;
/** Programs of one command that are read, words of a simple one, and its characters. */
const programLimit = 50;
const wordLimit = 200;
const lengthLimit = 100_000;

/** Programs that a command holds: behind `node -e` and `python -c`, piped into an interpreter, in a module's address, encoded for PowerShell. */
export function inlinePrograms(command: string, depth = 0): InlineProgram[] {
  if (depth > depthLimit || !mayHold.test(command)) return [];
  const found: InlineProgram[] = [];
  const commands = simpleCommands(command.slice(0, lengthLimit));
  for (const [index, all] of commands.entries()) {
    const words = all.slice(0, wordLimit);
    found.push(...programsIn(words), ...pipedProgram(words, commands[index + 1]));
    // A command in quotes is run by whatever it is given to.
    for (const word of words) if (/\s/.test(word) && word !== command) found.push(...inlinePrograms(word, depth + 1));
    if (found.length > programLimit) break;
  }
  return found.slice(0, programLimit);
}

const mayHold = /(?:node|bun|tsx|electron|esno|jiti|deno|python|pypy|\bpy\b|-e(?:nc|c)?\w*\s|data:text)/i;

function programsIn(words: readonly string[]): InlineProgram[] {
  return [...words.entries()].flatMap(([at, word]): InlineProgram[] => {
    const name = programName(word);
    for (const { language, program, flag } of interpreters) {
      const flagged = program.test(name) ? codeBehind(words.slice(at + 1), flag) : undefined;
      if (flagged) return [{ language, code: flagged }];
    }
    if (/^(?:powershell|pwsh)$/.test(name)) return encodedCommand(words.slice(at + 1));
    return moduleAddress(word);
  });
}

/** The code behind a flag: `-e CODE`, `--eval=CODE`. The flag must come before any file. */
function codeBehind(words: readonly string[], flag: RegExp): string | undefined {
  for (const [at, word] of words.entries()) {
    const joined = /^(?:--eval|--print)=(.*)$/s.exec(word)?.[1];
    if (joined !== undefined) return joined;
    if (flag.test(word)) return words[at + 1];
    const takesValue = /^(?:-r|--require|--import|--loader|-W|-X)$/.test(words[at - 1] ?? '');
    if (!word.startsWith('-') && !takesValue) return undefined;
  }
  return undefined;
}

/** `echo "CODE" | node`. */
function pipedProgram([head = '', ...rest]: readonly string[], next: readonly string[] | undefined): InlineProgram[] {
  const language = interpreters.find(({ program }) => program.test(programName(next?.[0] ?? '')))?.language;
  if (!language || next!.slice(1).some((word) => word !== '-') || !/^(?:echo|printf)$/.test(programName(head))) return [];
  return [{ language, code: rest.filter((word) => !/^-[neE]+$/.test(word)).join(' ') }];
}

/** PowerShell takes UTF-16 in base64. */
function encodedCommand(words: readonly string[]): InlineProgram[] {
  const at = words.findIndex((word) => /^[-/](?:e|ec|en\w*)$/i.test(word));
  const text = at === -1 ? undefined : decoded(words[at + 1] ?? '', 'utf-16le');
  return text ? [{ language: 'shell', code: text }] : [];
}

/** `node --import "data:text/javascript,CODE"`. */
function moduleAddress(word: string): InlineProgram[] {
  const [, encoding, body = ''] = /data:(?:text|application)\/javascript[^,]*?(;base64)?,(.*)$/is.exec(word) ?? [];
  const code = encoding ? decoded(body, 'utf-8') : unescaped(body);
  return code ? [{ language: 'javascript', code }] : [];
}

function decoded(text: string, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding).decode(Uint8Array.from(atob(text), (char) => char.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
