import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('hamming distance', () => {
  it('is a metric', () => {
    fc.assert(fc.property(bytes, bytes, bytes, (a, b, c) => {
      expect(hammingDistance(a, a)).toBe(0);
      expect(hammingDistance(a, b)).toBe(hammingDistance(b, a));
      expect(hammingDistance(a, b) === 0).toBe(a.every((byte, i) => byte === b[i]));
      expect(hammingDistance(a, c)).toBeLessThanOrEqual(hammingDistance(a, b) + hammingDistance(b, c));
    }));
  });

  it('counts single bits', () => {
    expect(hammingDistance(Uint8Array.of(0b1011, 0), Uint8Array.of(0b0001, 255))).toBe(10);
  });

  it('refuses hashes of different lengths', () => {
    expect(() => hammingDistance(new Uint8Array(32), new Uint8Array(8))).toThrow('32 and 8 bytes');
  });
});
