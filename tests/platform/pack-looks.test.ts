import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDue, nextAfterFailure, nextAfterSuccess } from '../../utils/platform/pack-looks.ts';

const hour = 3_600_000;
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const look = (nextAt: number) => ({ nextAt, failures: 0 });

describe('pack-looks', () => {
  it('looks again within a fifth of the hours that are asked for', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 168 }), chance, (hours, by) => {
      const wait = nextAfterSuccess(0, hours, by) / hour;
      expect(wait).toBeGreaterThanOrEqual(hours * 0.8 - 1e-6);
      expect(wait).toBeLessThanOrEqual(hours * 1.2 + 1e-6);
    }));
  });

  it('waits ever longer for what fails, a day at most', () => {
    expect([1, 2, 3, 8, 1_000].map((failures) => nextAfterFailure(0, failures, 1) / hour)).toEqual([0.25, 0.5, 1, 24, 24]);
    expect(nextAfterFailure(0, 3, 0)).toBe(0);
  });

  it('comes back no sooner than a server asks', () => {
    expect([nextAfterFailure(0, 1, 1, 3 * hour), nextAfterFailure(0, 9, 1, hour)]).toEqual([3 * hour, 24 * hour]);
  });

  it('is due at its time, when nobody looked yet, and when its time lies beyond all reason', () => {
    expect([undefined, look(9), look(10), look(11), look(10 + 300 * hour)].map((one) => isDue(one, 10))).toEqual([true, true, true, false, true]);
  });
});
