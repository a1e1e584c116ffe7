import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPictureHeader } from '../../utils/core/picture-header.ts';

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0));
const le32 = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24];
const be16 = (n: number) => [n >> 8, n & 255];
const png = (width: number, height: number) => Uint8Array.from([0x89, ...text('PNG\r\n\x1a\n'), 0, 0, 0, 13, ...text('IHDR'),
  ...le32(width).reverse(), ...le32(height).reverse(), 8, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...text('IEND'), 0, 0, 0, 0]);
const gif = (width: number, height: number) => Uint8Array.from([...text('GIF89a'), width & 255, width >> 8, height & 255, height >> 8, 0, 0, 0, 0x3b]);
/** `kind`: 0xc0 baseline, 0xc2 progressive. Four components, as CMYK has. */
const jpeg = (width: number, height: number, kind = 0xc0) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, kind, 0, 20, 8,
  ...be16(height), ...be16(width), 4, ...Array<number>(12).fill(1), 0xff, 0xda, 0, 2, 9, 9, 9, 0xff, 0xd9]);
const webp = (width: number, height: number, length = 22) => Uint8Array.from([...text('RIFF'), ...le32(length), ...text('WEBPVP8X'), ...le32(10), 2, 0, 0, 0,
  ...le32(width - 1).slice(0, 3), ...le32(height - 1).slice(0, 3)]);

describe('picture header', () => {
  it.each([['PNG', png], ['GIF', gif], ['JPEG', jpeg], ['WebP, animated', webp]] as const)('reads the size of a %s', (_, make) => {
    expect(readPictureHeader(make(400, 300))).toEqual({ size: { width: 400, height: 300 } });
    expect(readPictureHeader(make(1, 1))).toEqual({ size: { width: 1, height: 1 } });
  });

  it('reads a progressive JPEG of four colours', () => {
    expect(readPictureHeader(jpeg(200, 200, 0xc2))).toEqual({ size: { width: 200, height: 200 } });
  });

  it.each([[8_000, 5_000, true], [8_001, 1, false], [1, 8_001, false], [8_000, 5_001, false], [30_000, 30_000, false]])('takes %i by %i pixels: %s', (width, height, fits) => {
    for (const make of [png, gif, jpeg, webp]) expect('size' in readPictureHeader(make(width, height))).toBe(fits);
  });

  it('says that a picture is too large', () => {
    for (const make of [png, gif, jpeg, webp]) expect(readPictureHeader(make(30_000, 30_000))).toEqual({ refused: 'too large' });
  });

  it('believes no small size in a JPEG that states a large one where a decoder may look', () => {
    const frame = (side: number) => [0xff, 0xc0, 0, 11, 8, ...be16(side), ...be16(side), 1, 1, 0x11, 0];
    // A doubled 0xff: decoders pass over it, and the library looks for the next header 49,152 bytes on.
    const doubled = (real: number) => [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, ...frame(real)];
    const lying = (real: number) => Uint8Array.from([...doubled(real), ...Array<number>(10 + 0xc000 - doubled(real).length - 1).fill(0x20), ...frame(100), 0xff, 0xd9]);
    expect(readPictureHeader(lying(800))).toEqual({ size: { width: 100, height: 100 } });
    expect(readPictureHeader(lying(20_000))).toEqual({ refused: 'too large' });
  });

  it.each([[false, []], [true, Array<number>(12).fill(7)]])('believes no small screen of a GIF whose first picture is large, with a table of colours: %s', (_, colours) => {
    const extension = [0x21, 0xfe, 3, 1, 0x2c, 3, 0];
    const lying = (side: number) => Uint8Array.from([...gif(100, 100).slice(0, 10), colours.length ? 0x81 : 0, 0, 0, ...colours, ...extension, ...extension,
      0x2c, 0, 0, 0, 0, side & 255, side >> 8, side & 255, side >> 8, 0, 0x3b]);
    expect(readPictureHeader(lying(100))).toEqual({ size: { width: 100, height: 100 } });
    expect(readPictureHeader(lying(7_000))).toEqual({ refused: 'too large' });
  });

  it('refuses what was cut off', () => {
    for (const whole of [png(9, 9), gif(9, 9), jpeg(9, 9), webp(9, 9)]) expect(readPictureHeader(whole.slice(0, -9))).toHaveProperty('refused');
    expect(readPictureHeader(jpeg(9, 9).slice(0, -2))).toEqual({ refused: 'cut off' });
    expect(readPictureHeader(webp(9, 9, 999))).toEqual({ refused: 'cut off' });
  });

  it('refuses what is no picture, or one of a kind that profile photos never are', () => {
    for (const words of ['', '<html>', '<svg width="10" height="10"/>', 'BM', '%PDF-1.7']) expect(readPictureHeader(Uint8Array.from(text(words)))).toEqual({ refused: 'no picture' });
    expect(readPictureHeader(png(0, 10))).toEqual({ refused: 'no picture' });
  });

  it('never throws', () => {
    const head = fc.constantFrom(...[png(9, 9), gif(9, 9), jpeg(9, 9), webp(9, 9)].map((bytes) => bytes.slice(0, 12)), new Uint8Array());
    fc.assert(fc.property(head, fc.uint8Array({ maxLength: 80 }), (start, rest) => {
      expect(Object.keys(readPictureHeader(Uint8Array.from([...start, ...rest]))).length).toBe(1);
    }));
  });
});
