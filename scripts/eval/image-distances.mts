import type { Fingerprint } from '../../utils/core/fingerprint.ts';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';

/** Of 256 bits; the smaller of plain and mirrored, as the extension compares. */
export interface Distances { readonly whole: number; readonly disc: number; readonly difference: number }

export const distancesOf = (one: Fingerprint, other: Fingerprint): Distances => ({
  whole: Math.min(hammingDistance(one.whole, other.whole), hammingDistance(one.mirror, other.whole)),
  disc: Math.min(hammingDistance(one.disc, other.disc), hammingDistance(one.discMirror, other.disc)),
  difference: Math.min(hammingDistance(one.difference, other.difference), hammingDistance(one.differenceMirror, other.difference)),
});

/** Does a picture lie this close, mirrored or not, to one of these hashes? */
export const isAmong = ({ whole, mirror }: Fingerprint, hashes: Iterable<Uint8Array>, radius: number): boolean => {
  for (const hash of hashes) if (hammingDistance(hash, whole) <= radius || hammingDistance(hash, mirror) <= radius) return true;
  return false;
};
