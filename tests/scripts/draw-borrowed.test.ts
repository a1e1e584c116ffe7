import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { borrowedPath, drawBorrowed } from '../../scripts/demo/draw-borrowed.mts';
import { drawPortrait } from '../../scripts/demo/portrait.mts';
import { decodePicture } from '../../utils/cli/decode-picture.ts';
import { fingerprint, type Fingerprint } from '../../utils/core/fingerprint.ts';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { discWithin, sameWithin, wholeWithin } from '../../utils/core/photo-likeness.ts';

async function printOf(picture: Buffer): Promise<Fingerprint> {
  const hashed = fingerprint(await decodePicture(picture));
  if ('unusable' in hashed) throw new Error(`The demo's picture is ${hashed.unusable}.`);
  return hashed.print;
}

describe('the borrowed photo of the demo', () => {
  it('is what the script draws (npx tsx scripts/demo/draw-borrowed.mts)', async () => {
    const [kept, drawn] = [await printOf(readFileSync(borrowedPath)), await printOf(await drawBorrowed())];
    // Another release of the encoder may move a bit or two.
    expect(hammingDistance(kept.whole, drawn.whole)).toBeLessThanOrEqual(4);
  });

  it('is known by the mirrored disc alone: neither the whole picture nor the disc as it is would tell', async () => {
    const [own, borrowed] = [await printOf(drawPortrait()), await printOf(readFileSync(borrowedPath))];
    expect(hammingDistance(own.disc, borrowed.discMirror)).toBeLessThanOrEqual(sameWithin);
    expect(Math.min(hammingDistance(own.whole, borrowed.whole), hammingDistance(own.whole, borrowed.mirror))).toBeGreaterThan(wholeWithin);
    expect(hammingDistance(own.disc, borrowed.disc)).toBeGreaterThan(discWithin);
  });
});
