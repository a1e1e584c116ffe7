import type { Host } from './address.ts';
import { splitWords, type Piece, type WordTree } from './split-words.ts';

/** Words and endings that a model knows, as its file holds them. */
export interface Vocabulary {
  readonly words: WordTree;
  /** Groups of words that promise a meeting, an interview, an assessment or the repair of a device. */
  readonly promising: ReadonlySet<string>;
  /** Endings that cost next to nothing and that few companies use. */
  readonly cheap: ReadonlySet<string>;
}

/** One observation about a name: what it is called in the model, and the piece it was seen in when it stands in one. */
export type Feature = readonly [name: string, piece?: Piece];
export interface HostFeatures { readonly features: readonly Feature[]; readonly pieces: readonly Piece[] }

/**
 * Everything the model may weigh, each thing a person can be shown: words of the own label (`meet`) and before it (`meet.`), their
 * groups (`#meeting`, `#meeting.`), the ending (`.online`) and its class, how much of the label is such words, length, hyphens,
 * digits, and what stands before the registrable domain. Letter sequences were tried and left out: see the model's file.
 */
export function hostFeatures({ host, domain, suffix, label, isShared }: Host, vocabulary: Vocabulary): HostFeatures {
  const name = host.replace(/^www\d?\./, '');
  const start = Math.max(0, name.length - domain.length);
  const own = splitWords(label, start, vocabulary.words);
  const before = splitWords(name.slice(0, start), 0, vocabulary.words);
  const tail: Piece = { text: `.${suffix}`, at: name.length - suffix.length - 1 };
  const promises = new Set(own.map(({ group }) => group).filter((group) => group && vocabulary.promising.has(group))).size;
  const ending = endingOf(suffix, vocabulary);
  const below = kindBelow(name.slice(0, start), before);
  const features: Feature[] = [
    [`.${suffix}`, tail], [`ending:${ending}`, tail], ...(isShared ? [['shared', tail] as const] : []),
    ...wordFeatures(own, ''), ...wordFeatures(before, '.'),
    [`words:${coverage(own)}`], [`promises:${Math.min(promises, 3)}`], [`promises:${Math.min(promises, 2)}:${ending}`],
    [`below:${below}`], ...(promises > 0 ? [[`below:${below}:promise`] as const] : []),
    [`length:${Math.min(5, Math.floor(label.length / 4))}`], [`hyphens:${Math.min(2, label.split('-').length - 1)}`],
    ...digitFeatures(own),
  ];
  return { features, pieces: [...before, ...own, tail] };
}

function wordFeatures(pieces: readonly Piece[], mark: string): Feature[] {
  const found = new Map<string, Piece>();
  for (const piece of pieces) {
    if (!piece.group) continue;
    for (const name of [`${piece.text}${mark}`, `#${piece.group}${mark}`]) if (!found.has(name)) found.set(name, piece);
  }
  return [...found];
}

/** `.com`, a land, what costs next to nothing, or another. */
function endingOf(suffix: string, { cheap }: Vocabulary): string {
  if (suffix === 'com') return 'com';
  if (cheap.has(suffix)) return 'cheap';
  return suffix.length === 2 || suffix.includes('.') ? 'land' : 'other';
}

/** How much of the own label is known words: none, some, most, or all of it and how many. */
function coverage(own: readonly Piece[]): string {
  const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0);
  const lettered = own.filter(({ text, group }) => group || !/\d/.test(text));
  const known = lettered.filter(({ group }) => group);
  const share = lengthOf(known) / Math.max(1, lengthOf(lettered));
  if (share === 1) return `all${Math.min(3, known.length)}`;
  return share > 0.5 ? 'most' : share > 0 ? 'some' : 'none';
}

/** What stands before the registrable domain: words of ours, digits, several labels, or a name such as a company's. */
function kindBelow(before: string, pieces: readonly Piece[]): string {
  if (before === '') return 'none';
  if (pieces.every(({ group }) => group)) return 'words';
  if (/\d/.test(before)) return 'digits';
  if (before.slice(0, -1).includes('.')) return 'deep';
  return before.length > 4 ? 'name' : 'short';
}

function digitFeatures(own: readonly Piece[]): Feature[] {
  const index = own.findIndex(({ text, group }) => !group && /\d/.test(text));
  if (index < 0) return [];
  const place = index === 0 ? 'first' : index === own.length - 1 ? 'last' : 'inside';
  const beside = own[index - 1]?.text === 'web' || own[index + 1]?.text === 'web';
  return [[`digits:${place}`, own[index]], ...(beside ? [['digits:web', own[index]] as const] : [])];
}
