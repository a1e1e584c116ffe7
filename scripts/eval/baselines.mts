import { parseHost } from '../../utils/core/address.ts';
import type { Knowledge } from '../../utils/core/judge.ts';
import { parseUrl } from '../../utils/core/url.ts';
import { isMember } from '../../utils/core/named-list.ts';
import { foldCount, foldOf } from './folds.mts';
import { logisticRegression, sum } from '../host-shape/logistic-regression.mts';
import { isTarget, type Row } from './row.mts';

/** A rival: gives each row a number, the higher the more suspect. */
export type Scores = ReadonlyMap<Row, number>;

/** What a simple product looks for; two of them flag a text. */
const keywords = [
  'telegram', 'whatsapp', 'work from home', 'part-time', 'no experience', 'easy money', 'earn', 'per day', 'daily pay', 'urgent hiring',
  'registration fee', 'training fee', 'wire transfer', 'western union', 'gift card', 'crypto', 'bitcoin', 'usdt', 'wallet', 'bank account',
  'kindly', 'immediate start', 'data entry', 'weekly', 'passport', 'ssn', 'money order', 'cheque', 'investment', 'flexible hours',
  'заработок', 'подработка', 'в день', 'в лс', 'телеграм', 'удаленно', '兼职', '日结', '刷单', '赚钱', 'รายได้', 'งานออนไลน์',
];

export const keywordScores = (rows: readonly Row[]): Scores => new Map(rows.map((row) => {
  const text = `${row.subject ?? ''} ${row.text}`.toLowerCase();
  return [row, keywords.filter((word) => text.includes(word)).length];
}));

/** A list of reported hosts and nothing else. */
export const blocklistScores = (rows: readonly Row[], { lists }: Knowledge): Scores => new Map(rows.map((row) => {
  const hosts = (row.links ?? []).flatMap((link) => parseHost(parseUrl(link)?.hostname ?? '')?.host ?? []);
  return [row, hosts.some((host) => isMember(lists['reported-hosts']!, host)) ? 1 : 0];
}));

/** Words alone and in pairs; a sign of a script without spaces is a word. */
const word = /\p{Script=Han}|\p{Script=Thai}|\p{Script=Hiragana}|\p{Script=Katakana}|[\p{L}\p{N}]+/gu;
const longestText = 6_000;

export function wordFeatures(row: Row): readonly string[] {
  const words = `${row.subject ?? ''} ${row.text}`.slice(0, longestText).toLowerCase().match(word) ?? [];
  return words.flatMap((one, i) => (i > 0 ? [one, `${words[i - 1]} ${one}`] : [one]));
}

/** Inverse strength of the penalty, as for the shape of hosts. */
const cost = 0.7;

/** Each row is scored by a logistic regression that saw neither it nor a near-duplicate. */
export function linearScores(rows: readonly Row[], featuresOf: (row: Row) => readonly string[]): Scores {
  const numbers = new Map([['', 0]]);
  const numbered = (feature: string) => numbers.get(feature) ?? numbers.set(feature, numbers.size).size - 1;
  const examples = rows.map((row) => ({ row, fold: foldOf(row), bad: isTarget(row), weight: 1, indices: [0, ...new Set(featuresOf(row).map(numbered))] }));
  const scores = new Map<Row, number>();
  for (let fold = 0; fold < foldCount; fold++) {
    const weights = logisticRegression(examples.filter((one) => one.fold !== fold), numbers.size, cost);
    for (const one of examples) if (one.fold === fold) scores.set(one.row, sum(weights, one.indices) / Math.sqrt(one.indices.length));
  }
  return scores;
}

/** Share of the targets above the threshold that lets through `rate` of the rest; the threshold is set on the same rest, which favours the rival. */
export function recallAt(scores: Scores, rows: readonly Row[], rate: number): { readonly hits: number; readonly of: number } {
  const rest = rows.filter((row) => !isTarget(row)).map((row) => scores.get(row)!).sort((a, b) => b - a);
  const threshold = rest[Math.floor(rest.length * rate)] ?? -Infinity;
  const targets = rows.filter(isTarget);
  return { hits: targets.filter((row) => scores.get(row)! > threshold).length, of: targets.length };
}
