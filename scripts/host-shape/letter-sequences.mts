import { logisticRegression, sum } from './logistic-regression.mts';
import { distinct, type ShapeRow } from './shape-row.mts';
import { examplesOf } from './train-shape.mts';

/** 16,384 places: few sequences share one, and more changed nothing. */
const bits = 14;
/** Indices of words and structure stay below it. */
const offset = 1 << 15;
const cost = 0.7;

/** Sequences of 3 to 5 letters with the ends marked, as places of a hash table (FNV-1a). For comparison only, none ships. */
function sequences({ host }: ShapeRow): number[] {
  const name = `^${host.host.replace(/^www\d?\./, '')}$`;
  const found = new Set<number>();
  for (let start = 0; start < name.length; start++) {
    let hash = 0x811c9dc5;
    for (let n = 1; n <= 5 && start + n <= name.length; n++) {
      hash = Math.imul(hash ^ name.charCodeAt(start + n - 1), 0x01000193);
      if (n >= 3) found.add(offset + ((hash ^ (hash >>> 15)) & ((1 << bits) - 1)));
    }
  }
  return [...found];
}

/** Trains on some rows and scores others; higher is more like what was reported. */
export function letterScores(train: readonly ShapeRow[], test: readonly ShapeRow[]): number[] {
  const indices = (row: ShapeRow) => [0, ...sequences(row)];
  const weights = logisticRegression(examplesOf(distinct(train), indices), offset + (1 << bits), cost);
  return test.map((row) => sum(weights, indices(row)));
}
