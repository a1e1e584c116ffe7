import type { Host } from '../../utils/core/address.ts';
import { hostFeatures } from '../../utils/core/host-features.ts';
import { vocabularyOf, type HostShape } from '../../utils/core/host-shape.ts';
import { logisticRegression, sum, type Example } from './logistic-regression.mts';
import { distinct, partOf, type ShapeRow } from './shape-row.mts';
import { tellingWords } from './telling-words.mts';

/** Shares of honest hosts that may pass 0.5 and 0.9. Below the targets of 0.5 % and 0.1 %, because rules on links flag some as well. */
export const shares = { loose: 0.004, tight: 0.0005 };
/** Lists of names that somebody vouched for. */
export const neverScored = ['hiring-vendors', 'meeting-vendors', 'impersonated-brands'];
/** Inverse strength of the penalty: 0.3, 0.5, 1 and 3 were tried by domain-wise cross-validation and differ by a hundredth. */
const cost = 0.7;
const parts = 5;
const vocabulary = vocabularyOf(tellingWords);
/** Index 0 is the bias. */
const names = new Map([['', 0]]);
const indicesByName = new Map<string, readonly number[]>();

export interface TrainingOptions {
  /** Honest rows that set the two thresholds; those of the training when absent. */
  readonly judged?: readonly ShapeRow[];
  /** Hosts that are never scored: they count as honest hosts that were not flagged. */
  readonly isKnown?: (host: Host) => boolean;
}
export type TrainedShape = Pick<HostShape, 'words' | 'promising' | 'cheap' | 'bias' | 'scale' | 'weights'>;

/** Trains a model, its thresholds from scores of rows that the scoring part was not trained on. Same rows, same model. */
export function trainShape(rows: readonly ShapeRow[], { judged = rows, isKnown = () => false }: TrainingOptions = {}): TrainedShape {
  const used = distinct(rows);
  const honest = judged.filter(({ bad }) => !bad);
  const scores = Float64Array.from(Array.from({ length: parts }, (_, part) => {
    const own = honest.filter((row) => partOf(row, parts) === part);
    // A split that holds back the same part leaves nothing of it to judge.
    if (own.length === 0) return [];
    const weights = weightsOf(used.filter((row) => partOf(row, parts) !== part));
    return own.map((row) => (isKnown(row.host) ? -Infinity : sum(weights, indicesOf(row))));
  }).flat()).sort();
  const passedBy = (share: number) => scores[scores.length - 1 - Math.floor(share * scores.length)] ?? 0;
  return scaled(weightsOf(used), passedBy(shares.loose), passedBy(shares.tight));
}

export function indicesOf({ host }: ShapeRow): readonly number[] {
  let indices = indicesByName.get(host.host);
  if (!indices) {
    const held = hostFeatures(host, vocabulary).features.map(([name]) => {
      if (!names.has(name)) names.set(name, names.size);
      return names.get(name)!;
    });
    indicesByName.set(host.host, (indices = [0, ...held]));
  }
  return indices;
}

/** Many hosts of one domain say one thing: they count as the square root of their number. */
export function examplesOf(rows: readonly ShapeRow[], indices: (row: ShapeRow) => readonly number[]): Example[] {
  const counts = new Map<string, number>();
  for (const { host } of rows) counts.set(host.domain, (counts.get(host.domain) ?? 0) + 1);
  return rows.map((row) => ({ indices: indices(row), bad: row.bad, weight: 1 / Math.sqrt(counts.get(row.host.domain)!) }));
}

export function weightsOf(rows: readonly ShapeRow[]): Float64Array {
  const examples = examplesOf(rows, indicesOf);
  return logisticRegression(examples, names.size, cost);
}

/** Odds of 0.9. */
const tightOdds = Math.log(9);

/** Stretches the weights so that the two thresholds become 0.5 and 0.9, and rounds them to whole numbers of one byte. */
function scaled(weights: Float64Array, loose: number, tight: number): TrainedShape {
  const stretch = tightOdds / Math.max(tight - loose, 1e-3);
  const named = [...names].slice(1).map(([name, index]) => [name, (weights[index] ?? 0) * stretch] as const);
  const scale = Math.max(1e-9, ...named.map(([, weight]) => Math.abs(weight))) / 127;
  const whole = named.map(([name, weight]) => [name, Math.round(weight / scale)] as const).filter(([, weight]) => weight !== 0);
  return {
    ...tellingWords, scale: Number(scale.toPrecision(6)), bias: Number(((weights[0]! - loose) * stretch).toFixed(4)),
    weights: Object.fromEntries(whole.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
