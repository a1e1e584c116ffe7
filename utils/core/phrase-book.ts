import { fold, foldText, type Folded } from './fold.ts';
import { endOfNumber, endOfPhrase, foldPhrase, parsePhrase, type Phrase } from './phrase.ts';
import { isSpaced } from './spaced-script.ts';

/**
 * Finds thousands of phrases in a text in one pass.
 *
 * What     A phrase is words as people write them. `*` ends a word openly ("заработ*"), `#` is a number ("$#"), ` ... ` a gap of
 *          up to 40 characters within one sentence. No alternation, no nesting: nothing an author writes can be slow.
 * Why      Rules in ten languages hold thousands of phrases; a regular expression each (re2js, linear but 10 to 50 µs a
 *          pattern and message) would allow a few hundred messages a second.
 * Layout   Every phrase is filed under its first three folded characters (fewer when its first word is shorter), those that
 *          begin with a number under `#` and what follows it. One walk over the words of the text looks their beginnings up and
 *          verifies the few candidates.
 * Tried    indexOf for each phrase: 0.2 µs each, 1.5 ms a message at 7,400 phrases. A trie: same speed, more code.
 *
 * A hit that a negation precedes in the same clause ("we never ask you to pay a fee") is no hit, unless the phrase itself
 * begins with the negation ("don't use a virtual machine").
 */
export interface Hit { readonly from: number; readonly to: number }

/** How far back a negation reaches: about four words. */
const negationReach = 28;
const clauseEnd = /[.!?;:\n。！？；]/;
/** The word before which a statement says the opposite, in the languages the rules speak. Thai and Chinese do not space. */
const negations = [
  "\\b(?:no|not|never|without|don't|doesn't|won't|cannot|can't|nor|neither|n't)\\b", '\\b(?:kein\\w*|nicht|nie|niemals|ohne)\\b',
  '\\b(?:pas|jamais|aucun\\w*|sans)\\b', '\\b(?:nunca|jamas|sin|ningun\\w*)\\b', '\\b(?:nao|sem|nenhum\\w*)\\b',
  `(?:^|[^\\p{L}])(?:${['не', 'без', 'нет', 'ни', 'никогда', 'немає', 'ні', 'ніколи'].map(foldText).join('|')})(?=[^\\p{L}]|$)`,
  '[不没沒无無勿]', 'ไม่',
];
const negation = new RegExp(negations.join('|'), 'u');
const digit = /\p{N}/u;

const beginning = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

/** "# per day" stands under `#p`. */
function keyAfterNumber(text: string, end: number): string {
  const next = text.slice(end, end + 5).trimStart()[0] ?? '';
  return `#${/[.*#]/.test(next) ? '' : next}`;
}

export class PhraseBook {
  #filed = new Map<string, Phrase[]>();
  /** First two units of the longer keys, so that most places of a text are passed over without making a string. */
  #beginnings = new Set<number>();
  #ids = new Map<string, number>();

  /** Files a phrase and returns its number; the same phrase has one number. */
  add(words: string): number {
    const folded = foldPhrase(words);
    const known = this.#ids.get(folded);
    if (known !== undefined) return known;
    const phrase = parsePhrase(this.#ids.size, folded);
    this.#ids.set(folded, phrase.id);
    const key = phrase.head.slice(0, 3) || keyAfterNumber(folded, 1);
    if (phrase.head.length > 1) this.#beginnings.add(beginning(phrase.head, 0));
    this.#filed.set(key, [...(this.#filed.get(key) ?? []), phrase]);
    return phrase.id;
  }

  /** First hit of every phrase that occurs, by number, with offsets into the original text. */
  find(original: string): Map<number, Hit> {
    const folded = fold(original);
    const found = new Map<number, Hit>();
    const { text } = folded;
    for (let i = 0; i < text.length; i++) {
      const isWord = isSpaced(text, i);
      if (isWord && i > 0 && isSpaced(text, i - 1)) continue;
      this.#verify(folded, i, text[i]!, found);
      if (isWord && digit.test(text[i]!)) this.#verifyNumber(folded, i, found);
      if (!this.#beginnings.has(beginning(text, i))) continue;
      this.#verify(folded, i, text.slice(i, i + 2), found);
      this.#verify(folded, i, text.slice(i, i + 3), found);
    }
    return found;
  }

  #verifyNumber(folded: Folded, start: number, found: Map<number, Hit>) {
    const key = keyAfterNumber(folded.text, endOfNumber(folded.text, start) ?? start);
    this.#verify(folded, start, key, found);
    if (key !== '#') this.#verify(folded, start, '#', found);
  }

  #verify(folded: Folded, start: number, key: string, found: Map<number, Hit>) {
    const phrases = this.#filed.get(key);
    if (!phrases) return;
    for (const phrase of phrases) {
      if (!folded.text.startsWith(phrase.head, start) || found.has(phrase.id)) continue;
      const end = endOfPhrase(folded.text, start, phrase);
      if (end === undefined || isNegated(folded.text, start)) continue;
      found.set(phrase.id, { from: folded.at?.[start] ?? start, to: folded.at?.[end] ?? end });
    }
  }
}

function isNegated(text: string, start: number): boolean {
  const clause = text.slice(Math.max(0, start - negationReach), start).split(clauseEnd).at(-1)!;
  return negation.test(clause);
}
