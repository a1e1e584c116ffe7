import { isCode, isMade, isSetting, isTranslation } from './path-kinds.ts';
import { snippetAt } from '../snippet.ts';
import type { Detector, Kind, Sighting, TextFile } from '../sighting.ts';

/**
 * Characters that carry text nobody sees. One joiner or selector is ordinary (emoji, Persian, Indic scripts); runs of them are not. Tags are ordinary
 * only in the flags of parts of countries. Source: Unicode 15, "Variation Selectors Supplement", "Tags", "General Punctuation".
 */
const unseen: readonly (readonly [string, RegExp])[] = [
  ['variation selectors', /[\ufe00-\ufe0f]{3,}|(?:\u{e0100}|[\u{e0101}-\u{e01ef}]){2,}/gu],
  ['tags', /(?<![\u{1f3f4}\u{e0020}-\u{e007f}])[\u{e0001}\u{e0020}-\u{e007f}]{2,}/gu],
  ['characters without width', /[\u200b-\u200d\u2060-\u2064\ufeff\u180e\u00ad]{4,}/gu],
  ['private characters', /[\ue000-\uf8ff]{12,}|[\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]{8,}/gu],
  ['letters that are drawn as nothing', /[\u3164\uffa0\u115f\u1160](?=\s*[=,;)}\].:])/gu],
];
/** Overrides turn even Latin letters round; the others belong to text that is written from the right. */
const overrides = /[\u202d\u202e]/g;
const turns = /[\u202a\u202b\u2066-\u2068]/g;
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Letters of Greek and Cyrillic that are drawn like Latin ones. Source: confusables of Unicode Technical Standard 39, letters that look the same in common fonts. */
const lookAlike = 'аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const mixedName = new RegExp(`(?<![\\w$\\-\\\\${lookAlike}\\u0370-\\u04ff])(?:[A-Za-z_$]+[${lookAlike}]|[${lookAlike}]+[A-Za-z_$])[\\w$${lookAlike}]*(?![\\-\\u0370-\\u04ff])`, 'gu');

/** What stands in code and is not seen, or seen in another order, or taken for other letters. */
export const unseenCharacters: Detector = (file) => {
  const { path, text } = file;
  if (!isCode(path) && !isSetting(path) || isTranslation(path) || /\/node_modules\//.test(`/${path}`)) return [];
  // Plain ASCII has none of them, and is most of all code.
  if (!/[\u00ad\u0370-\u04ff\u0500-\u052f\u115f\u1160\u180e\u200b-\u206f\u3164\ue000-\uf8ff\ufe00-\ufeff\uffa0\ud800-\udfff]/.test(text)) return [];
  const found: Sighting[] = [];
  for (const [how, pattern] of unseen) add(found, 'invisible-characters', file, pattern, how, ({ 0: run }) => run.length);
  add(found, 'direction-characters', file, overrides, 'an override', () => 1);
  add(found, 'direction-characters', file, turns, 'a turn of direction', (match) => (fromTheRight.test(lineAround(text, match.index)) ? 0 : 1));
  if (isCode(path) && !isMade(path)) add(found, 'invisible-characters', file, mixedName, 'letters of another alphabet', ({ 0: name }) => (name.match(/[A-Za-z]/g)?.length ?? 0) >= 2 ? 1 : 0);
  return found;
};

function add(found: Sighting[], kind: Kind, { path, text, lines }: TextFile, pattern: RegExp, how: string, countOf: (match: RegExpExecArray) => number): void {
  // Places of a kind beyond these tell nothing new.
  let left = 5;
  for (const match of text.matchAll(pattern)) {
    const count = countOf(match);
    if (count === 0) continue;
    found.push({ kind, file: path, line: lines.lineOf(match.index), snippet: snippetAt(text, match.index), detail: { how, count } });
    if (--left === 0) return;
  }
}

/** The line, or of a long one what stands about the place: it is asked for each mark. */
const lineAround = (text: string, at: number): string => {
  const part = text.slice(Math.max(0, at - 300), at + 300);
  const here = at - Math.max(0, at - 300);
  return part.slice(part.lastIndexOf('\n', here) + 1, (part.indexOf('\n', here) + 1 || part.length + 1) - 1);
};
