import { join } from 'node:path';
import type { Knowledge } from '../../utils/core/judge.ts';
import { weights } from '../../utils/core/score.ts';
import { judgeSplits, trainSplits, wordings, type JudgedHost } from '../host-shape/judge-splits.mts';
import { letterScores } from '../host-shape/letter-sequences.mts';
import { lured, readShapeRows } from '../host-shape/read-shape-rows.mts';
import { domainSplits, timeSplits, type Split } from '../host-shape/shape-splits.mts';
import { percent, type Share } from './interval.mts';
import { table } from './markdown.mts';

/** Months before which the model is made; the interview campaigns began at the end of 2024. */
const months = ['2024-10', '2025-01', '2025-03', '2025-06', '2025-09'];
const head = ['model made from', 'rules alone', 'whole judge at caution', 'honest hosts flagged', 'at a score of .6 or more', 'honest hosts flagged', 'letter n-grams alone at .5 %', 'at .1 %'];

/** Hosts of fake interviews and meetings that no list contains, in a recruiter's words; the model never saw their domains. */
export function hostReport(folder: string, knowledge: Knowledge): string {
  const rows = readShapeRows({ addresses: join(folder, 'urls.jsonl'), licences: join(folder, 'sources.json'), companies: join(folder, '../companies.jsonl') });
  const byDomain = domainSplits(rows);
  const judged = judge(byDomain, knowledge);
  const lines = [
    ['four fifths of the domains', byDomain, judged] as const,
    ...months.map((month) => {
      const splits = timeSplits(rows, month);
      return [`what was seen before ${month}`, splits, judge(splits, knowledge)] as const;
    }),
  ].map(([name, splits, ones]) => [name, ...line(ones), ...[0.005, 0.001].map((rate) => percent(lettersAt(splits, rate)))]);
  const kinds = [...new Set(judged.map(({ row }) => row.kind))].sort().map((kind) => {
    const ones = judged.filter(({ row }) => row.kind === kind);
    return [kind, percent(count(ones, byRules)), percent(count(ones, isFlagged))];
  });
  return `${table(head, lines)}\n\n${table(['kind of host, model made from the other domains', 'rules alone', 'whole judge at caution'], kinds)}`;
}

const judge = (splits: readonly Split[], knowledge: Knowledge) => judgeSplits(trainSplits(splits, knowledge), knowledge, wordings.interview);
const byRules = ({ byRules: level }: JudgedHost) => level === 'caution' || level === 'danger';
const isFlagged = ({ level }: JudgedHost) => level === 'caution' || level === 'danger';
/** What one strong finding alone scores: the rules and the model's tight band reach it, its loose band stays below. */
const isStrong = (one: JudgedHost) => isFlagged(one) && one.score >= weights.high;
const count = (ones: readonly JudgedHost[], holds: (one: JudgedHost) => boolean): Share => ({ hits: ones.filter(holds).length, of: ones.length });

function line(judged: readonly JudgedHost[]): string[] {
  const traps = judged.filter(({ row }) => row.kind === lured);
  const honest = judged.filter(({ row }) => !row.bad);
  return [percent(count(traps, byRules)), percent(count(traps, isFlagged)), percent(count(honest, isFlagged)), percent(count(traps, isStrong)), percent(count(honest, isStrong))];
}

/** The plainer way: letter sequences and nothing else, its threshold set on the honest hosts it is judged by, which favours it. */
function lettersAt(splits: readonly Split[], rate: number): Share {
  const ranked = splits.flatMap(({ train, test }) => {
    const measured = test.filter(({ kind, bad }) => kind === lured || !bad);
    const scores = letterScores(train, measured);
    return measured.map(({ bad }, k) => ({ bad, score: scores[k]! }));
  });
  const honest = ranked.filter(({ bad }) => !bad).map(({ score }) => score).sort((a, b) => b - a);
  const threshold = honest[Math.floor(rate * honest.length)] ?? -Infinity;
  const traps = ranked.filter(({ bad }) => bad);
  return { hits: traps.filter(({ score }) => score > threshold).length, of: traps.length };
}
