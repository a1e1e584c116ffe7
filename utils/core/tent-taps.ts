/**
 * Two passes of a moving average and taking every n-th value of the result, as one weighted sum for each value taken:
 * 64 rows of `count` weights (a tent, cut and made steeper where the picture ends), and where each row starts.
 */
export interface TentTaps {
  readonly count: number;
  readonly starts: Int32Array;
  readonly weights: Float64Array;
}

export const samplesASide = 64;

/** For a picture of `length` pixels in one direction, at least 1. */
export function tentTaps(length: number): TentTaps {
  const window = Math.ceil(length / (2 * samplesASide));
  const count = 2 * window - 1;
  const starts = new Int32Array(samplesASide);
  const weights = new Float64Array(samplesASide * count);
  for (let sample = 0; sample < samplesASide; sample++) {
    const outer = around(Math.floor(((sample + 0.5) * length) / samplesASide), window, length);
    const start = Math.min(around(outer.first, window, length).first, length - count);
    starts[sample] = start;
    for (let middle = outer.first; middle <= outer.last; middle++) {
      const inner = around(middle, window, length);
      const weight = 1 / (outer.last - outer.first + 1) / (inner.last - inner.first + 1);
      for (let at = inner.first; at <= inner.last; at++) weights[sample * count + at - start]! += weight;
    }
  }
  return { count, starts, weights };
}

/** What a moving average takes in at a place. An even window reaches one further to the right; at the ends it is cut, not padded. */
function around(place: number, window: number, length: number) {
  const after = window >> 1;
  return { first: Math.max(0, place - (window - 1 - after)), last: Math.min(length - 1, place + after) };
}
