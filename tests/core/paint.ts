import type { Pixels } from '../../utils/core/pixels.ts';

interface Change { readonly shift?: number; readonly mirrored?: boolean }

/**
 * A picture out of a number: sixty blobs, large and small, on a slope, sampled at any size, so that two sizes show the same picture.
 * No clipping: values lie between 40 and 215 before the shift.
 */
export function paint(seed: number, side: number, { shift = 0, mirrored = false }: Change = {}): Pixels {
  const random = numbers(seed);
  const blobs = Array.from({ length: 60 }, () => ({ x: random(), y: random(), size: 0.02 + random() ** 2 * 0.2, height: random() * 4 - 2 }));
  const [slopeX, slopeY] = [random() - 0.5, random() - 0.5];
  const data = new Uint8ClampedArray(side * side * 4);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const [across, y] = [(column + 0.5) / side, (row + 0.5) / side];
      const x = mirrored ? 1 - across : across;
      let value = slopeX * (x - 0.5) + slopeY * (y - 0.5);
      for (const blob of blobs) value += blob.height * Math.exp(-((x - blob.x) ** 2 + (y - blob.y) ** 2) / (2 * blob.size ** 2));
      const shade = 127.5 + 87.5 * Math.tanh(value) + shift;
      data.fill(shade, (row * side + column) * 4, (row * side + column) * 4 + 3);
      data[(row * side + column) * 4 + 3] = 255;
    }
  }
  return { data, width: side, height: side };
}

/** Park-Miller: the same numbers on every machine. */
function numbers(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let i = 0; i < 5; i++) next();
  return next;
}
