import { vi } from 'vitest';
import type { Pixels } from '../../utils/core/pixels.ts';

/** Node decodes no pictures: stands in for the browser's decoder and canvas, with the pixels of the part that is asked for. */
export function decodeAs(picture: (part: readonly number[]) => Pixels) {
  type Decode = (picture: Blob, ...part: number[]) => Promise<Pixels & { close: () => void }>;
  const decode = vi.fn<Decode>(async (_, ...part) => ({ ...picture(part), close: () => undefined }));
  vi.stubGlobal('createImageBitmap', decode);
  vi.stubGlobal('OffscreenCanvas', class {
    getContext() {
      let drawn: Pixels;
      return { drawImage: (bitmap: Pixels) => (drawn = bitmap), getImageData: () => drawn };
    }
  });
  return decode;
}

/** A PNG's beginning and end: what is read before a picture is decoded. */
export function png(width = 200, height = 200): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...Array<number>(17).fill(0),
    0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}
