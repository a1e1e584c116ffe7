import { fold, type Folded } from './fold.ts';
import { isNegated } from './negation.ts';
import { endOfNumber, endOfPhrase, foldPhrase, parsePhrase, type Phrase } from './phrase.ts';
import { isSpaced } from './spaced-script.ts';

/**
 * Finds thousands of phrases in a text in one pass.
 *
 * What     A phrase is words as people write them. `*` ends a word openly ("заработ*"), `#` is a number ("$#"), ` ... ` a gap of
 *          up to 40 characters within one sentence. No alternation, no nesting: nothing an author writes can be slow.
 * Why      Rules in ten languages hold thousands of phrases; asking for each of them takes three times as long as the whole
 *          judgement (`npm run bench`).
 * Layout   A phrase is filed under its first word; under its first three folded characters (fewer when there are not so many)
 *          when that word ends openly or its script puts no spaces; under `#` and what follows when it begins with a number. One
 *          walk over the words of the text looks them up and verifies the few candidates.
 * Tried    `includes` for each phrase: 0.6 ms a message at 14,700 phrases. Three characters as the only key: a quarter slower.
 *
 * A hit that a negation precedes in the same clause ("we never ask you to pay a fee") is no hit, unless the phrase itself
 * begins with the negation ("don't use a virtual machine").
 */
export interface Hit { readonly from: number; readonly to: number }

const digit = /\p{N}/u;

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

export class PhraseBook {
  #byWord = new Map<string, Phrase[]>();
  #byBeginning = new Map<string, Phrase[]>();
  /** First two units of the longer beginnings, so that most places of a text are passed over without making a string. */
  #beginnings = new Set<number>();
  #ids = new Map<string, number>();

  /** Files a phrase and returns its number; the same phrase has one number. */
  add(words: string): number {
    const folded = foldPhrase(words);
    const known = this.#ids.get(folded);
    if (known !== undefined) return known;
    const phrase = parsePhrase(this.#ids.size, folded);
    this.#ids.set(folded, phrase.id);
    this.#file(phrase, folded);
    return phrase.id;
  }

  #file(phrase: Phrase, folded: string) {
    const { head } = phrase;
    if (phrase.pieces.length === 0) return;
    const word = wordAt(head, 0);
    const isOpen = word === head && folded[head.length] === '*';
    if (word && !isOpen) return push(this.#byWord, word, phrase);
    if (head.length > 1) this.#beginnings.add(beginning(head, 0));
    push(this.#byBeginning, head.slice(0, 3) || keyAfterNumber(folded, 1), phrase);
  }

  /** First hit of every phrase that occurs, by number, with offsets into the original text. */
  find(original: string): Map<number, Hit> {
    const folded = fold(original);
    const found = new Map<number, Hit>();
    const { text } = folded;
    for (let i = 0; i < text.length; i++) {
      const isWord = isSpaced(text, i);
      if (isWord && i > 0 && isSpaced(text, i - 1)) continue;
      if (isWord) this.#verify(folded, i, this.#byWord.get(wordAt(text, i)), found);
      if (isWord && digit.test(text[i]!)) this.#verifyNumber(folded, i, found);
      this.#verify(folded, i, this.#byBeginning.get(text[i]!), found);
      if (!this.#beginnings.has(beginning(text, i))) continue;
      this.#verify(folded, i, this.#byBeginning.get(text.slice(i, i + 2)), found);
      this.#verify(folded, i, this.#byBeginning.get(text.slice(i, i + 3)), found);
    }
    return found;
  }

  #verifyNumber(folded: Folded, start: number, found: Map<number, Hit>) {
    const end = endOfNumber(folded.text, start) ?? start;
    // The number of "20k/day" may end before its k ("#k/day") or behind it ("# per day").
    const keys = new Set([keyAfterNumber(folded.text, end), '#']);
    if (folded.text[end - 1] === 'k') keys.add('#k');
    for (const key of keys) this.#verify(folded, start, this.#byBeginning.get(key), found);
  }

  #verify(folded: Folded, start: number, candidates: readonly Phrase[] | undefined, found: Map<number, Hit>) {
    if (!candidates) return;
    for (const phrase of candidates) {
      if (!folded.text.startsWith(phrase.head, start) || found.has(phrase.id)) continue;
      const end = endOfPhrase(folded.text, start, phrase);
      if (end === undefined || isNegated(folded.text, start, end)) continue;
      found.set(phrase.id, { from: folded.at?.[start] ?? start, to: folded.at?.[end] ?? end });
    }
  }
}

function push(files: Map<string, Phrase[]>, key: string, phrase: Phrase) {
  const list = files.get(key);
  if (list) list.push(phrase);
  else files.set(key, [phrase]);
}
