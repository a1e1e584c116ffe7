import { HashPlanes } from '../core/hash-planes.ts';
import type { Pack } from '../core/pack.ts';
import { database } from './database.ts';
import type { Rows } from './rows.ts';

/** Keys of a list of reported photos in the store of lists: three values, so that what is not needed is not read. */
export const planeKeys = (sha256: string) => ({ whole: `${sha256} whole`, disc: `${sha256} disc`, difference: `${sha256} difference` });
/** One key for every pack: who looks at a picture need not know the pack. They are kept under their own name too, for a pack that is gone back to. */
export const placeholderKey = 'placeholders';

/** What a pack brings about pictures, out of the bytes it travels as, cut into the rows it is kept in. */
export function photoRows({ photos, placeholders }: Pack, bytesOf: ReadonlyMap<string, ArrayBuffer>): Rows['lists'][] {
  const stopped = placeholders && bytesOf.get(placeholders.sha256);
  return [
    ...(photos ? cut(bytesOf.get(photos.sha256)!, photos) : []),
    ...(stopped ? [placeholderKey, placeholders.sha256].map((key) => ({ key, bytes: stopped })) : []),
  ];
}

function cut(bytes: ArrayBuffer, { count, sha256 }: NonNullable<Pack['photos']>): Rows['lists'][] {
  const each = count * 32;
  if (bytes.byteLength !== each * 3) throw new Error(`The list of ${count} reported photos has ${bytes.byteLength} bytes instead of ${each * 3}.`);
  return Object.values(planeKeys(sha256)).map((key, i) => ({ key, bytes: bytes.slice(i * each, (i + 1) * each) }));
}

/** Hashes of default pictures that are nobody's photo, whole or disc. Read for each picture: there are few of both. */
export async function placeholders(): Promise<Uint8Array[]> {
  const row = await database.get('lists', placeholderKey);
  if (!row || row.bytes.byteLength % 32 !== 0) return [];
  const planes = HashPlanes.read(row.bytes);
  return Array.from({ length: planes.count }, (_, i) => planes.at(i));
}
