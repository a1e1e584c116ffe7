/** Header that stands in front of each entry of a zip archive (APPNOTE.TXT 6.3.10, section 4.3.7). */
export interface LocalHeader {
  readonly isEncrypted: boolean;
  /** Sizes and sum stand behind the bytes, and are 0 here. */
  readonly isSizedBehind: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly nameLength: number;
  /** Bytes of the whole header, name included. */
  readonly length: number;
}

export const localHeaderLength = 30;
const signature = 0x04034b50;

export function localHeader(bytes: Uint8Array): LocalHeader | undefined {
  if (bytes.length < localHeaderLength) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== signature) return undefined;
  const flags = view.getUint16(6, true);
  const nameLength = view.getUint16(26, true);
  return {
    isEncrypted: (flags & 1) !== 0, isSizedBehind: (flags & 8) !== 0, method: view.getUint16(8, true), crc: view.getUint32(14, true),
    packed: view.getUint32(18, true), size: view.getUint32(22, true), nameLength, length: localHeaderLength + nameLength + view.getUint16(28, true),
  };
}
