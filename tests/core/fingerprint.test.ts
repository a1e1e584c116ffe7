import { describe, expect, it } from 'vitest';
import { fingerprint, rawFingerprint, type Fingerprint } from '../../utils/core/fingerprint.ts';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { inMemory } from '../../utils/core/photo-likeness.ts';
import type { Pixels } from '../../utils/core/pixels.ts';
import { paint } from './paint.ts';

const seeds = [1, 2, 3, 4, 5, 7];
const printOf = (pixels: Pixels): Fingerprint => {
  const made = fingerprint(pixels);
  if ('unusable' in made) throw new Error(made.unusable);
  return made.print;
};
const likeness = (query: Fingerprint, stored: Fingerprint) => inMemory({
  whole: Math.min(hammingDistance(query.whole, stored.whole), hammingDistance(query.mirror, stored.whole)),
  disc: Math.min(hammingDistance(query.disc, stored.disc), hammingDistance(query.discMirror, stored.disc)),
});

/** Replaces the pixels whose distance from the centre, in half sides, is at least `from`. */
function cover(pixels: Pixels, from: number, [red, green, blue]: readonly number[], to = 2): Pixels {
  const data = new Uint8ClampedArray(pixels.data);
  for (let i = 0; i < pixels.width * pixels.height; i++) {
    const [x, y] = [(i % pixels.width) + 0.5, Math.floor(i / pixels.width) + 0.5];
    const distance = Math.hypot((2 * x) / pixels.width - 1, (2 * y) / pixels.height - 1);
    if (distance >= from && distance < to) data.set([red!, green!, blue!, 255], i * 4);
  }
  return { ...pixels, data };
}
const ringed = (pixels: Pixels) => cover(cover(pixels, 1, [255, 255, 255]), 0.87, [70, 130, 50], 1);
const tile = (shade: number): Pixels => ({ data: new Uint8ClampedArray(100 * 100 * 4).fill(shade), width: 100, height: 100 });

describe('fingerprint', () => {
  it.each(seeds)('knows picture %i mirrored, cut to a circle, ringed, and all of it at once', (seed) => {
    const stored = printOf(paint(seed, 200));
    for (const copy of [paint(seed, 200, { mirrored: true }), cover(paint(seed, 200), 1, [255, 255, 255]), ringed(paint(seed, 200)), ringed(paint(seed, 100, { mirrored: true, shift: 12 }))]) {
      expect(likeness(printOf(copy), stored)).toBeDefined();
    }
  });

  it('keeps different pictures apart', () => {
    const prints = Array.from({ length: 40 }, (_, n) => rawFingerprint(paint(n * 7919 + 1, 100)));
    for (const [i, print] of prints.entries()) for (const other of prints.slice(i + 1)) expect(likeness(print, other)).toBeUndefined();
  });

  it('foretells every hash of the mirror image', () => {
    const [print, mirror] = [printOf(paint(3, 128)), printOf(paint(3, 128, { mirrored: true }))];
    for (const [foretold, found] of [[print.mirror, mirror.whole], [print.discMirror, mirror.disc], [print.differenceMirror, mirror.difference]] as const) {
      expect(hammingDistance(foretold, found)).toBeLessThanOrEqual(31);
      expect(hammingDistance(found, print.whole)).toBeGreaterThan(31);
    }
  });

  it('sees the same disc whatever stands in the corners', () => {
    expect(printOf(cover(paint(2, 200), 1, [0, 0, 0])).disc).toEqual(printOf(cover(paint(2, 200), 1, [255, 255, 255])).disc);
  });

  it('says when a picture is too small', () => {
    expect(fingerprint(paint(1, 63))).toEqual({ unusable: 'too small' });
    expect(fingerprint(paint(1, 64))).toHaveProperty('print');
    expect(fingerprint({ data: new Uint8ClampedArray(4), width: 1, height: 1 })).toEqual({ unusable: 'too small' });
  });

  it('says when there is nothing but one shade, or nothing at all', () => {
    expect(fingerprint(tile(200))).toEqual({ unusable: 'too flat' });
    expect(fingerprint(tile(0))).toEqual({ unusable: 'too flat' });
  });

  it('says when a picture is two initials on a coloured tile', () => {
    const initials = tile(255);
    for (let y = 30; y < 70; y++) for (let x = 30; x < 70; x++) if (x % 20 < 6) initials.data.fill(40, (y * 100 + x) * 4, (y * 100 + x) * 4 + 3);
    expect(fingerprint(initials)).toEqual({ unusable: 'too flat' });
  });

  it('says when a picture is a drawn silhouette, grey or coloured', () => {
    for (const [back, front] of [[[200, 205, 210], [150, 158, 165]], [[120, 190, 170], [20, 60, 90]]] as const) {
      const silhouette = cover(tile(255), 0, back);
      for (let i = 0; i < 10_000; i++) {
        const [x, y] = [(i % 100) / 50 - 1, Math.floor(i / 100) / 50 - 1];
        if (Math.hypot(x, y + 0.3) < 0.35 || Math.hypot(x / 0.7, (y - 0.95) / 0.8) < 1) silhouette.data.set(front, i * 4);
      }
      expect(fingerprint(silhouette)).toEqual({ unusable: 'too flat' });
    }
  });

  it('says when a picture has too few steps of brightness', () => {
    expect(fingerprint(paint(6, 100))).toEqual({ unusable: 'too plain' });
    expect(rawFingerprint(paint(6, 100)).quality).toBeLessThan(80);
  });

  it('refuses a placeholder that a pack names by its whole or its disc, and only that', () => {
    const { whole, disc } = printOf(paint(4, 100));
    expect(fingerprint(paint(4, 100), [whole])).toEqual({ unusable: 'placeholder' });
    expect(fingerprint(ringed(paint(4, 200)), [disc])).toEqual({ unusable: 'placeholder' });
    expect(fingerprint(paint(5, 100), [whole, disc])).toHaveProperty('print');
  });
});
