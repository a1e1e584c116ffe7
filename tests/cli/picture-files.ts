import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { onTestFinished } from 'vitest';
import { drawPortrait } from '../../scripts/eval/draw-portrait.mts';

const drawn = new Map<number, Promise<Buffer>>();
/** A drawn portrait of nobody, as a JPEG and as pixels to encode. Drawn once: that takes longer than all else. */
export function portraitFile(seed = 1): Promise<Buffer> {
  if (!drawn.has(seed)) drawn.set(seed, drawPortrait(seed));
  return drawn.get(seed)!;
}
export const portrait = async (seed = 1): Promise<Sharp> => sharp(await portraitFile(seed));
/** Quick to write where every colour counts. */
const small = async () => (await portrait()).resize(200, 200);

const twoFrames = async (): Promise<Sharp> => {
  const frames = await Promise.all([1, 2].map(async (seed) => (await portrait(seed)).resize(120, 120).png().toBuffer()));
  return sharp(frames, { join: { animated: true } });
};

/** A PNG that states 30,000 x 30,000 pixels and holds none of them. */
export function bomb(): Buffer {
  const header = Buffer.alloc(25);
  header.write('\0\0\0\x0dIHDR', 'latin1');
  header.writeUInt32BE(30_000, 8);
  header.writeUInt32BE(30_000, 12);
  header.set([8, 2, 0, 0, 0], 16);
  header.writeUInt32BE(crc32(header.subarray(4, 21)), 21);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), header, Buffer.from('\0\0\0\0IEND\xae\x42\x60\x82', 'latin1')]);
}

/** A JPEG of 20,000 x 20,000 pixels. Behind a doubled 0xff, its header is passed over by who counts bytes, and a small one stands where that leads to. */
function twoSizes(): Buffer {
  const frame = (side: number) => [0xff, 0xc0, 0, 11, 8, side >> 8, side & 255, side >> 8, side & 255, 1, 1, 0x11, 0];
  const real = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, ...frame(20_000)];
  return Buffer.from([...real, ...Array<number>(10 + 0xc000 - real.length - 1).fill(0x20), ...frame(100), 0xff, 0xd9]);
}

/** Files that show the same portrait, each written in another way. */
export const sameFiles: Readonly<Record<string, () => Promise<Buffer>>> = {
  'baseline.jpg': async () => portraitFile(),
  'progressive.jpg': async () => (await portrait()).jpeg({ progressive: true, quality: 75 }).toBuffer(),
  'full-colour.jpg': async () => (await portrait()).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
  'gray.jpg': async () => (await portrait()).grayscale().jpeg().toBuffer(),
  'turned-by-camera.jpg': async () => (await portrait()).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
  'wide-colours.jpg': async () => (await portrait()).withIccProfile('p3').jpeg().toBuffer(),
  'hundred.jpg': async () => (await portrait()).resize(100, 100).jpeg().toBuffer(),
  'eight-hundred.webp': async () => (await portrait()).resize(800, 800).webp({ quality: 80 }).toBuffer(),
  'lossless.webp': async () => (await small()).webp({ lossless: true, effort: 0 }).toBuffer(),
  'plain.png': async () => (await portrait()).png().toBuffer(),
  'palette.png': async () => (await small()).png({ palette: true, effort: 1 }).toBuffer(),
  'still.gif': async () => (await small()).gif({ effort: 1 }).toBuffer(),
  'odd-sides.jpg': async () => (await portrait()).resize(397, 211, { fit: 'fill' }).jpeg().toBuffer(),
};

/** Files that are pictures and hold nothing to compare, or need care. */
export const oddFiles: Readonly<Record<string, () => Promise<Buffer>>> = {
  'moving.gif': async () => (await twoFrames()).gif({ effort: 1 }).toBuffer(),
  'moving.webp': async () => (await twoFrames()).webp({ quality: 80 }).toBuffer(),
  'print.jpg': async () => (await portrait()).toColourspace('cmyk').jpeg().toBuffer(),
  'dot.png': async () => (await portrait()).resize(1, 1).png().toBuffer(),
  'clear.png': async () => sharp({ create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer(),
  'half-clear.png': async () => (await portrait()).ensureAlpha(0.5).png().toBuffer(),
  'deep.png': async () => (await portrait()).toColourspace('rgb16').png().toBuffer(),
};

/** Files that cannot be read, by the reason that is given. */
export const badFiles: Readonly<Record<string, readonly [file: () => Promise<Buffer>, reason: RegExp]>> = {
  'cut.jpg': [async () => (await portraitFile()).subarray(0, 9_000), /is cut off/],
  'cut.png': [async () => (await (await portrait()).png().toBuffer()).subarray(0, 9_000), /is cut off/],
  'cut.webp': [async () => (await (await portrait()).webp().toBuffer()).subarray(0, 9_000), /is cut off/],
  'cut.gif': [async () => (await (await small()).gif({ effort: 1 }).toBuffer()).subarray(0, 9_000), /is cut off|is damaged/],
  'damaged.png': [async () => damaged(await (await portrait()).png().toBuffer()), /is damaged/],
  'bomb.png': [async () => bomb(), /more than 8000 pixels a side or 40 million/],
  'two-sizes.jpg': [async () => twoSizes(), /more than 8000 pixels a side or 40 million/],
  'letter.jpg': [async () => Buffer.from('Dear Dana, here is my photo.'), /is no PNG, JPEG, WebP or GIF/],
  'drawing.png': [async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), /is no PNG, JPEG, WebP or GIF/],
  'empty.png': [async () => Buffer.alloc(0), /is no PNG, JPEG, WebP or GIF/],
};

function damaged(file: Buffer): Buffer {
  return Buffer.from(file).fill(0x55, 3_000, 3_400);
}

/** Writes files into a folder that is gone after the test. */
export function writePictures(files: Readonly<Record<string, Uint8Array | string>>): { readonly folder: string; readonly path: (name: string) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-pictures-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { folder, path: (name) => join(folder, name) };
}
