import { describe, expect, it } from 'vitest';
import { keywordScores, linearScores, recallAt, wordFeatures } from '../../scripts/eval/baselines.mts';
import { foldOf } from '../../scripts/eval/folds.mts';
import { interval, percent, perThousand } from '../../scripts/eval/interval.mts';
import { judgeRows } from '../../scripts/eval/judged.mts';
import { factsOf, type Row } from '../../scripts/eval/row.mts';
import { alarmTable, recallTable, worstAlarms, worstMisses } from '../../scripts/eval/set-report.mts';
import type { Verdict } from '../../utils/core/verdict.ts';

const row = (id: string, label: Row['label'], text: string, more: Partial<Row> = {}): Row =>
  ({ id, kind: 'message', label, text, source: 'own', scope: 'job', lang: 'en', group: id, ...more });
const verdict = (level: Verdict['level'], score: number): Verdict => ({ level, score, findings: [], asks: [], unknown: [] });
/** Warns about every text that says "lure". */
const judged = (rows: Row[]) => judgeRows(rows, ({ message }) => (message?.text?.includes('lure') ? verdict('caution', 0.5) : verdict('none', 0)));

describe('interval', () => {
  it('gives Wilson\'s interval as published for 8 of 10', () => {
    const [low, high] = interval({ hits: 8, of: 10 })!;
    expect([low.toFixed(3), high.toFixed(3)]).toEqual(['0.490', '0.943']);
  });
  it('stays open above zero when nothing was hit', () => expect(interval({ hits: 0, of: 20 })![1]).toBeGreaterThan(0.1));
  it('says that there is nothing to count', () => expect(percent({ hits: 0, of: 0 })).toBe('none to count'));
  it('counts in thousandths', () => expect(perThousand({ hits: 3, of: 2000 })).toBe('1.50'));
});

describe('row', () => {
  it('puts a bare host into a recruiter\'s words', () => {
    expect(factsOf(row('1', 'scam', 'meet.example', { kind: 'url' })).message?.text).toContain('https://meet.example/');
  });
  it('reads name and address of a sender', () => {
    const { sender } = factsOf(row('1', 'legit', 'Hello', { kind: 'email', from: '"Dana" <dana@mail.example>' }));
    expect(sender).toEqual({ name: 'Dana', email: 'dana@mail.example' });
  });
  it('names a row of an unknown kind', () => {
    expect(() => factsOf(row('odd', 'scam', 'x', { kind: 'fax' as Row['kind'] }))).toThrow('row odd: "fax"');
  });
});

describe('set-report', () => {
  const ones = judged([row('a', 'scam', 'a lure'), row('b', 'scam', 'quiet, call me'), row('c', 'scam', 'quiet'), row('d', 'legit', 'lure'),
    row('f', 'legit', 'lunch'), row('g', 'legit', 'lure'), row('e', 'scam', 'lure', { scope: 'other' })]);
  it('counts recall over job scams alone', () => expect(recallTable(ones)).toContain('1 of 3 = 33.3 %'));
  it('counts precision over everything that was warned about', () => expect(recallTable(ones)).toContain('1 of 4 = 25.0 %'));
  it('counts legitimate items and other scam apart', () => {
    expect(alarmTable(ones)).toContain('| all, legitimate | 3 | 666.67 | 666.67 | 0.00 |');
    expect(alarmTable(ones)).toContain('| all, scam of another kind | 1 | 1000.00 | 1000.00 | 0.00 |');
  });
  it('puts misses one could answer first', () => expect(worstMisses(ones, 2).map(({ row: { id } }) => id)).toEqual(['b', 'c']));
  it('names false alarms', () => expect(worstAlarms(ones, 5).map(({ row: { id } }) => id)).toEqual(['d', 'e', 'g']));
});

describe('baselines', () => {
  it('keeps near-duplicates in one fold', () => expect(foldOf({ group: 'one' })).toBe(foldOf({ group: 'one' })));
  it('counts keywords', () => {
    const one = row('a', 'scam', 'Earn USDT per day on Telegram');
    expect(keywordScores([one]).get(one)).toBe(4);
  });
  const rows = Array.from({ length: 60 }, (_, i) => (i % 2 ? row(`s${i}`, 'scam', `earn coins daily number ${i}`) : row(`l${i}`, 'legit', `lunch with friends number ${i}`)));
  it('learns words that tell two classes apart without having seen the row', () => expect(recallAt(linearScores(rows, wordFeatures), rows, 0)).toEqual({ hits: 30, of: 30 }));
  it('gives the same scores twice', () => expect([...linearScores(rows, wordFeatures).values()]).toEqual([...linearScores(rows, wordFeatures).values()]));
  it('knows nothing when every row is of one group', () => {
    const same = rows.map((one) => ({ ...one, group: 'one' }));
    expect(recallAt(linearScores(same, wordFeatures), same, 0).hits).toBe(0);
  });
});
