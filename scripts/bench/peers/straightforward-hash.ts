import type { Pixels } from '../../../utils/core/pixels.ts';

/** PDQ as its description says it, step by step over the whole picture: what a port looks like before anybody makes it fast. */
export function straightforwardHash({ data, width, height }: Pixels): { hash: Uint8Array; quality: number } {
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) luma[i] = 0.299 * data[i * 4]! + 0.587 * data[i * 4 + 1]! + 0.114 * data[i * 4 + 2]!;
  const other = new Float32Array(luma.length);
  for (let pass = 0; pass < 2; pass++) {
    for (let y = 0; y < height; y++) average(luma, other, y * width, 1, width);
    for (let x = 0; x < width; x++) average(other, luma, x, width, height);
  }
  const samples = new Float32Array(4096);
  for (let y = 0; y < 64; y++) {
    for (let x = 0; x < 64; x++) samples[y * 64 + x] = luma[Math.floor(((y + 0.5) * height) / 64) * width + Math.floor(((x + 0.5) * width) / 64)]!;
  }
  return { hash: hashOf(transform(samples)), quality: qualityOf(samples) };
}

/** Moving average of a line of `length` values `step` apart, with a running sum: growing, full, shrinking. */
function average(from: Float32Array, to: Float32Array, start: number, step: number, length: number): void {
  const window = Math.ceil(length / 128);
  const end = start + length * step;
  let [sum, count, head, tail, at] = [0, 0, start, start, start];
  for (; count < window >> 1; head += step, count++) sum += from[head]!;
  for (; count < window; head += step, at += step) {
    sum += from[head]!;
    to[at] = sum / ++count;
  }
  for (; head < end; head += step, tail += step, at += step) {
    sum += from[head]! - from[tail]!;
    to[at] = sum / window;
  }
  for (; at < end; tail += step, at += step) {
    sum -= from[tail]!;
    to[at] = sum / --count;
  }
}

const cosines = Float32Array.from({ length: 16 * 64 }, (_, i) => Math.sqrt(2 / 64) * Math.cos((Math.PI / 128) * ((i >> 6) + 1) * (2 * (i & 63) + 1)));

function transform(samples: Float32Array): Float32Array {
  const narrow = new Float32Array(16 * 64);
  const values = new Float32Array(256);
  for (let v = 0; v < 16; v++) {
    for (let x = 0; x < 64; x++) {
      let sum = 0;
      for (let y = 0; y < 64; y++) sum += cosines[v * 64 + y]! * samples[y * 64 + x]!;
      narrow[v * 64 + x] = sum;
    }
  }
  for (let v = 0; v < 16; v++) {
    for (let u = 0; u < 16; u++) {
      let sum = 0;
      for (let x = 0; x < 64; x++) sum += narrow[v * 64 + x]! * cosines[u * 64 + x]!;
      values[v * 16 + u] = sum;
    }
  }
  return values;
}

function hashOf(values: Float32Array): Uint8Array {
  const median = values.slice().sort()[127]!;
  const hash = new Uint8Array(32);
  values.forEach((value, bit) => { if (value > median) hash[31 - (bit >> 3)]! |= 1 << (bit & 7); });
  return hash;
}

function qualityOf(samples: Float32Array): number {
  let sum = 0;
  const step = (a: number, b: number) => Math.abs(Math.trunc(((samples[a]! - samples[b]!) * 100) / 255));
  for (let y = 0; y < 64; y++) {
    for (let x = 0; x < 64; x++) {
      if (y < 63) sum += step(y * 64 + x, y * 64 + 64 + x);
      if (x < 63) sum += step(y * 64 + x, y * 64 + x + 1);
    }
  }
  return Math.min(100, Math.floor(sum / 90));
}
