import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceHash, hammingDistance, similarWithin, type Pixels } from '../../utils/core/perceptual-hash.ts';
import { paint } from './paint.ts';

const hashOf = (pixels: Pixels): Uint8Array => {
  const hashed = differenceHash.hash(pixels);
  if ('unusable' in hashed) throw new Error(hashed.unusable);
  return hashed.hash;
};
const distance = (a: Pixels, b: Pixels) => hammingDistance(hashOf(a), hashOf(b));

const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('perceptual hash', () => {
  it('gives the same 32 bytes for the same pixels', () => {
    fc.assert(fc.property(seed, (n) => {
      expect(hashOf(paint(n, 200))).toEqual(hashOf(paint(n, 200)));
      expect(hashOf(paint(n, 200))).toHaveLength(differenceHash.bytes);
    }), { numRuns: 30 });
  });

  it('stays similar when a picture becomes brighter or darker', () => {
    fc.assert(fc.property(seed, fc.integer({ min: -30, max: 30 }), (n, shift) => {
      expect(distance(paint(n, 200), paint(n, 200, { shift }))).toBeLessThanOrEqual(similarWithin);
    }), { numRuns: 30 });
  });

  it('stays similar when a picture is shown in another size', () => {
    fc.assert(fc.property(seed, fc.integer({ min: 64, max: 400 }), (n, side) => {
      expect(distance(paint(n, 400), paint(n, side))).toBeLessThanOrEqual(similarWithin);
    }), { numRuns: 30 });
  });

  it('keeps different pictures apart', () => {
    const hashes = Array.from({ length: 60 }, (_, n) => hashOf(paint(n * 7919 + 1, 128)));
    const near = hashes.flatMap((a, i) => hashes.slice(i + 1).map((b) => hammingDistance(a, b)));
    expect(Math.min(...near)).toBeGreaterThan(similarWithin);
  });

  it('sees the mirror image as another picture', () => {
    expect(distance(paint(5, 200), paint(5, 200, { mirrored: true }))).toBeGreaterThan(similarWithin);
  });

  it('says when a picture is too small', () => {
    expect(differenceHash.hash(paint(1, 63))).toEqual({ unusable: 'too small' });
    expect(differenceHash.hash(paint(1, 64))).toHaveProperty('hash');
  });

  it('says when a picture is a plain placeholder', () => {
    const grey: Pixels = { data: new Uint8ClampedArray(100 * 100 * 4).fill(200), width: 100, height: 100 };
    expect(differenceHash.hash(grey)).toEqual({ unusable: 'too flat' });
  });

  it('says when a picture is two initials on a coloured tile', () => {
    const tile = { data: new Uint8ClampedArray(100 * 100 * 4).fill(255), width: 100, height: 100 };
    for (let y = 30; y < 70; y++) for (let x = 30; x < 70; x++) if (x % 20 < 6) tile.data.fill(40, (y * 100 + x) * 4, (y * 100 + x) * 4 + 3);
    expect(differenceHash.hash(tile)).toEqual({ unusable: 'too flat' });
  });
});

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
