import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { dayOf, dependable, joinInterval } from '../../utils/core/join-date.ts';

const { anchors } = baseKnowledge();
const seenAt = '2026-11-21';

describe('joinInterval', () => {
  it.each([
    [5_000_000, '2006-03-01'], [50_000_000, '2009-10-14'], [620_600_000, '2018-03-05'], [1_024_700_000, '2022-08-11'],
    [1_200_100_000, '2023-10-17'], [1_604_400_000, '2025-10-07'],
  ])('holds the day %i was first seen', (number, day) => {
    const [from, to] = joinInterval(number, anchors, seenAt)!;
    expect(from <= day && day <= to).toBe(true);
  });

  it('never ends before it begins, and not after it was read', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2_400_000_000 }), (number) => {
      const interval = joinInterval(number, anchors, seenAt);
      return !interval || (interval[0] <= interval[1] && interval[1] <= seenAt);
    }));
  });

  it('dates a larger number never earlier', () => {
    fc.assert(fc.property(fc.integer({ min: 1_000_000, max: 1_800_000_000 }), fc.nat(50_000_000), (number, more) => {
      const [first, second] = [joinInterval(number, anchors, seenAt), joinInterval(number + more, anchors, seenAt)];
      return !first || !second || second[1] >= first[1];
    }));
  });

  it.each([1e300, Number.MAX_SAFE_INTEGER, Number.NaN, Infinity, -1, 0.5])('has no answer for %d, which is no member number', (number) => {
    expect(joinInterval(number, anchors, seenAt)).toBeUndefined();
  });

  it('dates a number without knowing when it was seen, and without a readable day', () => {
    expect(joinInterval(1_900_000_000, anchors, 'yesterday')).toEqual(joinInterval(1_900_000_000, anchors));
  });

  it('has no answer for a number that no growth measured could have reached', () => {
    expect(joinInterval(2_400_000_000, anchors, seenAt)).toBeUndefined();
  });
});

describe('dependable', () => {
  it('leaves out a number that was first seen long after it was given out', () => {
    const early = { number: 100, day: dayOf('2024-01-01') };
    const late = { number: 101, day: dayOf('2024-12-01') };
    const last = { number: 200, day: dayOf('2025-01-01') };
    expect(dependable([early, late, last])).toEqual([early, last]);
  });
});
