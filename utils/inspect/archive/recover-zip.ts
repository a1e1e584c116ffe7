import type { ByteWindow } from './byte-window.ts';
import type { Entries, Entry } from './entry.ts';
import { localHeader, localHeaderLength, type LocalHeader } from './local-header.ts';
import type { EntryUnpacker } from './entry-unpacker.ts';

const longestHeader = localHeaderLength + 2 * 65_535;
/** Bytes in which the next header is looked for at once. */
const searched = 500_000;

/**
 * Entries of a zip archive whose directory is cut off, from the headers in front of each. The sizes of an entry may stand behind it, where nobody
 * finds them without unpacking: it then ends where the next header begins. `start` and `end`: where they are looked for.
 */
export async function* recoverZip(window: ByteWindow, unpacker: EntryUnpacker, start = 0, end = window.size): Entries {
  let at = await nextHeader(window, start, end);
  while (at !== undefined) {
    const bytes = await window.read(at, longestHeader);
    const header = localHeader(bytes);
    if (!header) return;
    const name = new TextDecoder().decode(bytes.subarray(localHeaderLength, localHeaderLength + header.nameLength));
    const from = at + header.length;
    const sized: number | undefined = header.isSizedBehind && header.packed === 0 ? undefined : from + header.packed;
    const next: number | undefined = await nextHeader(window, sized ?? from, end);
    yield recovered(unpacker, header, name, from, Math.min(sized ?? next ?? end, end));
    at = next;
  }
}

function recovered(unpacker: EntryUnpacker, { isEncrypted, isSizedBehind, method, crc, size }: LocalHeader, name: string, from: number, to: number): Entry {
  const bytes = { from, length: to - from, method, ...(!isSizedBehind && { crc, size }) };
  return {
    name, size, kind: name.endsWith('/') ? 'folder' : 'file', packed: bytes.length,
    ...(isEncrypted && { barred: 'encrypted' as const }),
    read: (take) => unpacker.unpack(bytes, take),
  };
}

/** Offset of the next "PK\3\4" from an offset on, before another. */
async function nextHeader(window: ByteWindow, from: number, end: number): Promise<number | undefined> {
  for (let at = from; at < end; at += searched) {
    // Three bytes more, for one that lies across the border.
    const bytes = await window.read(at, searched + 3);
    for (let i = bytes.indexOf(0x50); i >= 0 && i < searched; i = bytes.indexOf(0x50, i + 1)) {
      if (bytes[i + 1] === 0x4b && bytes[i + 2] === 3 && bytes[i + 3] === 4) return at + i < end ? at + i : undefined;
    }
  }
  return undefined;
}
