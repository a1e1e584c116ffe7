import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPortrait } from '../../scripts/eval/draw-portrait.mts';
import { distancesOf, isAmong } from '../../scripts/eval/image-distances.mts';
import { rows } from '../../scripts/eval/picture-changes.mts';
import { framed } from '../../scripts/eval/round-frames.mts';
import { decodePicture } from '../../utils/cli/decode-picture.ts';
import { rawFingerprint } from '../../utils/core/fingerprint.ts';

const printOf = async (file: Buffer) => rawFingerprint(await decodePicture(file));
const meanOf = async (file: Buffer, left: number, top: number) => {
  const { data } = await sharp(file).extract({ left, top, width: 10, height: 10 }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return data.reduce((sum, value) => sum + value, 0) / data.length;
};

describe('draw-portrait', () => {
  it('draws the same portrait for a seed every time', async () => expect(await drawPortrait(5)).toEqual(await drawPortrait(5)));
  it('draws portraits as far apart as photos of different people', async () => {
    const { whole, disc } = distancesOf(await printOf(await drawPortrait(1)), await printOf(await drawPortrait(2)));
    expect(Math.min(whole, disc)).toBeGreaterThan(44);
  });
});

describe('round-frames', () => {
  it('cuts a portrait round on white and on dark', async () => {
    const portrait = await drawPortrait(1);
    expect(await meanOf(await framed(portrait, 'whiteCircle'), 2, 2)).toBe(255);
    expect(await meanOf(await framed(portrait, 'darkCircle'), 2, 2)).toBeLessThan(40);
  });
  it('leaves the middle of a ringed portrait alone', async () => {
    const portrait = await drawPortrait(1);
    expect(await meanOf(await framed(portrait, 'greenRing'), 195, 195)).toBe(await meanOf(portrait, 195, 195));
    expect(await meanOf(await framed(portrait, 'greenRing'), 195, 375)).not.toBe(await meanOf(portrait, 195, 375));
  });
});

describe('picture-changes', () => {
  it('changes a picture in each of its ways', async () => {
    const portrait = await drawPortrait(1);
    const unchanged: string[] = [];
    for (const { name, changes } of rows) {
      for (const change of changes) if ((await change(portrait)).equals(portrait)) unchanged.push(name);
    }
    expect(unchanged).toEqual([]);
  });
});

describe('image-distances', () => {
  it('finds the mirror image closer than a stranger', async () => {
    const portrait = await drawPortrait(1);
    const mirrored = await printOf(await sharp(portrait).flop().png().toBuffer());
    expect(distancesOf(mirrored, await printOf(portrait)).whole).toBeLessThanOrEqual(31);
    expect(isAmong(mirrored, [(await printOf(portrait)).whole], 31)).toBe(true);
    expect(isAmong(mirrored, [(await printOf(await drawPortrait(2))).whole], 31)).toBe(false);
  });
});
