import { readFile, stat } from 'node:fs/promises';
import sharp from 'sharp';
import { readPictureHeader, type Refused } from '../core/picture-header.ts';
import { mostPixels, mostSide } from '../core/picture-limits.ts';
import type { Pixels } from '../core/pixels.ts';

/** No picture within the limits of pixels is larger, not even one without compression (four bytes a pixel). */
const mostBytes = 4 * mostPixels;

const faults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'may not be read: check its permissions',
  EPERM: 'may not be read: check its permissions',
};
const refusals: Readonly<Record<Refused, string>> = {
  'no picture': 'is no PNG, JPEG, WebP or GIF picture',
  'cut off': 'is cut off: get the whole file',
  'too large': `has more than ${mostSide} pixels a side or ${mostPixels / 1e6} million in all: make it smaller first`,
};

/** Reads and decodes a picture file. Throws a sentence without the path when it cannot be had. */
export async function readPicture(path: string): Promise<Pixels> {
  const about = await stat(path).catch(sayFault);
  if (about.isDirectory()) throw new Error('is a folder: name the pictures in it');
  if (!about.isFile()) throw new Error('is no file');
  if (about.size > mostBytes) throw new Error(`is larger than ${mostBytes / 1e6} MB`);
  return decodePicture(await readFile(path).catch(sayFault));
}

function sayFault(error: NodeJS.ErrnoException): never {
  throw new Error(faults[error.code ?? ''] ?? error.message, { cause: error });
}

/**
 * Pixels as the extension's background gets them from the browser: the first frame, turned as the camera says, colours as they stand
 * in the file. Throws a sentence when the bytes are no picture, are cut off or damaged, or hold too many pixels.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels> {
  const header = readPictureHeader(bytes);
  if ('refused' in header) throw new Error(refusals[header.refused]);
  try {
    return await decode(bytes);
  } catch (error) {
    const [reason = ''] = (error as Error).message.split('\n');
    if (reason.includes('unsupported image format')) throw new Error(refusals['no picture'], { cause: error });
    throw new Error(`is damaged: ${reason}`, { cause: error });
  }
}

async function decode(bytes: Uint8Array): Promise<Pixels> {
  // Browsers read on over what a decoder only warns about.
  const picture = sharp(bytes, { failOn: 'error', ignoreIcc: true, limitInputPixels: mostPixels, autoOrient: true });
  const isForPrint = (await picture.metadata()).space === 'cmyk';
  const pixels = isForPrint ? picture.pipelineColourspace('cmyk').toColourspace('cmyk') : picture.toColourspace('srgb').ensureAlpha();
  const { data, info: { width, height } } = await pixels.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data: isForPrint ? withoutInks(data) : data, width, height };
}

/** Cyan, magenta, yellow and black as browsers turn them into light, without a profile. */
function withoutInks(inks: Uint8Array): Uint8Array {
  return inks.map((ink, i) => ((i & 3) === 3 ? 255 : Math.floor(((255 - ink) * (255 - inks[i | 3]!)) / 255)));
}
