import type { Print } from '../../utils/platform/print-bytes.ts';

/** How many bits off the first picture each hash is; left out: as far as two pictures that have nothing in common. */
export interface Off { readonly whole?: number; readonly mirror?: number; readonly disc?: number; readonly discMirror?: number; readonly difference?: number }

/** Hashes of a made-up picture. */
export const print = (off: Off = {}): Print => ({
  whole: near(1, off.whole), mirror: near(1, off.mirror, 2), disc: near(3, off.disc), discMirror: near(3, off.discMirror, 4),
  difference: near(5, off.difference), differenceMirror: near(5, undefined, 6),
});
let strangers = 100;
/** So many bits off the hash of a seed; of the hash of a seed of its own when the number is left out. */
function near(seed: number, bits: number | undefined, other = strangers++): Uint8Array {
  const hash = hashOf(bits === undefined ? other : seed);
  return bits === undefined ? hash : hash.map((byte, i) => byte ^ (2 ** Math.max(0, Math.min(8, bits - i * 8)) - 1));
}

/** 32 bytes out of a number, by splitmix32; two of them are some 128 bits apart. */
export function hashOf(seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length: 32 }, () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) & 255;
  });
}

/** The first picture, which others are off. */
export const first: Print = print({ whole: 0, disc: 0, difference: 0 });
