import { describe, expect, it } from 'vitest';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { pdqHash } from '../../utils/core/pdq-hash.ts';
import type { Pixels } from '../../utils/core/pixels.ts';
import { centreCrops, windowHashes } from '../../utils/core/scale-grid.ts';
import { paint } from './paint.ts';

function cut({ data, width }: Pixels, left: number, top: number, side: number): Pixels {
  const part = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row++) part.set(data.subarray(((top + row) * width + left) * 4, ((top + row) * width + left + side) * 4), row * side * 4);
  return { data: part, width: side, height: side };
}
const nearest = (hashes: Iterable<Uint8Array>, sought: Uint8Array) => Math.min(...Array.from(hashes, (hash) => hammingDistance(hash, sought)));
const picture = paint(3, 300);
const { hash: whole } = pdqHash(picture);

describe('scale grid', () => {
  it('gives eight centre crops, the whole picture first', () => {
    const crops = centreCrops(picture);
    expect(crops).toHaveLength(8);
    expect(crops[0]).toEqual(whole);
    expect(crops[7]).toEqual(pdqHash(cut(picture, 42, 42, 216)).hash);
  });

  it('finds a copy cut closer around the middle, which the whole picture does not', () => {
    const { hash } = pdqHash(cut(picture, 27, 27, 246));
    expect(hammingDistance(whole, hash)).toBeGreaterThan(31);
    expect(nearest(centreCrops(picture), hash)).toBeLessThanOrEqual(31);
  });

  it('finds a part out of the middle among its 1,456 windows', () => {
    const windows = [...windowHashes(picture)];
    expect(windows).toHaveLength(1456);
    expect(windows[0]).toEqual(whole);
    for (const [left, top, side] of [[60, 0, 235], [41, 7, 245], [10, 30, 260]] as const) {
      const { hash } = pdqHash(cut(picture, left, top, side));
      expect(nearest(centreCrops(picture), hash)).toBeGreaterThan(31);
      expect(nearest(windows, hash)).toBeLessThanOrEqual(31);
    }
  });

  it('finds no other picture among them', () => {
    expect(nearest(windowHashes(picture), pdqHash(paint(5, 200)).hash)).toBeGreaterThan(31);
  });

  it('gives the same hashes for a picture that is halved first, within a few bits', () => {
    const [first] = windowHashes(enlarged(picture));
    expect(hammingDistance(first!, whole)).toBeLessThanOrEqual(16);
  });

  it('copes with a picture that is one pixel wide', () => {
    expect([...windowHashes({ data: new Uint8ClampedArray(400).fill(9), width: 1, height: 100 })]).toHaveLength(1456);
  });
});

/** Twice as large, each pixel four times. */
function enlarged({ data, width }: Pixels): Pixels {
  const large = new Uint8ClampedArray(data.length * 4);
  for (let i = 0; i < large.length / 4; i++) {
    const from = ((Math.floor(i / (2 * width)) >> 1) * width + ((i % (2 * width)) >> 1)) * 4;
    large.set(data.subarray(from, from + 4), i * 4);
  }
  return { data: large, width: width * 2, height: width * 2 };
}
