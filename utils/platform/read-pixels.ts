import { readPictureHeader, type Refused } from '../core/picture-header.ts';
import type { Pixels } from '../core/pixels.ts';

/** A part of a picture in its own pixels. */
export interface Part { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/**
 * Decodes a picture, or a part of it; of an animation the first frame. Only in the background: on pages some browsers put noise into canvases.
 * What states too many pixels, or is cut off, is refused unread. Colours stay as they stand in the file: browsers differ in converting them.
 */
export async function readPixels(picture: Blob, part?: Part): Promise<{ readonly pixels: Pixels } | { readonly refused: Refused }> {
  const header = readPictureHeader(new Uint8Array(await picture.arrayBuffer()));
  if ('refused' in header) return header;
  const bitmap = await decode(picture, part).catch(() => undefined);
  if (!bitmap) return { refused: 'no picture' };
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('The browser gave no canvas to read the picture with.');
    context.drawImage(bitmap, 0, 0);
    return { pixels: context.getImageData(0, 0, width, height) };
  } finally {
    bitmap.close();
  }
}

const asTheyStand = { colorSpaceConversion: 'none' } as const;
const decode = (picture: Blob, part: Part | undefined) =>
  (part ? createImageBitmap(picture, part.x, part.y, part.width, part.height, asTheyStand) : createImageBitmap(picture, asTheyStand));
