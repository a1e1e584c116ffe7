import { wasRead } from './folds.mts';
import { isWarned, reaches, type Judged } from './judged.mts';
import { perThousand, percent, type Share } from './interval.mts';
import { table } from './markdown.mts';
import { isJob, isTarget } from './row.mts';

const share = (ones: readonly Judged[], holds: (one: Judged) => boolean): Share => ({ hits: ones.filter(holds).length, of: ones.length });
const isDanger = reaches('danger');
const isLegit = ({ row }: Judged) => row.label === 'legit';
const targetsOf = (ones: readonly Judged[]) => ones.filter(({ row }) => isTarget(row));
const otherScam = ({ row }: Judged) => row.label === 'scam' && !isJob(row);
const language = ({ row }: Judged) => row.lang ?? 'not stated';

/** "a, b" for each language of a set, the set itself first. */
function byLanguage(judged: readonly Judged[]): [string, readonly Judged[]][] {
  const names = [...new Set(judged.map(language))].sort();
  return [['all', judged], ...(names.length > 1 ? names.map((name): [string, Judged[]] => [name, judged.filter((one) => language(one) === name)]) : [])];
}

export function recallTable(judged: readonly Judged[]): string {
  const rows = byLanguage(judged).filter(([, ones]) => targetsOf(ones).length > 0).map(([name, ones]) => {
    const targets = targetsOf(ones);
    const warned = ones.filter(isWarned);
    return [
      name, percent(share(targets, isWarned)), percent(share(targets.filter(({ reachable }) => reachable), isWarned)),
      percent(share(targets.filter(({ asks }) => asks), isWarned)), percent(share(targets, isDanger)), percent(share(warned, ({ row }) => isTarget(row))),
    ];
  });
  return rows.length === 0 ? '' : table(['language', 'recall at caution', 'of those with a way to answer', 'of those whose ask was recognised', 'recall at danger', 'precision at caution'], rows);
}

/** Whether rules generalise: recall on rows their authors read beside recall on rows nobody read. */
export function halvesTable(judged: readonly Judged[]): string {
  const rows = byLanguage(judged).filter(([, ones]) => targetsOf(ones).length > 0).map(([name, ones]) => {
    const targets = targetsOf(ones).filter(({ reachable }) => reachable);
    return [name, percent(share(targets.filter(({ row }) => wasRead(row)), isWarned)), percent(share(targets.filter(({ row }) => !wasRead(row)), isWarned))];
  });
  return rows.length === 0 ? '' : table(['language, with a way to answer', 'rows that were read', 'rows nobody read'], rows);
}

export function alarmTable(judged: readonly Judged[]): string {
  const rows = byLanguage(judged).flatMap(([name, ones]) => ([['legitimate', ones.filter(isLegit)], ['scam of another kind', ones.filter(otherScam)]] as const)
    .filter(([, some]) => some.length > 0)
    .map(([kind, some]) => [`${name}, ${kind}`, String(some.length), ...(['notice', 'caution', 'danger'] as const).map((level) => perThousand(share(some, reaches(level))))]));
  return rows.length === 0 ? '' : table(['should stay silent', 'items', 'notice or above per 1,000', 'caution or above', 'danger'], rows);
}

/** Rules that made a level up: how often on targets, on legitimate items and on scam of another kind. */
export function ruleTable(judged: readonly Judged[]): string {
  const counts = new Map<string, [number, number, number]>();
  for (const one of judged) {
    for (const rule of one.rules) {
      const count = counts.get(rule) ?? [0, 0, 0];
      count[isTarget(one.row) ? 0 : isLegit(one) ? 1 : 2]++;
      counts.set(rule, count);
    }
  }
  const rows = [...counts].sort(([a, x], [b, y]) => y[0] - x[0] || y[1] + y[2] - x[1] - x[2] || (a < b ? -1 : 1)).map(([rule, count]) => [rule, ...count.map(String)]);
  return table(['rule', 'targets', 'legitimate', 'other scam'], rows);
}

const order = (a: Judged, b: Judged) => (a.row.id < b.row.id ? -1 : 1);

/** Targets that stayed below caution, the most silent first; those one could answer before the others. */
export const worstMisses = (judged: readonly Judged[], most: number): Judged[] =>
  targetsOf(judged).filter((one) => !isWarned(one)).sort((a, b) => Number(b.reachable) - Number(a.reachable) || a.score - b.score || order(a, b)).slice(0, most);

export const worstAlarms = (judged: readonly Judged[], most: number): Judged[] =>
  judged.filter((one) => isWarned(one) && !isTarget(one.row)).sort((a, b) => b.score - a.score || order(a, b)).slice(0, most);

/** Ids and rules only: the texts are other people's. */
export const nameList = (ones: readonly Judged[]): string => (ones.length === 0 ? 'none' : ones.map(({ row, level, rules }) => `- \`${row.id}\` ${level}${rules.length ? `: ${rules.join(', ')}` : ''}`).join('\n'));
