import type { Pixels } from '../../../utils/core/pixels.ts';

/** The pictures that pdq.json has the hashes of: 24 rectangles and noise, in whole numbers only, so the same on every machine. */
export function drawnPicture(seed: number, width: number, height: number): Pixels {
  const random = xorShift(seed);
  const data = new Uint8ClampedArray(width * height * 4).fill(128);
  const brighten = (at: number, by: number) => { data[at] = data[at]! + by; };
  for (let rectangle = 0; rectangle < 24; rectangle++) {
    const [left, top, across, down] = [random() % width, random() % height, 1 + (random() % width), 1 + (random() % height)];
    const tint = [random(), random(), random()].map((number) => (number % 193) - 96);
    for (let y = top; y < Math.min(height, top + down); y++) {
      for (let x = left; x < Math.min(width, left + across); x++) tint.forEach((by, channel) => brighten((y * width + x) * 4 + channel, by));
    }
  }
  for (let i = 0; i < data.length; i++) {
    if (i % 4 === 3) data[i] = 255;
    else brighten(i, (random() % 17) - 8);
  }
  return { data, width, height };
}

function xorShift(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>>= 0);
  };
}
