import { lowFrequencies } from './cosine-transform.ts';
import { lumaPlane, type LumaPlane } from './luma-plane.ts';
import { hashOf, pdqHash } from './pdq-hash.ts';
import type { Pixels } from './pixels.ts';
import { samplesASide, tentTaps, type TentTaps } from './tent-taps.ts';

/** Sides of the windows, as shares of the picture's. */
const scales = [1, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72];
/** Between neighbouring windows of one size, as a share of the picture's side, at most. */
const shift = 0.014;

/** Hashes of eight centre crops, from the whole picture down: kept with a photo, they find most copies that were cut closer. */
export function centreCrops(pixels: Pixels): Uint8Array[] {
  return scales.map((scale) => pdqHash(centreCrop(pixels, scale)).hash);
}

function centreCrop({ data, width, height }: Pixels, scale: number): Pixels {
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
  const [left, top] = [Math.round((width - columns) / 2), Math.round((height - rows) / 2)];
  const cut = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row++) {
    const start = ((top + row) * width + left) * 4;
    cut.set(data.subarray(start, start + columns * 4), row * columns * 4);
  }
  return { data: cut, width: columns, height: rows };
}

/** Hashes of 1,456 windows of eight sizes in all places, the largest first: finds of which picture a remembered one is a part. */
export function* windowHashes(pixels: Pixels): Generator<Uint8Array> {
  const plane = lumaPlane(pixels);
  const width = windowLengths(plane.width);
  for (const [level, rows] of windowLengths(plane.height).entries()) {
    const [across, down] = [tentTaps(width[level]!), tentTaps(rows)];
    for (const top of places(plane.height, rows, level)) {
      const blended = blendRows(plane, top, down);
      for (const left of places(plane.width, width[level]!, level)) yield hashOf(lowFrequencies(blendColumns(blended, plane.width, left, across)));
    }
  }
}

const windowLengths = (length: number) => scales.map((scale) => Math.round(length * scale));

function places(length: number, window: number, level: number): number[] {
  // An even number, so that one of the places is the very middle, where most people cut.
  const steps = 2 * Math.ceil((1 - scales[level]!) / shift / 2);
  return Array.from({ length: steps + 1 }, (_, step) => Math.round(((length - window) * step) / (steps || 1)));
}

/** Once for all windows of one height and one top edge: 64 rows as wide as the picture. */
function blendRows({ luma, width }: LumaPlane, top: number, { starts, count, weights }: TentTaps): Float64Array {
  const blended = new Float64Array(samplesASide * width);
  for (let row = 0; row < samplesASide; row++) {
    for (let tap = 0; tap < count; tap++) {
      const weight = weights[row * count + tap]!;
      const from = (top + starts[row]! + tap) * width;
      for (let x = 0; x < width; x++) blended[row * width + x]! += weight * luma[from + x]!;
    }
  }
  return blended;
}

function blendColumns(blended: Float64Array, width: number, left: number, { starts, count, weights }: TentTaps): Float32Array {
  const samples = new Float32Array(samplesASide * samplesASide);
  for (let i = 0; i < samples.length; i++) {
    const column = i % samplesASide;
    const from = Math.floor(i / samplesASide) * width + left + starts[column]!;
    let sum = 0;
    for (let tap = 0; tap < count; tap++) sum += weights[column * count + tap]! * blended[from + tap]!;
    samples[i] = sum;
  }
  return samples;
}
