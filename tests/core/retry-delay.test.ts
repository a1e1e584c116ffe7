import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedDelay, longestAsked, longestDelay, retryDelay } from '../../utils/core/retry-delay.ts';

const now = Date.UTC(2026, 2, 2, 10);

describe('retry-delay', () => {
  it('doubles up to an hour', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 5_000].map((failures) => retryDelay(failures, 1))).toEqual([2_000, 4_000, 8_000, 16_000, 2_048_000, longestDelay, longestDelay, longestDelay]);
  });

  it('is spread over all of that by chance', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, chance) => {
      expect(retryDelay(failures, chance)).toBe(Math.round(retryDelay(failures, 1) * chance));
    }));
  });

  it('reads seconds and dates', () => {
    expect(askedDelay('120', now)).toBe(120_000);
    expect(askedDelay('Mon, 02 Mar 2026 10:05:00 GMT', now)).toBe(300_000);
  });

  it('asks nobody to wait for what is over, nor for more than a day', () => {
    expect(askedDelay('Mon, 02 Mar 2020 10:05:00 GMT', now)).toBe(0);
    expect(askedDelay('9999999999', now)).toBe(longestAsked);
    expect(askedDelay('Mon, 02 Mar 2036 10:05:00 GMT', now)).toBe(longestAsked);
  });

  it.each([null, undefined, '', '-5', '1.5', 'soon', '99999999999'])('has nothing to say about %j', (header) => {
    expect(askedDelay(header, now)).toBeUndefined();
  });
});
