import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { lumaSamples } from '../../utils/core/luma-samples.ts';
import { dihedralHashes, hashFromHex, hexOf, pdqHash } from '../../utils/core/pdq-hash.ts';
import { paint } from './paint.ts';
import { drawnPicture } from './vectors/drawn-picture.ts';
import vectors from './vectors/pdq.json';

type Vector = [seed: number, width: number, height: number, quality: number, ...hashes: string[]];
const rows = vectors.rows as unknown as Vector[];
const turns = ['original', 'rot90', 'rot180', 'rot270', 'flipX', 'flipY', 'flipPlus1', 'flipMinus1'] as const;
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('pdq hash', () => {
  it('equals the reference in hash, quality and all eight turns on every vector', () => {
    expect(rows).toHaveLength(206);
    for (const [seed, width, height, quality, ...hashes] of rows) {
      const picture = drawnPicture(seed, width, height);
      const { hash, quality: found } = pdqHash(picture);
      const turned = dihedralHashes(lumaSamples(picture));
      expect([width, height, found, hexOf(hash)]).toEqual([width, height, quality, hashes[0]]);
      expect(turns.map((turn) => hexOf(turned[turn]))).toEqual(hashes);
    }
  }, 120_000);

  it('finds the mirror image of a larger picture within a few bits', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const picture = drawnPicture(seed, 400, 400);
      const foretold = dihedralHashes(lumaSamples(picture)).flipY;
      expect(hammingDistance(foretold, pdqHash(flip(picture)).hash)).toBeLessThanOrEqual(31);
    }
  });

  it('takes what is transparent for white', () => {
    const clear = drawnPicture(7, 100, 100);
    const white = drawnPicture(7, 100, 100);
    for (let i = 0; i < 40_000; i += 4) {
      if (i % 1600 < 800) continue;
      clear.data[i + 3] = 0;
      white.data.fill(255, i, i + 3);
    }
    expect(pdqHash(clear)).toEqual(pdqHash(white));
    expect(pdqHash(clear)).not.toEqual(pdqHash(drawnPicture(7, 100, 100)));
  });

  it.each([[1, 1], [4, 400], [0, 0]])('finds nothing in a picture of %i x %i pixels', (width, height) => {
    expect(pdqHash({ data: new Uint8ClampedArray(width * height * 4).fill(90), width, height })).toEqual({ hash: new Uint8Array(32), quality: 0 });
  });

  it('stays the same when a picture is shown in another size', () => {
    for (const seed of [1, 2, 3]) {
      const { hash } = pdqHash(paint(seed, 300));
      for (const side of [100, 200]) expect(hammingDistance(pdqHash(paint(seed, side)).hash, hash)).toBeLessThanOrEqual(31);
    }
  });
});

describe('hex of a hash', () => {
  it('is read back as it was written', () => {
    fc.assert(fc.property(bytes, (hash) => {
      expect(hashFromHex(hexOf(hash))).toEqual(hash);
    }), { seed: 6 });
  });

  it.each(['', 'e5942a', `${'0'.repeat(63)}g`, '0'.repeat(65)])('refuses "%s" and says what it takes', (text) => {
    expect(() => hashFromHex(text)).toThrow('64 digits 0-9 and a-f');
  });
});

function flip({ data, width, height }: ReturnType<typeof drawnPicture>) {
  const flipped = new Uint8ClampedArray(data.length);
  for (let i = 0; i < width * height; i++) flipped.set(data.subarray(i * 4, i * 4 + 4), (i - (i % width) + width - 1 - (i % width)) * 4);
  return { data: flipped, width, height };
}

