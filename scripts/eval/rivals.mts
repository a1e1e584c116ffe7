import type { Knowledge } from '../../utils/core/judge.ts';
import { blocklistScores, keywordScores, linearScores, recallAt, wordFeatures, type Scores } from './baselines.mts';
import { isWarned, type Judged } from './judged.mts';
import { perThousand, percent, type Share } from './interval.mts';
import { table } from './markdown.mts';
import { isTarget, type Row } from './row.mts';

/** Share of the rest that the corpora's notes compare at. */
const rates = [0.001, 0.005, 0.01] as const;

/** Recall and false alarms side by side, each rival over the same rows; the model is trained on all sets together. */
export function compareRivals(sets: ReadonlyMap<string, readonly Judged[]>, knowledge: Knowledge): string {
  const all = [...sets.values()].flat().map(({ row }) => row);
  const words = linearScores(all, wordFeatures);
  const held = new Map([...sets.values()].flat().map((one) => [one.row, one.held]));
  const learned = linearScores(all, (row) => held.get(row)!);
  const [keywords, blocklist] = [keywordScores(all), blocklistScores(all, knowledge)];
  const head = ['set', 'judge', 'two keywords', 'blocklist of hosts', ...rates.map((rate) => `word model at ${rate * 1000} per 1,000`),
    'learned weights of the same rules at 1 per 1,000'];
  const rows = [...sets].flatMap(([set, judged]) => slices(set, judged).map(([name, ones]) => {
    const some = ones.map(({ row }) => row);
    const warned = new Set(ones.filter(isWarned).map(({ row }) => row));
    return [
      name, outcome(some, (row) => warned.has(row)), outcome(some, above(keywords, 2)), outcome(some, above(blocklist, 1)),
      ...rates.map((rate) => short(recallAt(words, some, rate))), short(recallAt(learned, some, rates[0])),
    ];
  }));
  return table(head, rows);
}

const short = (share: Share) => percent(share).replace(/ \(.*/, '');
const above = (scores: Scores, least: number) => (row: Row) => scores.get(row)! >= least;

/** Languages with both kinds to tell apart; one without enough of the rest is measured against the whole set's. */
function slices(set: string, judged: readonly Judged[]): [string, readonly Judged[]][] {
  const languages = [...new Set(judged.filter(({ row }) => isTarget(row)).map(({ row }) => row.lang))].sort();
  const rest = judged.filter(({ row }) => !isTarget(row));
  return languages.map((lang) => [`${set} ${lang ?? ''}`.trim(), [...judged.filter(({ row }) => isTarget(row) && row.lang === lang), ...rest]]);
}

function outcome(rows: readonly Row[], flags: (row: Row) => boolean): string {
  const share = (some: readonly Row[]): Share => ({ hits: some.filter(flags).length, of: some.length });
  return `${short(share(rows.filter(isTarget)))}; ${perThousand(share(rows.filter((row) => !isTarget(row))))} false per 1,000`;
}
