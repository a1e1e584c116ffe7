import { fold, foldText, type Folded } from './fold.ts';

/**
 * Finds thousands of phrases in a text in one pass.
 *
 * What     A phrase is words as people write them. `*` ends a word openly ("заработ*"), `#` is a number ("$#"), ` ... ` a gap of
 *          up to 40 characters within one sentence. No alternation, no nesting: nothing an author writes can be slow.
 * Why      Rules in ten languages hold thousands of phrases; a regular expression each (re2js, linear but 10 to 50 µs a
 *          pattern and message) would allow a few hundred messages a second.
 * Layout   Every phrase is filed under its first three folded characters (fewer when it is shorter or open earlier). One walk
 *          over the text looks the next three, two and one characters up and verifies the few candidates with a sticky
 *          expression of literals and bounded classes.
 * Tried    indexOf for each phrase: 0.2 µs each, 0.4 ms a message at 2,000 phrases. A trie: same speed, more code.
 *
 * A hit that a negation precedes in the same clause ("we never ask you to pay a fee") is no hit, unless the phrase itself
 * begins with the negation ("don't use a virtual machine").
 */
export interface Hit { readonly from: number; readonly to: number }
interface Phrase {
  readonly id: number;
  /** Literal beginning, the quickest test. */
  readonly head: string;
  readonly words: string;
  /** Made from `words` when the beginning first occurs: most phrases of a pack never do in the life of a worker. */
  pieces?: readonly RegExp[];
  readonly bounded: boolean;
}

/** Longest gap between two pieces: about seven words, less than most sentences. */
const gapLimit = 40;
/** How far back a negation reaches: about four words. */
const negationReach = 28;
const clauseEnd = /[.!?;:\n。！？；]/;
const spacedScript = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Hebrew}\p{N}]/u;
/** Letters and numbers of scripts that put spaces between words, by code unit: 0 not asked yet, 1 no, 2 yes. */
const spacedUnits = new Uint8Array(0x10000);
function isSpaced(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return false;
  return (spacedUnits[unit] ||= spacedScript.test(text[at]!) ? 2 : 1) === 2;
}
/** The word before which a statement says the opposite, in the languages the rules speak. Thai and Chinese do not space. */
const negations = [
  "\\b(?:no|not|never|without|don't|doesn't|won't|cannot|can't|nor|neither|n't)\\b", '\\b(?:kein\\w*|nicht|nie|niemals|ohne)\\b',
  '\\b(?:pas|jamais|aucun\\w*|sans)\\b', '\\b(?:nunca|jamas|sin|ningun\\w*)\\b', '\\b(?:nao|sem|nenhum\\w*)\\b',
  `(?:^|[^\\p{L}])(?:${['не', 'без', 'нет', 'ни', 'никогда', 'немає', 'ні', 'ніколи'].map(foldText).join('|')})(?=[^\\p{L}]|$)`,
  '[不没沒无無勿]', 'ไม่',
];
const negation = new RegExp(negations.join('|'), 'u');
const escape = (literal: string) => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const beginning = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);

const compilePieces = (words: string): RegExp[] => words.split(/\s*\.\.\.\s*/).filter(Boolean).map(compilePiece);

function compilePiece(piece: string): RegExp {
  const source = piece.split(/(\*|#|\s+)/).map((part) =>
    part === '*' ? '[\\p{L}\\p{N}]{0,20}' : part === '#' ? '\\p{N}[\\p{N}.,]{0,12}[kк]?' : part.trim() === '' && part ? '\\s{1,4}' : escape(part)).join('');
  return new RegExp(source, 'yu');
}

export class PhraseBook {
  #filed = new Map<string, Phrase[]>();
  /** First two units of the longer keys, so that most places of a text are passed over without making a string. */
  #beginnings = new Set<number>();
  #ids = new Map<string, number>();

  /** Files a phrase and returns its number; the same phrase has one number. */
  add(phrase: string): number {
    const folded = foldText(phrase).trim();
    const known = this.#ids.get(folded);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(folded, id);
    const head = folded.split(/[*#]|\s/)[0]!;
    const key = head.slice(0, 3) || '#';
    if (key.length > 1) this.#beginnings.add(beginning(key, 0));
    const list = this.#filed.get(key) ?? [];
    list.push({ id, head, words: folded, bounded: !folded.endsWith('*') });
    this.#filed.set(key, list);
    return id;
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
      if (isWord && /\p{N}/u.test(text[i]!)) this.#verify(folded, i, '#', found);
      if (!this.#beginnings.has(beginning(text, i))) continue;
      this.#verify(folded, i, text.slice(i, i + 2), found);
      this.#verify(folded, i, text.slice(i, i + 3), found);
    }
    return found;
  }

  #verify(folded: Folded, start: number, key: string, found: Map<number, Hit>) {
    for (const phrase of this.#filed.get(key) ?? []) {
      if (found.has(phrase.id) || !folded.text.startsWith(phrase.head, start)) continue;
      const end = matchPieces(folded.text, start, phrase);
      if (end === undefined || isNegated(folded.text, start)) continue;
      found.set(phrase.id, { from: folded.at?.[start] ?? start, to: folded.at?.[end] ?? end });
    }
  }
}

/** End of the phrase when it stands at `start`. Tries every place of a piece within its gap, so a first wrong one is no miss. */
function matchPieces(text: string, start: number, phrase: Phrase, piece = 0): number | undefined {
  const pieces = (phrase.pieces ??= compilePieces(phrase.words));
  const expression = pieces[piece]!;
  const last = piece === pieces.length - 1;
  const reach = piece === 0 ? start : Math.min(text.length, start + gapLimit);
  for (let at = start; at <= reach; at++) {
    if (at > start && clauseEnd.test(text[at - 1]!) && (text[at - 1] !== '.' || /\s/.test(text[at] ?? ' '))) return undefined;
    if (piece > 0 && isSpaced(text, at) && isSpaced(text, at - 1)) continue;
    expression.lastIndex = at;
    if (!expression.test(text)) continue;
    const end = expression.lastIndex;
    if (!last) {
      const rest = matchPieces(text, end, phrase, piece + 1);
      if (rest !== undefined) return rest;
    } else if (!phrase.bounded || !isSpaced(text, end) || !isSpaced(text, end - 1)) return end;
  }
  return undefined;
}

function isNegated(text: string, start: number): boolean {
  const clause = text.slice(Math.max(0, start - negationReach), start).split(clauseEnd).at(-1)!;
  return negation.test(clause);
}
