import { snippetAt } from '../snippet.ts';
import type { Kind, Sighting, TextFile } from '../sighting.ts';

const runs = String.raw`(?<![.\w])(?:exec|eval|compile|os\.system|subprocess\.\w+|__import__\(['"]os['"]\)\.\w+|(?:pickle|marshal)\.loads)\s*\(`;
/** What a single line says, of files that are too long to be followed. */
const lines: readonly (readonly [Kind, RegExp])[] = [
  ['runs-fetched-text', new RegExp(String.raw`${runs}[^\n]{0,200}(?:requests\.(?:get|post)|urlopen|httpx\.(?:get|post)|\.recv)\s*\(`, 'g')],
  ['runs-decoded-text', new RegExp(String.raw`${runs}[^\n]{0,200}(?:b(?:64|85|32)decode|a85decode|fromhex|unhexlify|decompress|rot_?13|marshal\.loads|\[::\s*-\s*1\]|map\(\s*chr)`, 'g')],
  ['runs-decoded-text', /(?:^|;)[ \t]*_+[ \t]*=[ \t]*lambda\s+_+\s*:[^\n]{0,200}(?:b64decode|decompress)/gm],
];

/** Files of Python that are too long to be parsed: looked at line by line. */
export const unparsedPython = (file: TextFile): Sighting[] => lines.flatMap(([kind, pattern]) => [...file.text.matchAll(pattern)].slice(0, 5).map((match): Sighting =>
  ({ kind, file: file.path, line: file.lines.lineOf(match.index), snippet: snippetAt(file.text, match.index), detail: { isParsed: false } })));
