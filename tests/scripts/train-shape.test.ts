import { describe, expect, it } from 'vitest';
import { hostShape } from '../../utils/core/host-shape.ts';
import { logisticRegression, sum } from '../../scripts/host-shape/logistic-regression.mts';
import { timeSplits } from '../../scripts/host-shape/shape-splits.mts';
import { distinct, shapeRow, type ShapeRow } from '../../scripts/host-shape/shape-row.mts';
import { trainShape } from '../../scripts/host-shape/train-shape.mts';

const row = (name: string, bad: boolean, firstSeen?: string): ShapeRow => shapeRow(name, { bad, kind: bad ? 'reported' : 'company', firstSeen, open: true })!;
const firsts = ['hire', 'talent', 'skill', 'video', 'interview', 'assess'];
const lasts = ['hub', 'flow', 'zone', 'test', 'quiz', 'pro'];
const reported = firsts.flatMap((first, i) => lasts.map((last, k) => row(`${first}${last}.com`, true, `2025-0${1 + ((i + k) % 6)}`)));
const honest = ['birch', 'north', 'stone', 'lund', 'kerr', 'vale', 'moss', 'ridge', 'cove', 'glen']
  .flatMap((one) => ['line', 'wick', 'berg', 'holm', 'ford', 'stead'].map((other) => row(`${one}${other}.com`, false)));
const rows = [...reported, ...honest];

describe('logisticRegression', () => {
  const examples = [[0, 1], [0, 1, 2], [0, 2], [0, 3]].map((indices, k) => ({ indices, bad: k < 2, weight: 1 }));

  it('finds weights at which the gradient of the penalised loss is zero', () => {
    const cost = 2;
    const weights = logisticRegression(examples, 4, cost);
    weights.forEach((weight, index) => {
      const pull = examples.filter(({ indices }) => indices.includes(index))
        .reduce((total, { indices, bad }) => total + cost * ((bad ? 1 : 0) - 1 / (1 + Math.exp(-sum(weights, indices)))), 0);
      expect(pull).toBeCloseTo(weight, 1);
    });
  });

  it('stays finite when an example contradicts thousands', () => {
    const many = Array.from({ length: 3_000 }, (_, k) => ({ indices: [0, 1], bad: k > 0, weight: 1 }));
    expect([...logisticRegression(many, 2, 1e6)].every(Number.isFinite)).toBe(true);
  });
});

describe('trainShape', () => {
  it('gives the same model for the same rows', () => {
    expect(JSON.stringify(trainShape(rows))).toBe(JSON.stringify(trainShape(rows)));
  });

  it('carries over to names it was not made from', () => {
    const model = { licence: '', date: '2026-11-21', origin: '', made: '', never: [], ...trainShape(rows) };
    const shapeOf = hostShape(model, () => false);
    expect(shapeOf('videoskillflow.com')!.shape).toBeGreaterThan(0.9);
    expect(shapeOf('alderbrook.com')!.shape).toBeLessThan(0.5);
  });
});

describe('timeSplits', () => {
  const splits = timeSplits({ addresses: honest, added: [...reported, row('app.hirehub.com', true, '2025-06')] }, '2025-04');

  it('makes from what was seen before and judges on what came after', () => {
    for (const { train, test } of splits) {
      expect(train.filter(({ bad }) => bad).every(({ firstSeen }) => firstSeen! < '2025-04')).toBe(true);
      expect(test.filter(({ bad }) => bad).every(({ firstSeen }) => firstSeen! >= '2025-04')).toBe(true);
    }
  });

  it('never judges on a domain that was seen before', () => {
    const judged = splits.flatMap(({ test }) => test.map(({ host }) => host.host));
    expect(judged).not.toContain('app.hirehub.com');
    expect(judged).toContain('hiretest.com');
  });

  it('judges each honest name once', () => {
    const judged = splits.flatMap(({ test }) => test.filter(({ bad }) => !bad).map(({ host }) => host.host));
    expect(judged.sort()).toEqual(honest.map(({ host }) => host.host).sort());
  });
});

describe('distinct', () => {
  it('takes a name with and without www for one and keeps the report', () => {
    expect(distinct([row('www.birchline.com', false), row('birchline.com', true)])).toHaveLength(1);
    expect(distinct([row('www.birchline.com', false), row('birchline.com', true)])[0]!.bad).toBe(true);
  });
});
