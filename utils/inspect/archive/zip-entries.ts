import { ERR_ENCRYPTED_CENTRAL_DIRECTORY, ERR_SPLIT_ZIP_FILE, ZipReader, type Entry as ZipEntry } from '@zip.js/zip.js/lib/zip-core-reader.js';
import { ByteWindow } from './byte-window.ts';
import { EntryFault, UnreadArchive, type Entries, type Entry, type Take } from './entry.ts';
import { localHeader, localHeaderLength } from './local-header.ts';
import { recoverZip } from './recover-zip.ts';
import { EntryUnpacker } from './entry-unpacker.ts';
import { ZipRanges } from './zip-ranges.ts';

/** What zip.js must not refuse: names and contradictions are ours to judge and to tell. */
const tolerant = { strictness: 'tolerant', filenameValidation: 'tolerant' } as const;

const longestLocalHeader = 65_535;

/** The record that ends a zip archive, and the longest remark behind it (APPNOTE.TXT 6.3.10, 4.3.16). */
const endLength = 22;
const longestRemark = 65_535;

/** Do bytes that begin as something else end as a zip archive? Programs that go by the name .zip, and zip itself, begin there. */
export async function endsAsZip(blob: Blob): Promise<boolean> {
  const last = new Uint8Array(await blob.slice(Math.max(0, blob.size - endLength - longestRemark)).arrayBuffer());
  const view = new DataView(last.buffer);
  for (let at = last.length - endLength; at >= 0; at--) {
    if (last[at] === 0x50 && view.getUint32(at, true) === 0x06054b50 && view.getUint16(at + 10, true) > 0 && at + endLength + view.getUint16(at + 20, true) <= last.length) return true;
  }
  return false;
}

/** Entries of a zip archive. zip.js reads the directory; of an archive that has none, the entries are looked for one by one. */
export async function* zipEntries(name: string, blob: Blob): Entries {
  const window = new ByteWindow(blob);
  const ranges = new ZipRanges();
  const unpacker = new EntryUnpacker(window);
  const reader = new ZipReader({ size: blob.size, readUint8Array: (from: number, length: number) => copyOf(window, from, length) } as never, tolerant);
  let count = 0;
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      count++;
      yield entryOf(entry, { window, ranges, unpacker });
      // Nobody read it, so the header in front of it, which alone knows its own length, is not known.
      if (!ranges.has(entry.offset)) ranges.add(entry.filename, entry.offset, entry.offset + localHeaderLength + entry.rawFilename.length + entry.rawExtraField.length + entry.compressedSize);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.message === ERR_SPLIT_ZIP_FILE) throw new UnreadArchive('unread kind', 'is one part of several: put the parts together, or inspect the folder.');
    yield { path: name, reason: error.message === ERR_ENCRYPTED_CENTRAL_DIRECTORY ? 'encrypted' : 'cut off' };
    if (count === 0) yield* recoverZip(window, unpacker);
  }
  const directory = count > 0 ? reader.directoryOffset : undefined;
  yield* ranges.findings(directory);
  for (const { from, to } of directory === undefined ? [] : ranges.unnamed(directory)) yield* unnamedEntries(window, unpacker, from, to);
}

/** Entries that the directory leaves out. */
async function* unnamedEntries(window: ByteWindow, unpacker: EntryUnpacker, from: number, to: number): Entries {
  for await (const entry of recoverZip(window, unpacker, from, to)) {
    if ('name' in entry) yield { path: entry.name, reason: 'two readings' };
    yield entry;
  }
}

const copyOf = async (window: ByteWindow, from: number, length: number) => (await window.read(from, length)).slice();

interface Archive { readonly window: ByteWindow; readonly ranges: ZipRanges; readonly unpacker: EntryUnpacker }

function entryOf(entry: ZipEntry, archive: Archive): Entry {
  const { filename, uncompressedSize, compressedSize, encrypted, directory, symlink, executable } = entry;
  return {
    name: filename, size: uncompressedSize, packed: compressedSize, isExecutable: executable,
    kind: directory ? 'folder' : symlink ? 'link' : 'file',
    ...(encrypted && { barred: 'encrypted' as const }),
    read: (take) => readEntry(entry, archive, take),
  };
}

async function readEntry(entry: ZipEntry, { window, ranges, unpacker }: Archive, take: Take): Promise<void> {
  const { filename, rawFilename, offset, compressedSize, uncompressedSize, compressionMethod, crc32 } = entry;
  const start = await window.read(offset, longestLocalHeader);
  const header = localHeader(start);
  if (!header) throw new EntryFault(offset >= window.size ? 'cut off' : 'damaged');
  const isNamedTheSame = sameBytes(start.subarray(localHeaderLength, localHeaderLength + header.nameLength), rawFilename);
  const from = offset + header.length;
  ranges.add(filename, offset, from + compressedSize);
  await unpacker.unpack({ from, length: compressedSize, method: compressionMethod, crc: crc32, size: uncompressedSize }, take);
  // Which of two names counts depends on who unpacks.
  if (!isNamedTheSame) throw new EntryFault('two readings');
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
