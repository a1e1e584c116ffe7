import { isPythonText } from './python-files.ts';
import type { Detector } from '../sighting.ts';
import { snippetAt } from '../snippet.ts';

const atLeast = (pattern: RegExp, count: number) => (text: string): number => {
  const found = new Map<string, number>();
  for (const { 0: name, index } of text.matchAll(pattern)) {
    if (!found.has(name)) found.set(name, index);
    if (found.size >= count) return found.values().next().value!;
  }
  return -1;
};
const runs = /(?<![.\w])(?:exec|eval|compile|__import__|getattr)\s*\(|\bmarshal\b/;

/** What tools leave behind that make Python unreadable, and what nobody writes: each with where it begins, or -1. */
const techniques: readonly (readonly [string, (text: string) => number])[] = [
  ['PyArmor', (text) => text.search(/\b__pyarmor(?:_\w+)?__\s*\(|^from pyarmor_runtime\w*\b|\bpytransform\b.{0,200}\bpyarmor_runtime\s*\(/m)],
  ['a tool that names itself', (text) => text.search(/^[ \t]*#.{0,40}\b(?:obfuscated (?:by|with|using)|pyobfuscate|py-?fuscate|hyperion obf|kramer\b|BlankOBF|Intensio|Oxyry|pyminifier)\b/im)],
  ['a lambda of underscores', (text) => text.search(/(?:^|;)[ \t]*_+\s*=\s*lambda\s+_+\s*:/m)],
  ['names nobody can tell apart', (text) => (runs.test(text) ? atLeast(/\b(?=\w{8})(?:[Il1]+|[O0o]+|_*[lI][lI1]*|O[O0]+|[mn]{8,}|[ij]{8,}|[SЅ5]{8,})\b/g, 6)(text) : -1)],
  ['numbered names', atLeast(/\b_0x[\da-f]{4,6}\b/g, 12)],
  ['names of underscores', (text) => (runs.test(text) ? atLeast(/(?<![\w.])_{5,}(?!\w)/g, 4)(text) : -1)],
  ['a long text that is run', (text) => (runs.test(text) && /\b(?:exec|eval|marshal)\b/.test(text) && /decode|decompress|fromhex|chr\(|marshal|translate|\^/.test(text) ? text.search(/["'][A-Za-z0-9+/=_-]{1500,}["']|(?:\\x[\da-f]{2}){300,}|(?:\d{1,3},\s*){400,}/i) : -1)],
  ['packed bytes', (text) => (!text.includes('marshal') ? -1 : text.search(/(?<!\\x[\da-f]{2})["']?(?=((?:\\x[\da-f]{2}){40,}))\1[\s\S]{0,60}\bmarshal\.loads|\bmarshal\.loads\(\s*b?["']/i))],
];

/** Python that was made unreadable on purpose. At most one sighting for a file. */
export const pythonObfuscation: Detector = ({ path, text, lines }) => {
  if (!isPythonText(path, text) || /(?:^|\/)(?:site-packages|tests?)\//.test(path)) return [];
  for (const [how, find] of techniques) {
    const at = find(text);
    if (at >= 0) return [{ kind: 'obfuscated', file: path, line: lines.lineOf(at), snippet: snippetAt(text, at), detail: { how } }];
  }
  return [];
};
