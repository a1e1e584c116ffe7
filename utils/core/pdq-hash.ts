import { frequencies, lowFrequencies } from './cosine-transform.ts';
import { lowerMedian } from './lower-median.ts';
import { lumaSamples } from './luma-samples.ts';
import type { Pixels } from './pixels.ts';

/**
 * PDQ: 256 bits that copies of a picture share and strangers do not.
 * What: brightness at 64 x 64 places, each an average of what is around it; the 16 x 16 lowest frequencies of that; a bit for
 * each, whether it is above their median. Made by Meta for ThreatExchange (BSD-3-Clause) and written here from its description;
 * no code of it was copied. Bits, qualities and turned hashes equal the reference's on all of tests/core/vectors/pdq.json.
 * Layout: the last frequency first; bit 16 v + u (from the end) is vertical frequency v + 1 and horizontal u + 1.
 * Why so quick: the reference runs a moving average over rows and columns, twice, for every pixel and then keeps 4,096 of them.
 * Two averages and a choice are one weighted sum, so only the 4,096 are computed: about one multiplication a pixel (tent-taps.ts).
 * Half the cosines follow from the other half by symmetry (cosine-transform.ts), and so do all eight turned hashes.
 * Left out: the reference's program first shrinks to 512 pixels by leaving pixels out; its ports do not, and profile photos have
 * at most 800.
 * Tried: WebAssembly with wide instructions (a fifth of the time; it needs `wasm-unsafe-eval` and a compiler, and decoding the
 * picture takes longer than either); red and blue added up in one integer (no quicker at 400 pixels, a tenth at 800);
 * hashes of 64 bits (dHash, pHash: 135 and 367 false matches among 490,545 pairs where this one has none).
 */

/** 32 bytes, and how much there is to see, 0 to 100. */
export function pdqHash(pixels: Pixels): { readonly hash: Uint8Array; readonly quality: number } {
  const samples = lumaSamples(pixels);
  return { hash: hashOf(lowFrequencies(samples)), quality: qualityOf(samples) };
}

/** Which way a picture was turned, as the reference names it; flipY is the mirror image. */
export type Turn = 'original' | 'rot90' | 'rot180' | 'rot270' | 'flipX' | 'flipY' | 'flipPlus1' | 'flipMinus1';

interface Turning { readonly swaps: boolean; readonly flipsRows: boolean; readonly flipsColumns: boolean }

const turnings: Readonly<Record<Turn, Turning>> = {
  original: { swaps: false, flipsRows: false, flipsColumns: false },
  rot90: { swaps: true, flipsRows: true, flipsColumns: false },
  rot180: { swaps: false, flipsRows: true, flipsColumns: true },
  rot270: { swaps: true, flipsRows: false, flipsColumns: true },
  flipX: { swaps: false, flipsRows: true, flipsColumns: false },
  flipY: { swaps: false, flipsRows: false, flipsColumns: true },
  flipPlus1: { swaps: true, flipsRows: false, flipsColumns: false },
  flipMinus1: { swaps: true, flipsRows: true, flipsColumns: true },
};

/** Hashes of the picture turned all eight ways, out of one transform. */
export function dihedralHashes(samples: Float32Array): Readonly<Record<Turn, Uint8Array>> {
  const values = lowFrequencies(samples);
  const hashes = Object.entries(turnings).map(([turn, turning]) => [turn, hashOf(turned(values, turning))] as const);
  return Object.fromEntries(hashes) as Record<Turn, Uint8Array>;
}

/** Turning a picture round negates its odd frequencies (the even indices). */
function turned(values: Float32Array, { swaps, flipsRows, flipsColumns }: Turning): Float32Array {
  return values.map((_, i) => {
    const [v, u] = [i >> 4, i & 15];
    const value = swaps ? values[u * frequencies + v]! : values[i]!;
    return (flipsRows && !(v & 1)) !== (flipsColumns && !(u & 1)) ? -value : value;
  });
}

/** A bit for each frequency: is it above the median? The last frequency comes first. */
export function hashOf(values: Float32Array): Uint8Array {
  const median = lowerMedian(values.slice());
  const hash = new Uint8Array(32);
  for (let bit = 0; bit < 256; bit++) if (values[bit]! > median) hash[31 - (bit >> 3)]! |= 1 << (bit & 7);
  return hash;
}

/** Steps of brightness between neighbours in hundredths of the range, whole ones only, a ninetieth of their sum. */
export function qualityOf(samples: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < 4096; i++) {
    if (i < 4032) sum += Math.abs(Math.trunc(((samples[i]! - samples[i + 64]!) * 100) / 255));
    if ((i & 63) < 63) sum += Math.abs(Math.trunc(((samples[i]! - samples[i + 1]!) * 100) / 255));
  }
  return Math.min(100, Math.floor(sum / 90));
}

export const hexOf = (hash: Uint8Array): string => Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Throws unless the text is 64 hexadecimal digits. */
export function hashFromHex(text: string): Uint8Array {
  if (!/^[0-9a-f]{64}$/i.test(text)) throw new Error(`"${text.slice(0, 80)}" is no picture hash: it takes 64 digits 0-9 and a-f.`);
  return Uint8Array.from({ length: 32 }, (_, i) => parseInt(text.slice(i * 2, i * 2 + 2), 16));
}
