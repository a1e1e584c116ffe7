import { fingerprint, type Unusable } from '../core/fingerprint.ts';
import type { Refused } from '../core/picture-header.ts';
import type { Pixels } from '../core/pixels.ts';
import { placeholders } from './pack-photos.ts';
import type { Print } from './print-bytes.ts';
import { readPixels, type Part } from './read-pixels.ts';

const reasons: Readonly<Record<Refused | Unusable, string>> = {
  'no picture': 'This is no picture that can be read.',
  'cut off': 'The picture did not arrive whole: reload the page and try again.',
  'too large': 'The picture is too large to be looked at.',
  'too small': 'The photo is shown too small to compare: open the profile and try again.',
  'too flat': 'There is no photo, or too little in it to compare.',
  'too plain': 'There is too little in the photo to compare.',
  placeholder: 'This is a default picture, which many profiles show.',
};

/** Hashes of a picture, or of a part of it; or why there are none, in a sentence. */
export async function readPrint(picture: Blob, part?: Part): Promise<{ readonly print: Print; readonly pixels: Pixels } | { readonly skipped: string }> {
  const read = await readPixels(picture, part);
  if ('refused' in read) return { skipped: reasons[read.refused] };
  const printed = fingerprint(read.pixels, await placeholders());
  return 'unusable' in printed ? { skipped: reasons[printed.unusable] } : { print: printed.print, pixels: read.pixels };
}
