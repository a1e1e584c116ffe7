/** Bytes of a block: headers take one, and what they announce is filled up to whole ones (POSIX.1-1988, ustar). */
export const blockLength = 512;

/** What stands in front of an entry of a tar archive. */
export interface TarHeader {
  readonly name: string;
  /** Bytes that follow, as written. */
  readonly size: number;
  readonly mode: number;
  /** One letter: "0" a file, "5" a folder, and so on; "x", "L" and their kin are about the next entry. */
  readonly type: string;
  readonly linkName: string;
  /** Blocks follow that say where the bytes of a file with gaps belong (GNU's type "S"). */
  readonly hasMap: boolean;
}

const sumFrom = 148;
const sumTo = 156;
const decoder = new TextDecoder();

/** The oldest headers have no magic number, and all a sum over their own bytes. Old programs made it of signed bytes; unpackers take both. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < blockLength) return false;
  const written = octal(block, sumFrom, sumTo - sumFrom);
  let [sum, high] = [0, 0];
  for (let i = 0; i < blockLength; i++) {
    const byte = i >= sumFrom && i < sumTo ? 32 : block[i]!;
    sum += byte;
    if (byte > 127) high += 256;
  }
  // Empty blocks end an archive; as a header they would come to 256.
  return written > 0 && (sum === written || sum - high === written);
}

export function tarHeader(block: Uint8Array): TarHeader {
  const prefix = text(block, 257, 5) === 'ustar' && text(block, 257, 8) !== 'ustar  ' ? text(block, 345, 155) : '';
  return {
    name: prefix ? `${prefix}/${text(block, 0, 100)}` : text(block, 0, 100),
    mode: octal(block, 100, 8), size: sizeOf(block), type: String.fromCharCode(block[156]! || 48), linkName: text(block, 157, 100),
    hasMap: block[156] === 0x53 && block[482] !== 0,
  };
}

/** Twelve bytes: octal digits, or from 8 GB on a number of 95 bits whose first bit is set (GNU). A negative one is none. */
function sizeOf(block: Uint8Array): number {
  if (!(block[124]! & 0x80)) return octal(block, 124, 12);
  if (block[124]! & 0x40) return 0;
  const size = block.subarray(125, 136).reduce((sum, byte) => sum * 256 + byte, block[124]! & 0x3f);
  return Math.min(size, Number.MAX_SAFE_INTEGER - blockLength);
}

/** Digits up to the first byte that is none; spaces and zeros in front are passed over. */
function octal(block: Uint8Array, from: number, length: number): number {
  let at = from;
  while (at < from + length && (block[at] === 32 || block[at] === 0)) at++;
  let number = 0;
  for (; at < from + length && block[at]! >= 48 && block[at]! <= 55; at++) number = number * 8 + block[at]! - 48;
  return number;
}

function text(block: Uint8Array, from: number, length: number): string {
  const field = block.subarray(from, from + length);
  const end = field.indexOf(0);
  return decoder.decode(end < 0 ? field : field.subarray(0, end));
}

/** What the archive says of the next entry, or of all that follow, in a file of its own in front of it. */
export interface TarWords { readonly path?: string; readonly linkPath?: string; readonly size?: number }

/** Lines "LENGTH KEY=VALUE" (POSIX.1-2001, pax). GNU names a file with gaps in a word of its own. */
export function paxWords(bytes: Uint8Array): TarWords {
  const words = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(32, at);
    const length = space < 0 ? 0 : Number(decoder.decode(bytes.subarray(at, Math.min(space, at + 10))));
    if (!(length > space - at)) break;
    const word = decoder.decode(bytes.subarray(space + 1, at + length - 1));
    const equals = word.indexOf('=');
    if (equals > 0) words.set(word.slice(0, equals), word.slice(equals + 1));
    at += length;
  }
  const path = words.get('GNU.sparse.name') ?? words.get('path');
  const [linkPath, size] = [words.get('linkpath'), words.get('size')];
  return { ...(path !== undefined && { path }), ...(linkPath !== undefined && { linkPath }), ...(size !== undefined && /^\d{1,15}$/.test(size) && { size: Number(size) }) };
}

/** A long name of GNU's, which ends with a zero. */
export const longName = (bytes: Uint8Array): string => text(bytes, 0, bytes.length);
