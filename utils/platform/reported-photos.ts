import { hammingDistance } from '../core/hamming-distance.ts';
import { HashPlanes } from '../core/hash-planes.ts';
import type { PhotoList } from '../core/pack.ts';
import { nearPrints } from '../core/near-prints.ts';
import { inPack, type Likeness } from '../core/photo-likeness.ts';
import { database } from './database.ts';
import { planeKeys } from './pack-photos.ts';
import type { Print } from './print-bytes.ts';
import { keepTrouble } from './trouble.ts';

interface Planes { readonly whole: HashPlanes; readonly disc: HashPlanes }

/** Read when the first photo is compared, 64 MB for a million, and kept for the worker's life. Not before: most pages show no photo that is new. */
let kept: { readonly sha256: string; readonly planes: Promise<Planes | undefined> } | undefined;

/** How a picture resembles one on a pack's list of reported photos. Undefined: it is on none. */
export async function likestReported(print: Print, list: PhotoList): Promise<Likeness | undefined> {
  if (kept?.sha256 !== list.sha256) kept = { sha256: list.sha256, planes: read(list) };
  const planes = await kept.planes;
  if (!planes) return undefined;
  const near = nearPrints(planes, print);
  if (near.size === 0) return undefined;
  // A third of the list, and most photos are near nobody: read only now, and not kept.
  const differences = await readPlanes(planeKeys(list.sha256).difference, list.count);
  const found = [...near].map(([index, distance]) => inPack({ ...distance, difference: differenceTo(differences, index, print) }));
  return found.includes('same') ? 'same' : found.find((likeness) => likeness !== undefined);
}

/** Without the second opinion only what is sure by itself counts. Zeros stand for a hash that nobody took. */
function differenceTo(differences: HashPlanes | undefined, index: number, { difference, differenceMirror }: Print): number {
  const reported = differences?.at(index);
  return reported?.some((byte) => byte !== 0) ? Math.min(hammingDistance(difference, reported), hammingDistance(differenceMirror, reported)) : Infinity;
}

async function read({ count, sha256 }: PhotoList): Promise<Planes | undefined> {
  const { whole, disc } = planeKeys(sha256);
  const planes = await Promise.all([readPlanes(whole, count), readPlanes(disc, count)]);
  if (planes[0] && planes[1]) return { whole: planes[0], disc: planes[1] };
  await keepTrouble('photos', 'The list of reported photos is damaged and was not used: install the extension again.', new Error(sha256));
  return undefined;
}

async function readPlanes(key: string, count: number): Promise<HashPlanes | undefined> {
  const row = await database.get('lists', key);
  return row?.bytes.byteLength === count * 32 ? HashPlanes.read(row.bytes) : undefined;
}
