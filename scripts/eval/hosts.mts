import type { Judge } from '../../utils/core/judge.ts';
import { percent } from './interval.mts';
import { isWarned, judgeRows, type Judged } from './judged.mts';
import { table } from './markdown.mts';
import type { Row } from './row.mts';

/** What the rules say of bare hosts in a recruiter's words, by kind of host. */
export function hostReport(rows: readonly Row[], judge: Judge): string {
  const judged = judgeRows(rows, judge);
  const kinds = [...new Set(rows.map((row) => `${row.label} ${row.subtype}`))].sort();
  const line = (name: string, ones: readonly Judged[]) => [name, percent({ hits: ones.filter(isWarned).length, of: ones.length })];
  return table(['kind of host', 'at caution or above'], [
    line('legitimate, all', judged.filter(({ row }) => row.label === 'legit')),
    ...kinds.map((kind) => line(kind, judged.filter(({ row }) => `${row.label} ${row.subtype}` === kind))),
  ]);
}
