import { lowFrequencies } from './cosine-transform.ts';
import { differenceHash } from './difference-hash.ts';
import { discSamples } from './disc-samples.ts';
import { isFlat } from './flatness.ts';
import { hammingDistance } from './hamming-distance.ts';
import { lumaSamplesBothWays } from './luma-samples.ts';
import { hashOf, qualityOf } from './pdq-hash.ts';
import { discWithin, wholeWithin } from './photo-likeness.ts';
import type { Pixels } from './pixels.ts';

/** Hashes of one picture, 32 bytes each; those of its mirror image are for searching, not for storing. */
export interface Fingerprint {
  readonly whole: Uint8Array;
  readonly mirror: Uint8Array;
  readonly disc: Uint8Array;
  readonly discMirror: Uint8Array;
  readonly difference: Uint8Array;
  readonly differenceMirror: Uint8Array;
  readonly quality: number;
}

export type Unusable = 'too small' | 'too flat' | 'too plain' | 'placeholder';

/** Smaller pictures are icons: LinkedIn's smallest profile photos have 100 pixels. */
const leastSide = 64;
/** All of 1,314 portraits reached 100, blurred, dark and small ones too. */
const leastQuality = 80;

/**
 * Hashes of a photo, or why they would mean nothing. `placeholders`: whole or disc hashes of pictures that sites show for want
 * of a photo. None comes with this code: drawn ones fail for being flat, and others are for a pack to name.
 */
export function fingerprint(pixels: Pixels, placeholders: readonly Uint8Array[] = []):
  { readonly print: Fingerprint } | { readonly unusable: Unusable } {
  if (Math.min(pixels.width, pixels.height) < leastSide) return { unusable: 'too small' };
  const both = lumaSamplesBothWays(pixels);
  const { samples } = both;
  if (isFlat(samples)) return { unusable: 'too flat' };
  if (qualityOf(samples) < leastQuality) return { unusable: 'too plain' };
  const print = printOf(both);
  const isPlaceholder = placeholders.some((hash) => hammingDistance(hash, print.whole) <= wholeWithin || hammingDistance(hash, print.disc) <= discWithin);
  return isPlaceholder ? { unusable: 'placeholder' } : { print };
}

/** The same without the gates, for any picture. */
export function rawFingerprint(pixels: Pixels): Fingerprint {
  return printOf(lumaSamplesBothWays(pixels));
}

function printOf({ samples, mirrored }: ReturnType<typeof lumaSamplesBothWays>): Fingerprint {
  const hash = (some: Float32Array) => hashOf(lowFrequencies(some));
  return {
    whole: hash(samples), mirror: hash(mirrored), disc: hash(discSamples(samples)), discMirror: hash(discSamples(mirrored)),
    difference: differenceHash(samples), differenceMirror: differenceHash(mirrored), quality: qualityOf(samples),
  };
}
