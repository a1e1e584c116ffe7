import type { PictureSize } from './picture-limits.ts';

/** Frame headers of JPEG: 0xc0 to 0xcf but for tables of codes, what is reserved and conditions of arithmetic coding. */
const isFrameMark = (mark: number) => (mark & 0xf0) === 0xc0 && ![0xc4, 0xc8, 0xcc].includes(mark);

/**
 * Sizes behind everything in a JPEG that looks like a frame header. Programs disagree about what to pass over before the first (a doubled 0xff
 * is enough), so a file can show one of them 100 pixels a side and another 20,000; whichever is drawn, its size is among these.
 */
export function jpegFrames(bytes: Uint8Array): PictureSize[] {
  const sizes: PictureSize[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.indexOf(0xff); at >= 0 && at + 9 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    // Its length goes with its number of colours: hardly ever so by chance.
    if (!isFrameMark(bytes[at + 1]!) || view.getUint16(at + 2) !== 8 + 3 * bytes[at + 9]!) continue;
    sizes.push({ height: view.getUint16(at + 5), width: view.getUint16(at + 7) });
  }
  return sizes;
}

/** Size of a GIF's first picture, which browsers draw whole where it is larger than the screen that the header states; none when it is cut off. */
export function gifFrames(bytes: Uint8Array): PictureSize[] {
  const flags = bytes[10] ?? 0;
  let at = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  // Extensions: a mark, a kind, and parts that each state their length until one is empty.
  while (bytes[at] === 0x21) {
    for (at += 2; bytes[at]; at += bytes[at]! + 1);
    at += 1;
  }
  if (bytes[at] !== 0x2c || at + 9 > bytes.length) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [{ width: view.getUint16(at + 5, true), height: view.getUint16(at + 7, true) }];
}
