import type { Pixels } from '../core/perceptual-hash.ts';

/** A part of a picture in its own pixels. */
export interface Part { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** Decodes a picture, or a part of it. Only in the background: on pages some browsers put noise into canvases. */
export async function readPixels(picture: Blob, part?: Part): Promise<Pixels> {
  const bitmap = await (part ? createImageBitmap(picture, part.x, part.y, part.width, part.height) : createImageBitmap(picture));
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('The browser gave no canvas to read the picture with.');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
}
