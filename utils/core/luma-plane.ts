import type { Pixels } from './pixels.ts';

/** Brightness of each pixel, 0 to 255, row by row. */
export interface LumaPlane { readonly luma: Float32Array; readonly width: number; readonly height: number }

/** Larger pictures are halved: what 64 samples a side show of them stays the same, and the grid of windows stays quick. */
const mostSide = 512;

/** What is transparent counts as white. Halved as often as it takes for the shorter side to have at most 512 pixels. */
export function lumaPlane({ data, width, height }: Pixels): LumaPlane {
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    const shade = 0.299 * data[i * 4]! + 0.587 * data[i * 4 + 1]! + 0.114 * data[i * 4 + 2]!;
    luma[i] = 255 + ((shade - 255) * data[i * 4 + 3]!) / 255;
  }
  let plane: LumaPlane = { luma, width, height };
  while (Math.min(plane.width, plane.height) > mostSide) plane = halve(plane);
  return plane;
}

function halve(plane: LumaPlane): LumaPlane {
  const [width, height] = [plane.width >> 1, plane.height >> 1];
  const luma = new Float32Array(width * height);
  for (let i = 0; i < luma.length; i++) {
    const at = Math.floor(i / width) * 2 * plane.width + (i % width) * 2;
    luma[i] = (plane.luma[at]! + plane.luma[at + 1]! + plane.luma[at + plane.width]! + plane.luma[at + plane.width + 1]!) / 4;
  }
  return { luma, width, height };
}
