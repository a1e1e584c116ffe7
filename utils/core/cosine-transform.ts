/** The lowest frequencies kept in each direction, and samples a side. */
export const frequencies = 16;
const side = 64;
const half = side / 2;

/**
 * Cosine transform of 64 x 64 samples, only the frequencies 1 to 16 in both directions (frequency 0 is brightness): 16 x 16
 * values, vertical frequency by rows. A cosine of an even frequency is the same from both ends and one of an odd frequency
 * its negative, so the sums (or differences) of opposite samples are all a frequency needs: half the multiplications.
 */
export function lowFrequencies(samples: Float32Array): Float32Array {
  const folded = foldRows(samples);
  const narrow = new Float64Array(frequencies * side);
  for (let v = 0; v < frequencies; v++) {
    const source = (v & 1) * half * side;
    // Four rows at a time: each sum is read and written a quarter as often.
    for (let y = 0; y < half; y += 4) {
      const c0 = cosines[v * half + y]!;
      const c1 = cosines[v * half + y + 1]!;
      const c2 = cosines[v * half + y + 2]!;
      const c3 = cosines[v * half + y + 3]!;
      const from = source + y * side;
      for (let x = 0; x < side; x++) {
        const at = from + x;
        narrow[v * side + x]! += c0 * folded[at]! + c1 * folded[at + side]! + c2 * folded[at + 2 * side]! + c3 * folded[at + 3 * side]!;
      }
    }
  }
  return transformRows(narrow);
}

/** First the differences of opposite rows (odd frequencies: indices 0, 2, ...), then their sums. */
function foldRows(samples: Float32Array): Float64Array {
  const folded = new Float64Array(side * side);
  for (let i = 0; i < half * side; i++) {
    const opposite = (side - 1 - (i >> 6)) * side + (i & 63);
    folded[i] = samples[i]! - samples[opposite]!;
    folded[half * side + i] = samples[i]! + samples[opposite]!;
  }
  return folded;
}

function transformRows(narrow: Float64Array): Float32Array {
  const values = new Float32Array(frequencies * frequencies);
  const folded = [new Float64Array(half), new Float64Array(half)] as const;
  for (let v = 0; v < frequencies; v++) {
    for (let x = 0; x < half; x++) {
      const here = narrow[v * side + x]!;
      const opposite = narrow[v * side + side - 1 - x]!;
      folded[0][x] = here - opposite;
      folded[1][x] = here + opposite;
    }
    for (let u = 0; u < frequencies; u++) {
      const from = u & 1 ? folded[1] : folded[0];
      let sum = 0;
      for (let x = 0; x < half; x++) sum += cosines[u * half + x]! * from[x]!;
      values[v * frequencies + u] = sum;
    }
  }
  return values;
}

/** Left halves of 16 cosines, scaled so that the whole transform keeps lengths. */
const cosines = Float64Array.from({ length: frequencies * half }, (_, i) => {
  const [frequency, place] = [Math.floor(i / half) + 1, i % half];
  return Math.sqrt(2 / side) * Math.cos((Math.PI * frequency * (2 * place + 1)) / (2 * side));
});
