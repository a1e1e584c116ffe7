import { mayTrain, lured, type ShapeRows } from './read-shape-rows.mts';
import { distinct, partOf, type ShapeRow } from './shape-row.mts';

/** What a model is made from and what it is judged on; no registrable domain is in both. */
export interface Split {
  readonly train: readonly ShapeRow[];
  /** Honest addresses outside the test that set the thresholds; sources that may not ship may measure. */
  readonly judged: readonly ShapeRow[];
  readonly test: readonly ShapeRow[];
}

const parts = 5;

/** Five splits by registrable domain. Every address is judged once, those of sources that may not ship too. */
export function domainSplits({ addresses, added }: ShapeRows): Split[] {
  const training = [...addresses, ...added].filter(mayTrain);
  return Array.from({ length: parts }, (_, part) => ({
    train: training.filter((row) => partOf(row, parts) !== part),
    judged: addresses.filter((row) => !row.bad && partOf(row, parts) !== part),
    test: addresses.filter((row) => partOf(row, parts) === part),
  }));
}

/**
 * Splits at a month: made from what was reported before it, judged on what was first seen from then on, at domains that were not seen
 * before. Names without a date are in neither. Honest names have no dates and are split by domain, each judged once.
 */
export function timeSplits({ addresses, added }: ShapeRows, month: string): Split[] {
  const training = [...addresses, ...added].filter(mayTrain);
  const reported = distinct(training.filter(({ bad, firstSeen }) => bad && firstSeen));
  const before = reported.filter(({ firstSeen }) => firstSeen! < month);
  const seen = new Set(before.map(({ host }) => host.domain));
  const after = reported.filter(({ host, firstSeen }) => firstSeen! >= month && !seen.has(host.domain)).map((row) => ({ ...row, kind: lured }));
  return Array.from({ length: parts }, (_, part) => ({
    judged: addresses.filter((row) => !row.bad && partOf(row, parts) !== part),
    train: [...before, ...training.filter((row) => !row.bad && partOf(row, parts) !== part)],
    test: [...addresses.filter((row) => !row.bad), ...after].filter((row) => partOf(row, parts) === part),
  }));
}
