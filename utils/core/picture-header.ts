import { GIF } from 'image-size/types/gif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { gifFrames, jpegFrames } from './frame-sizes.ts';
import { isTooLarge, type PictureSize } from './picture-limits.ts';

/** Why a file is not decoded. */
export type Refused = 'no picture' | 'cut off' | 'too large';

interface Format {
  readonly header: { readonly validate: (bytes: Uint8Array) => boolean; readonly calculate: (bytes: Uint8Array) => PictureSize };
  readonly isWhole: (bytes: Uint8Array) => boolean;
  /** Sizes that may be drawn though the header states another. */
  readonly frames?: (bytes: Uint8Array) => readonly PictureSize[];
}

/** Marks of the end may be followed by a little that nobody reads; a picture that was cut off loses more. */
const tail = 1_024;
const endsWith = (...mark: number[]) => (bytes: Uint8Array) =>
  bytes.subarray(-tail).some((_, i, end) => mark.every((byte, k) => end[i + k] === byte));
/** A WebP's header states its length without the first eight bytes. */
const hasStatedLength = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 <= bytes.length;

/** A GIF ends in one byte, which stands everywhere in it too: only zeros may follow it. Browsers draw a cut-off picture as far as it goes, each to another line: it would get another hash in each. */
const formats: readonly Format[] = [
  { header: JPG, isWhole: endsWith(0xff, 0xd9), frames: jpegFrames },
  { header: PNG, isWhole: endsWith(0x49, 0x45, 0x4e, 0x44) },
  { header: WEBP, isWhole: hasStatedLength },
  { header: GIF, isWhole: (bytes) => bytes[bytes.findLastIndex((byte) => byte !== 0)] === 0x3b, frames: gifFrames },
];

/** Reads a picture's header (JPEG, PNG, WebP, GIF) and decides whether it may be decoded. Never throws. */
export function readPictureHeader(bytes: Uint8Array): { readonly size: PictureSize } | { readonly refused: Refused } {
  try {
    const format = formats.find(({ header }) => header.validate(bytes));
    if (!format) return { refused: 'no picture' };
    const { width, height } = format.header.calculate(bytes);
    if (!(width >= 1 && height >= 1)) return { refused: 'no picture' };
    if ([{ width, height }, ...format.frames?.(bytes) ?? []].some(isTooLarge)) return { refused: 'too large' };
    return format.isWhole(bytes) ? { size: { width, height } } : { refused: 'cut off' };
  } catch {
    // The library reads beyond the end of what is cut off in its header.
    return { refused: 'cut off' };
  }
}
