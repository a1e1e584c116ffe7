import type { Pixels } from './pixels.ts';
import { samplesASide, tentTaps } from './tent-taps.ts';

/** Below this side the reference implementation hashes nothing. */
const leastSide = 5;

/** Brightness at 64 x 64 places, 0 to 255, each a weighted average of the pixels around it; all 0 when a side has under 5 pixels. */
export const lumaSamples = (pixels: Pixels): Float32Array => lumaSamplesBothWays(pixels).samples;

/**
 * The samples of a picture and of its mirror image: rows are blended once for both. The places lie up to a pixel off the middle
 * of the picture, so turning the samples round gives others than the mirror image has: hashes 12 bits apart on average.
 */
export function lumaSamplesBothWays({ data, width, height }: Pixels): { readonly samples: Float32Array; readonly mirrored: Float32Array } {
  const samples = new Float32Array(samplesASide * samplesASide);
  const mirrored = new Float32Array(samplesASide * samplesASide);
  if (Math.min(width, height) < leastSide) return { samples, mirrored };
  const across = tentTaps(width);
  const down = tentTaps(height);
  const blended = new Float64Array(width);
  for (let row = 0; row < samplesASide; row++) {
    blended.fill(0);
    for (let tap = 0; tap < down.count; tap++) {
      addRow(data, (down.starts[row]! + tap) * width * 4, down.weights[row * down.count + tap]!, blended);
    }
    for (let column = 0; column < samplesASide; column++) {
      let [sum, sumMirrored] = [0, 0];
      const start = across.starts[column]!;
      for (let tap = 0; tap < across.count; tap++) {
        const weight = across.weights[column * across.count + tap]!;
        sum += weight * blended[start + tap]!;
        sumMirrored += weight * blended[width - 1 - start - tap]!;
      }
      samples[row * samplesASide + column] = sum;
      mirrored[row * samplesASide + column] = sumMirrored;
    }
  }
  return { samples, mirrored };
}

/** Adds one row of pixels times `weight`; what is transparent counts as white. */
function addRow(data: Uint8ClampedArray | Uint8Array, start: number, weight: number, to: Float64Array): void {
  const [red, green, blue] = [0.299 * weight, 0.587 * weight, 0.114 * weight];
  for (let x = 0, i = start; x < to.length; x++, i += 4) {
    const luma = red * data[i]! + green * data[i + 1]! + blue * data[i + 2]!;
    const alpha = data[i + 3]!;
    to[x]! += alpha === 255 ? luma : 255 * weight + ((luma - 255 * weight) * alpha) / 255;
  }
}
