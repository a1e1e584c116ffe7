import { foldText } from './fold.ts';
import { isSpaced } from './spaced-script.ts';

/**
 * One phrase and how it is found at a place of a folded text.
 *
 * A phrase is pieces with gaps between them, a piece is literals, numbers, open word ends and white space. Nothing repeats or
 * chooses, so matching walks forward only and is linear in the phrase. Tried: a sticky regular expression for each piece,
 * thousands of them to compile in every new worker.
 */
export interface Phrase {
  readonly folded: string;
  /** Literal beginning, the quickest test; empty when the phrase begins with a number. */
  readonly head: string;
  /** Made when the phrase is tried for the first time: most of thousands never are. */
  pieces?: readonly Piece[];
}
interface Piece { readonly head: string; readonly atoms: readonly Atom[] }
type Atom = string | typeof open | typeof number | typeof space;
const open = Symbol('open');
const number = Symbol('number');
const space = Symbol('space');

/** Longest gap between two pieces: about seven words, less than most sentences. */
const gapLimit = 40;
/** Longest word after an open beginning, number, and white space between two words, which layouts stretch. */
const openLimit = 20;
const numberLimit = 13;
export const spaceLimit = 200;
/** What ends a sentence between two pieces; a full stop inside a number or a name does not. */
const clauseBreak = /[!?;:\n。！？；]|\.\s/;
const digit = /\p{N}/u;
const white = /\s/;

export const phraseOf = (folded: string): Phrase => ({ folded, head: literalBeginning.exec(folded)![0] });
const literalBeginning = /^(?:(?!\.\.\.)[^*#\s])*/;

const piecesOf = (folded: string): Piece[] => folded.split(/\s*\.\.\.\s*/).filter(Boolean).map(parsePiece);

function parsePiece(piece: string): Piece {
  const atoms = piece.split(/(\*|#|\s+)/).filter(Boolean).map((part): Atom =>
    part === '*' ? open : part === '#' ? number : white.test(part) ? space : part);
  return { head: typeof atoms[0] === 'string' ? atoms[0] : '', atoms };
}

/** What is wrong with a phrase: it must be findable by its beginning, and three pieces are as many as stay quick. */
export function faultOfPhrase(phrase: string): string | undefined {
  const pieces = foldPhrase(phrase).split(/\s*\.\.\.\s*/);
  if (pieces.length > 3) return `The phrase "${phrase}" has more than two gaps: make it two phrases.`;
  if (pieces.some((piece) => !piece || piece.startsWith('*'))) return `The phrase "${phrase}" is empty or begins with a gap or an open word: begin it with a word.`;
  return undefined;
}

/** The form in which a phrase is compared: folded, without white space around. */
export const foldPhrase = (phrase: string): string => foldText(phrase).trim();

/** End of the phrase when it stands at `start`. */
export function endOfPhrase(text: string, start: number, phrase: Phrase): number | undefined {
  return endOfPieces(text, start, (phrase.pieces ??= piecesOf(phrase.folded)), 0);
}

function endOfPieces(text: string, start: number, pieces: readonly Piece[], piece: number): number | undefined {
  const end = endOfPiece(text, start, pieces[piece]!.atoms);
  if (end === undefined) return undefined;
  return piece < pieces.length - 1 ? endAfterGap(text, end, pieces, piece + 1) : end;
}

/** Tries every place within the gap where the next piece's head stands, so that a first wrong one is no miss. */
function endAfterGap(text: string, start: number, pieces: readonly Piece[], piece: number): number | undefined {
  const { head } = pieces[piece]!;
  const reach = Math.min(start + gapLimit, text.length);
  const window = text.slice(start, reach + head.length);
  // A piece that begins with a number has no head and is tried everywhere.
  for (let at = window.indexOf(head); at >= 0 && start + at <= reach; at = head ? window.indexOf(head, at + 1) : at + 1) {
    if (clauseBreak.test(window.slice(0, at))) return undefined;
    const startsWord = !isSpaced(text, start + at) || !isSpaced(text, start + at - 1);
    const end = startsWord ? endOfPieces(text, start + at, pieces, piece) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
}

function endOfPiece(text: string, start: number, atoms: readonly Atom[]): number | undefined {
  let at = start;
  for (const [i, atom] of atoms.entries()) {
    const end = typeof atom === 'string' ? endOfLiteral(text, at, atom) : atom === number ? endOfNumber(text, at, atoms[i + 1])
      : atom === space ? endOfSpace(text, at) : endOfWord(text, at);
    if (end === undefined) return undefined;
    at = end;
  }
  // A phrase that does not end openly ends where the word does.
  return atoms.at(-1) === open || !isSpaced(text, at) || !isSpaced(text, at - 1) ? at : undefined;
}

const endOfLiteral = (text: string, at: number, literal: string) => (text.startsWith(literal, at) ? at + literal.length : undefined);

function endOfSpace(text: string, start: number): number | undefined {
  let at = start;
  while (at - start < spaceLimit && white.test(text[at] ?? '')) at++;
  return at === start ? undefined : at;
}

function endOfWord(text: string, start: number): number {
  let at = start;
  while (at - start < openLimit && isSpaced(text, at)) at++;
  return at;
}

/** `1,200`, `1.500,00`, `20k`. */
export function endOfNumber(text: string, start: number, next?: Atom): number | undefined {
  let at = start;
  while (at - start < numberLimit && (digit.test(text[at] ?? '') || (at > start && /[.,]/.test(text[at] ?? '')))) at++;
  if (at === start) return undefined;
  const thousand = text[at] === 'k' && !isSpaced(text, at + 1) && !(typeof next === 'string' && next.startsWith('k'));
  return thousand ? at + 1 : at;
}
