// Draws assets/demo/borrowed.jpg: the demo's portrait as somebody would take it over, mirrored, with a ring around it, compressed anew.
// It is kept as a file so that `npm start` needs no program for pictures. Run it after a change of portrait.mts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { framed } from '../eval/round-frames.mts';
import { drawPortrait } from './portrait.mts';

export const borrowedPath = join(import.meta.dirname, '../../assets/demo/borrowed.jpg');

/** JPEG at a quality that shows: sites that pass pictures on go down to about 60. */
export async function drawBorrowed(): Promise<Buffer> {
  const mirrored = await sharp(drawPortrait()).flop().png().toBuffer();
  return sharp(await framed(mirrored, 'purpleRing')).jpeg({ quality: 55 }).toBuffer();
}

if (process.argv[1] === import.meta.filename) await writeFile(borrowedPath, await drawBorrowed());
