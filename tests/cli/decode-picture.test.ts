import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../utils/cli/decode-picture.ts';
import { rawFingerprint } from '../../utils/core/fingerprint.ts';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { badFiles, oddFiles, sameFiles } from './picture-files.ts';

/** As many bits may change between files of one portrait in different sizes and formats: images differ by 14 on average at 100 pixels. */
const near = 31;
const wholeOf = async (file: Uint8Array) => rawFingerprint(await decodePicture(file)).whole;

describe('decodePicture', () => {
  it.each(Object.keys(sameFiles))('finds the portrait in %s', async (name) => {
    const whole = await wholeOf(await sameFiles[name]!());
    expect(hammingDistance(whole, await wholeOf(await sameFiles['baseline.jpg']!()))).toBeLessThanOrEqual(near);
  });

  it.each(['moving.gif', 'moving.webp'])('takes the first frame of %s', async (name) => {
    const pixels = await decodePicture(await oddFiles[name]!());
    expect([pixels.width, pixels.height]).toEqual([120, 120]);
    expect(hammingDistance(rawFingerprint(pixels).whole, await wholeOf(await sameFiles['baseline.jpg']!()))).toBeLessThanOrEqual(near);
  });

  it.each(['print.jpg', 'half-clear.png', 'deep.png'])('gives four bytes a pixel of %s', async (name) => {
    const { data, width, height } = await decodePicture(await oddFiles[name]!());
    expect([width, height, data.length]).toEqual([400, 400, 640_000]);
  });

  it('leaves colours as they stand in the file', async () => {
    const red = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#f00' } }).withIccProfile('p3').png().toBuffer();
    const { data } = await decodePicture(red);
    // The purest red of screens is a less pure one in wider colours, with some green: read with the profile it would have none.
    expect(data[1]).toBeGreaterThan(40);
  });

  it.each(Object.keys(badFiles))('says what is wrong with %s', async (name) => {
    const [file, reason] = badFiles[name]!;
    await expect(decodePicture(await file())).rejects.toThrow(reason);
  });
});
