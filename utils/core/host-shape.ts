import * as z from 'zod/mini';
import { parseHost, type Host } from './address.ts';
import { hostFeatures, type Vocabulary } from './host-features.ts';
import { wordTree, type Piece } from './split-words.ts';

const list = z.string().check(z.minLength(1));

/** A linear model of how names of fake meetings and interviews are built. Lists of words are separated by spaces. */
export const HostShape = z.strictObject({
  licence: z.string(),
  date: z.iso.date(),
  origin: z.string(),
  made: z.string(),
  /** Lists whose members are never scored: a name somebody vouched for is no riddle. */
  never: z.array(z.string()),
  words: z.record(z.string(), list),
  promising: list,
  cheap: list,
  bias: z.number(),
  /** A weight is its whole number times this. */
  scale: z.number(),
  weights: z.record(z.string(), z.number().check(z.int(), z.gte(-127), z.lte(127))),
});
export type HostShape = z.infer<typeof HostShape>;

/** `shape`: 0 to 1; 0.5 and 0.9 are passed by the shares of honest hosts that the model's file names. `shapePieces`: what spoke most for it. */
export interface Shape { readonly shape: number; readonly shapePieces: string }
export type ShapeOf = (host: string) => Shape | undefined;

/** Most pieces that are named: three say what a name is joined from, more read like a list. */
const mostPieces = 3;
const remembered = 2_000;

export const vocabularyOf = ({ words, promising, cheap }: Pick<HostShape, 'words' | 'promising' | 'cheap'>): Vocabulary => ({
  words: wordTree(words),
  promising: new Set(promising.split(' ')),
  cheap: new Set(cheap.split(' ')),
});

/** Names of digits, of other alphabets, without a public ending or without an own label have no shape to judge. */
export const hasShape = ({ host, suffix, label, isIp }: Host): boolean =>
  !isIp && suffix !== '' && label !== '' && !/(?:^|\.)xn--/.test(host);

/** Makes a model usable. `isKnown` says which hosts are never scored. */
export function hostShape(model: HostShape, isKnown: (host: Host) => boolean): ShapeOf {
  const vocabulary = vocabularyOf(model);
  const weights = new Map(Object.entries(model.weights).map(([name, weight]) => [name, weight * model.scale]));
  const answers = new Map<string, Shape | undefined>();
  return (name) => {
    if (answers.has(name)) return answers.get(name);
    const host = parseHost(name);
    const answer = host && hasShape(host) && !isKnown(host) ? shapeOf(host, vocabulary, weights, model.bias) : undefined;
    if (answers.size >= remembered) answers.clear();
    answers.set(name, answer);
    return answer;
  };
}

function shapeOf(host: Host, vocabulary: Vocabulary, weights: ReadonlyMap<string, number>, bias: number): Shape {
  const { features, pieces } = hostFeatures(host, vocabulary);
  const given = new Map<Piece, number>();
  let sum = bias;
  for (const [name, piece] of features) {
    const weight = weights.get(name) ?? 0;
    sum += weight;
    if (piece) given.set(piece, (given.get(piece) ?? 0) + weight);
  }
  return { shape: 1 / (1 + Math.exp(-sum)), shapePieces: strongest(pieces, given) || host.label };
}

/** The pieces that spoke most for it, in the order they stand in the name. */
function strongest(pieces: readonly Piece[], given: ReadonlyMap<Piece, number>): string {
  const speaking = pieces.filter((piece) => (given.get(piece) ?? 0) > 0);
  const chosen = new Set([...speaking].sort((a, b) => given.get(b)! - given.get(a)!).slice(0, mostPieces));
  return speaking.filter((piece) => chosen.has(piece)).map(({ text }) => text).join(', ');
}
