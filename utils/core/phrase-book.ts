import { fold, type Folded } from './fold.ts';
import { bitOf, english, languagesOf } from './languages-of.ts';
import { isNegated } from './negation.ts';
import { endOfNumber, endOfPhrase, foldPhrase, phraseOf, spaceLimit, type Phrase } from './phrase.ts';
import { isSpaced } from './spaced-script.ts';

/**
 * Finds thousands of phrases in a text, in one pass for each language it may be in.
 *
 * What     A phrase is words as people write them. `*` ends a word openly ("заработ*"), `#` is a number ("$#"), ` ... ` a gap of
 *          up to 40 characters within one sentence. No alternation, no nesting: nothing an author writes can be slow.
 * Why      Rules in fifteen languages hold tens of thousands of phrases; asking for each of them takes several times as long as the
 *          whole judgement (`npm run bench`).
 * Layout   A phrase is filed under its first word and the beginning of its second, where it has one; under its first three folded
 *          characters (fewer when there are not so many) when that word ends openly or its script puts no spaces; under `#` and
 *          what follows when it begins with a number. A walk over the words of the text looks them up and verifies the few
 *          candidates.
 *          A rule asks for a group of phrases. A phrase knows its groups, and a group has its answer at its first hit: whatever
 *          else would say the same again is passed over.
 * Tried    `includes` for each phrase: 0.6 ms a message at 14,700 phrases. Three characters as the only key: a quarter slower.
 *
 * Phrases of a language are looked for in texts that may be in it (languages-of.ts), and filed when the first such text comes.
 *
 * A hit that a negation precedes in the same clause ("we never ask you to pay a fee") is no hit, unless the phrase itself
 * begins with the negation ("don't use a virtual machine").
 */
export interface Hit { readonly from: number; readonly to: number }

const digit = /\p{N}/u;
/** Two letters of a second word that is neither open, a number nor behind a gap. */
const secondWord = /^\s+[^\s*#.]{2}/;
const white = /\s/;
const isWhite = (text: string, at: number) => text.charCodeAt(at) === 32 || white.test(text[at]!);

const beginning = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** The whole word that begins at a place, without what its script does not space. */
function wordAt(text: string, start: number): string {
  let end = start;
  while (isSpaced(text, end)) end++;
  return text.slice(start, end);
}

/** "# per day" stands under `#p`. */
function keyAfterNumber(text: string, end: number): string {
  const next = text.slice(end, end + 5).trimStart()[0] ?? '';
  return `#${/[.*#]/.test(next) ? '' : next}`;
}

/** Phrases by language, or without. */
export type Says = readonly string[] | Readonly<Record<string, readonly string[]>>;
interface Filed extends Phrase { readonly groups: number[] }
interface Waiting { readonly phrases: readonly string[]; readonly group: number }

/** The phrases of one language. */
class Shelf {
  readonly byWord = new Map<string, Filed[]>();
  readonly byBeginning = new Map<string, Filed[]>();
  /** First two units of the longer beginnings, so that most places of a text are passed over without making a string. */
  readonly beginnings = new Set<number>();
  readonly #filed = new Map<string, Filed>();
  /** Not filed until a text in the language comes: most people read two or three languages. */
  #waiting: Waiting[] = [];

  add(phrases: readonly string[], group: number) {
    this.#waiting.push({ phrases, group });
  }

  open(): this {
    for (const { phrases, group } of this.#waiting) for (const words of phrases) this.#file(words, group);
    this.#waiting = [];
    return this;
  }

  #file(words: string, group: number) {
    const known = this.#filed.get(words);
    if (known) return void (known.groups.at(-1) !== group && known.groups.push(group));
    const filed = { ...phraseOf(foldPhrase(words)), groups: [group] };
    this.#filed.set(words, filed);
    this.#index(filed);
  }

  #index(phrase: Filed) {
    const { head, folded } = phrase;
    if (folded === '') return;
    const word = wordAt(head, 0);
    const isOpen = word === head && folded[head.length] === '*';
    if (word && !isOpen) return push(this.byWord, word + (secondWord.exec(folded.slice(word.length))?.[0].replace(/^\s+/, ' ') ?? ''), phrase);
    if (head.length > 1) this.beginnings.add(beginning(head, 0));
    push(this.byBeginning, head.slice(0, 3) || keyAfterNumber(folded, 1), phrase);
  }
}

