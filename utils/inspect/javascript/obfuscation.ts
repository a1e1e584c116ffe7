import { isMade } from '../hidden/path-kinds.ts';
import type { Sighting, TextFile } from '../sighting.ts';
import { snippetAt } from '../snippet.ts';
import { keptProgram } from './kept-program.ts';
import { techniques } from './obfuscator-marks.ts';

/** Characters of the parts into which a file is cut. */
const part = 500;
const fewestPlain = 6;
const marks = /\b_0x[\da-f]{4,}|\(\s*-?0x[\da-f]+|[\w$)\]]\[['"][A-Za-z_]\w*['"]\]/g;
const plainMembers = /[\w$)\]]\.[A-Za-z_$]/g;

/** Tools make a whole file unreadable. Where most of a library can still be read but for its short names, somebody put the rest in. */
function standsWithin(text: string): boolean {
  let marked = 0;
  let plain = 0;
  for (let at = 0; at < text.length; at += part) {
    const some = text.slice(at, at + part);
    const count = some.match(marks)?.length ?? 0;
    if (count >= 4) marked++;
    else if (count === 0 && (some.match(plainMembers)?.length ?? 0) >= 4) plain++;
  }
  return marked > 0 && plain >= fewestPlain && plain > marked;
}

/** Code that was made unreadable on purpose, in a file that holds scripts. At most one sighting for a file. */
export function obfuscation(file: TextFile, text: string): Sighting[] {
  const wasMade = isMade(file.path);
  const seen = (how: string, at: number): Sighting[] =>
    [{ kind: 'obfuscated', file: file.path, line: file.lines.lineOf(at), snippet: snippetAt(text, at), detail: { how, ...(wasMade && standsWithin(text) ? { isWithin: true } : {}) } }];
  for (const { how, find, inSources } of techniques) {
    if (inSources && wasMade) continue;
    const at = find(text);
    if (at >= 0) return seen(how, at);
  }
  const program = wasMade ? undefined : keptProgram(text);
  return program ? seen(program.how, program.at) : [];
}
