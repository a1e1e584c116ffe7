/**
 * Is each of 16 x 16 cells darker than its right neighbour? 256 bits, row by row, out of 64 x 64 samples. It is made quite
 * unlike the hash of frequencies, so it serves as a second opinion where that one alone is not sure.
 */
export function differenceHash(samples: Float32Array): Uint8Array {
  const cells = cellsOf(samples);
  const hash = new Uint8Array(32);
  for (let bit = 0; bit < 256; bit++) {
    const cell = (bit >> 4) * 17 + (bit & 15);
    if (cells[cell]! < cells[cell + 1]!) hash[bit >> 3]! |= 128 >> (bit & 7);
  }
  return hash;
}

/** Averages of 17 cells in each of 16 rows; a sample on a border counts for both cells by its parts. */
function cellsOf(samples: Float32Array): Float32Array {
  const cells = new Float32Array(16 * 17);
  for (let i = 0; i < samples.length; i++) {
    const row = i >> 8;
    const [low, high] = [((i & 63) * 17) / 64, (((i & 63) + 1) * 17) / 64];
    const [first, last] = [Math.floor(low), Math.ceil(high) - 1];
    const inFirst = Math.min(high, first + 1) - low;
    cells[row * 17 + first]! += samples[i]! * inFirst;
    if (last > first) cells[row * 17 + last]! += samples[i]! * (high - low - inFirst);
  }
  return cells;
}
