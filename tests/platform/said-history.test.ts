import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSaid, compareSaid, type Said } from '../../utils/platform/said-history.ts';

const said = (first: number, ...marks: string[]): Said => ({ marks, first, last: first });
const history = (...entries: Said[]) => entries.reduce<Said[]>(addSaid, []);

describe('compareSaid', () => {
  it('says nothing when nothing was said before, or nothing now', () => {
    expect(compareSaid([], ['x:a'], 5)).toEqual({});
    expect(compareSaid(history(said(1, 'x:a')), [], 5)).toEqual({});
    expect(compareSaid(history(said(5, 'x:a')), ['x:a'], 5)).toEqual({});
  });

  it('says that nothing changed when the same was said on an earlier day', () => {
    expect(compareSaid(history(said(1, 'x:a')), ['x:a'], 5)).toEqual({ changed: false });
  });

  it('says what changed and in how many days, and says so again on later days', () => {
    const before = history(said(1, 'x:a'));
    expect(compareSaid(before, ['x:b'], 5)).toEqual({ changed: true, days: 4 });
    expect(compareSaid(addSaid(before, said(5, 'x:b')), ['x:b'], 90)).toEqual({ changed: true, days: 4 });
    expect(compareSaid(addSaid(before, said(5, 'x:b')), ['x:a'], 90)).toEqual({ changed: true, days: 4 });
  });

  it('takes two things read on one first day for one visit', () => {
    const visit = history(said(5, 'x:a'), said(5, 'x:b'));
    expect(compareSaid(visit, ['x:b'], 5)).toEqual({});
    expect(compareSaid(visit, ['x:b'], 6)).toEqual({ changed: false });
  });

  it('takes an agency with another client each time for the same', () => {
    expect(compareSaid(history(said(1, 'x:agency', 'x:client')), ['x:agency', 'x:other'], 5)).toEqual({ changed: false });
  });

  it('does not compare names in different scripts', () => {
    expect(compareSaid(history(said(1, 'latin:a')), ['other:b'], 5)).toEqual({});
  });

  it('never calls a thing changed that was always the same, and keeps few', () => {
    const days = fc.array(fc.nat(400), { minLength: 1, maxLength: 30 });
    fc.assert(fc.property(days, (read) => compareSaid(history(...read.map((day) => said(day, 'x:a'))), ['x:a'], 500).changed === false));
    const many = fc.array(fc.tuple(fc.nat(400), fc.array(fc.nat(50).map((n) => `x:${n}`), { minLength: 1, maxLength: 20 })), { maxLength: 30 });
    fc.assert(fc.property(many, (read) => {
      const kept = history(...read.map(([day, marks]) => said(day, ...marks)));
      return kept.length <= 4 && kept.every(({ marks, first, last }) => marks.length <= 8 && first <= last);
    }));
  });
});
