import { isMade } from '../hidden/path-kinds.ts';
import type { Sighting, TextFile } from '../sighting.ts';
import { snippetAt } from '../snippet.ts';
import { keptProgram } from './kept-program.ts';
import { techniques } from './obfuscator-marks.ts';

/** Code that was made unreadable on purpose, in a file that holds scripts. At most one sighting for a file. */
export function obfuscation(file: TextFile, text: string): Sighting[] {
  const wasMade = isMade(file.path);
  const seen = (how: string, at: number): Sighting[] =>
    [{ kind: 'obfuscated', file: file.path, line: file.lines.lineOf(at), snippet: snippetAt(text, at), detail: { how } }];
  for (const { how, find, inSources } of techniques) {
    if (inSources && wasMade) continue;
    const at = find(text);
    if (at >= 0) return seen(how, at);
  }
  const program = wasMade ? undefined : keptProgram(text);
  return program ? seen(program.how, program.at) : [];
}
