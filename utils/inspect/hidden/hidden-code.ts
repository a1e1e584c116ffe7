import { isCode, isMade, isSetting } from './path-kinds.ts';
import { replaceTexts } from '../quoted-texts.ts';
import { snippetAt } from '../snippet.ts';
import type { Detector, Sighting, TextFile } from '../sighting.ts';

/** Spaces after which an editor of usual width shows nothing any more. */
const manySpaces = /(?<![ \t\u00a0\u2000-\u200a\u3000])[ \t\u00a0\u2000-\u200a\u3000]{200,}(?=[^\s])/g;
/** Empty lines that fill more than one screen. */
const manyLines = /(?<=\S[ \t\r]{0,80})\n(?:[ \t\r]*\n){120,}(?=[ \t]*\S)/g;
/** Half a dozen empty lines: without them there are not a hundred, and looking back from each end of a line takes long. */
const someLines = /\n[ \t\r]*\n[ \t\r]*\n[ \t\r]*\n[ \t\r]*\n[ \t\r]*\n/;
/** Longest line that a person writes in a program; what tools make is told by its path. */
const longLine = 500;

/** Code out of sight: behind many spaces, below many empty lines, at the end of one long line. */
export const hiddenCode: Detector = (file) => {
  if (!isCode(file.path) && !isSetting(file.path) || isMade(file.path)) return [];
  return [...behindSpaces(file), ...belowLines(file), ...longLines(file)];
};

function behindSpaces(file: TextFile): Sighting[] {
  return [...file.text.matchAll(manySpaces)].flatMap(({ index, 0: { length } }) => {
    const at = index + length;
    const rest = restOfLine(file.text, at);
    return looksLikeCode(rest) && !isIndented(file.text, index, length) ? [sighting('hides-behind-whitespace', file, at, { count: length, how: 'spaces' })] : [];
  }).slice(0, 5);
}

const restOfLine = (text: string, at: number): string => {
  const rest = text.slice(at, at + 2_000);
  const end = rest.search(/[\r\n]/);
  return end < 0 ? rest : rest.slice(0, end);
};

const looksLikeCode = (rest: string): boolean => !/^\s*(?:\/\*(?:(?!\*\/).)*\*\/\s*)?(?:$|\/\/|\/\*|\*|#(?!!)|--|<!--)/.test(rest) && /[(){};=]|["']\s*:|\b(?:import|require|eval|exec|curl|wget|node|bash|powershell)\b/.test(rest) && /[a-z]{2}/i.test(rest);

/** Characters in front of a line that are looked through for the line before. */
const farthestBefore = 4_000;

/** In deep indentation the line before stands about as far right. */
function isIndented(text: string, from: number, length: number): boolean {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  if (text.slice(lineStart, from).trim() !== '') return false;
  const before = text.slice(Math.max(0, lineStart - farthestBefore), lineStart).trimEnd();
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.length - line.trimStart().length > length - 60;
}

const belowLines = (file: TextFile): Sighting[] => !someLines.test(file.text) ? [] : [...file.text.matchAll(manyLines)].flatMap(({ index, 0: gap }) => {
  const at = index + gap.length;
  return looksLikeCode(restOfLine(file.text, at).trim()) ? [sighting('hides-behind-whitespace', file, at, { count: gap.split('\n').length - 2, how: 'empty lines' })] : [];
}).slice(0, 5);

/** One line of much code among short lines. Long texts, addresses, paths of pictures and tables of numbers are none. */
function longLines(file: TextFile): Sighting[] {
  if (!isCode(file.path)) return [];
  const lines = file.text.split('\n');
  const long = lines.filter(({ length }) => length > longLine).length;
  // A file that is long lines throughout was made by a tool.
  if (long === 0 || long > 3 || lines.length < 5) return [];
  let at = 0;
  return lines.flatMap((line) => {
    const from = at;
    at += line.length + 1;
    if (line.length <= longLine || !isPackedCode(line)) return [];
    return [sighting('obfuscated', file, from + line.search(/\S/), { count: line.length, how: 'one long line of code' })];
  });
}

function isPackedCode(line: string): boolean {
  // `(0, lib.call)(…)` is how TypeScript writes each call of what it imports.
  const code = replaceTexts(line.slice(0, 20_000), '"\'`', () => '""').replace(/\(0, ?[\w$]+\.[\w$]+\)\(/g, 'f(').replace(/\/\/.*|#\s.*|<[\w-]+(?:\s[^<>]*)?>/g, '');
  return code.length > 250 && (code.match(/[;]|=>|\bfunction\b|\)\(/g)?.length ?? 0) >= 4 && (code.match(/[(){}]/g)?.length ?? 0) >= 12;
}

const sighting = (kind: Sighting['kind'], { path, text, lines }: TextFile, at: number, detail: Sighting['detail']): Sighting =>
  ({ kind, file: path, line: lines.lineOf(at), snippet: snippetAt(text, at), detail });
