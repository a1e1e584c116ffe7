/** Two levels of certainty, each with its own wording: "the same picture", "a very similar picture". */
export type Likeness = 'same' | 'similar';

/**
 * Hamming distances (of 256 bits) up to which two pictures count as alike. Measured on 991 portraits of different persons, one
 * each, mirror images allowed: of 490,545 pairs none lay within 31 by the whole picture (nearest 56) or by its disc (nearest 44),
 * while copies resized, recompressed, recoloured or mirrored lay within 31 in 99.8 to 100 %.
 */
export const sameWithin = 16;
export const wholeWithin = 31;
/** A disc sees less of the picture: its tail of false matches is ten times as heavy. Ringed copies lie within 24 in 99.3 to 100 %. */
export const discWithin = 24;
/** In a list of a million the tail matters (5e-9 a pair at 31 is one lookup in 200): up to here the whole picture is sure by itself. */
export const wholeSureInPack = 24;
/** The second opinion where one hash is not sure: 99.9 % of true matches have difference hashes within 72, strangers a median of 76. */
export const differenceWithin = 70;

/** Distances to a picture the person met before, the smaller of plain and mirrored. Undefined: not alike. */
export function inMemory({ whole, disc }: { readonly whole: number; readonly disc: number }): Likeness | undefined {
  if (whole <= sameWithin || disc <= sameWithin) return 'same';
  return whole <= wholeWithin || disc <= discWithin ? 'similar' : undefined;
}

interface PackDistances { readonly whole: number; readonly disc: number; readonly difference: number }

/** Distances to a picture out of a pack's list of up to a million. Undefined: not alike. */
export function inPack({ whole, disc, difference }: PackDistances): Likeness | undefined {
  if (whole <= sameWithin || disc <= sameWithin) return 'same';
  if (whole <= wholeSureInPack) return 'similar';
  return difference <= differenceWithin && (whole <= wholeWithin || disc <= discWithin) ? 'similar' : undefined;
}