export class PhraseBook {
  /** By the bit of the language. */
  #shelves = new Map<number, Shelf>();
  #groups = 0;

  /** Takes a group of phrases, by language or in no language of their own, and returns its number. */
  add(says: Says): number {
    const group = this.#groups++;
    const byLanguage = Array.isArray(says) ? { en: says as readonly string[] } : (says as Readonly<Record<string, readonly string[]>>);
    for (const [language, phrases] of Object.entries(byLanguage)) {
      const bit = bitOf.get(language) ?? english;
      const shelf = this.#shelves.get(bit) ?? new Shelf();
      this.#shelves.set(bit, shelf);
      shelf.add(phrases, group);
    }
    return group;
  }

  /** First hit of every group that occurs, by number, with offsets into the original text. */
  find(original: string): Map<number, Hit> {
    const folded = fold(original);
    const spoken = languagesOf(original, folded.text);
    const found = new Map<number, Hit>();
    for (const [language, shelf] of this.#shelves) if (spoken & language) findOn(shelf.open(), folded, found);
    return found;
  }
}

function findOn(shelf: Shelf, folded: Folded, found: Map<number, Hit>) {
  const { text } = folded;
  for (let i = 0; i < text.length; i++) {
    const isWord = isSpaced(text, i);
    if (isWord && i > 0 && isSpaced(text, i - 1)) continue;
    if (isWord) verifyWord(shelf, folded, i, found);
    if (isWord && digit.test(text[i]!)) verifyNumber(shelf, folded, i, found);
    verify(folded, i, shelf.byBeginning.get(text[i]!), found);
    if (!shelf.beginnings.has(beginning(text, i))) continue;
    verify(folded, i, shelf.byBeginning.get(text.slice(i, i + 2)), found);
    verify(folded, i, shelf.byBeginning.get(text.slice(i, i + 3)), found);
  }
}

function verifyWord(shelf: Shelf, folded: Folded, start: number, found: Map<number, Hit>) {
  const { text } = folded;
  const word = wordAt(text, start);
  verify(folded, start, shelf.byWord.get(word), found);
  const end = start + word.length;
  let next = end;
  while (next < text.length && next - end < spaceLimit && isWhite(text, next)) next++;
  if (next > end) verify(folded, start, shelf.byWord.get(`${word} ${text.slice(next, next + 2)}`), found);
}

function verifyNumber(shelf: Shelf, folded: Folded, start: number, found: Map<number, Hit>) {
  const end = endOfNumber(folded.text, start) ?? start;
  // The number of "20k/day" may end before its k ("#k/day") or behind it ("# per day").
  const keys = new Set([keyAfterNumber(folded.text, end), '#']);
  if (folded.text[end - 1] === 'k') keys.add('#k');
  for (const key of keys) verify(folded, start, shelf.byBeginning.get(key), found);
}

function verify(folded: Folded, start: number, candidates: readonly Filed[] | undefined, found: Map<number, Hit>) {
  if (!candidates) return;
  for (const phrase of candidates) {
    if (!folded.text.startsWith(phrase.head, start) || phrase.groups.every((group) => found.has(group))) continue;
    const end = endOfPhrase(folded.text, start, phrase);
    if (end === undefined || isNegated(folded.text, start, end)) continue;
    const hit = { from: folded.at?.[start] ?? start, to: folded.at?.[end] ?? end };
    for (const group of phrase.groups) if (!found.has(group)) found.set(group, hit);
  }
}

function push(files: Map<string, Filed[]>, key: string, phrase: Filed) {
  const list = files.get(key);
  if (list) list.push(phrase);
  else files.set(key, [phrase]);
}
