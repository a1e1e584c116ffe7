import { vi } from 'vitest';
import type { Pixels } from '../../utils/core/perceptual-hash.ts';

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
