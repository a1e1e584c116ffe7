import { deleteDB, openDB } from 'idb';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { HashPlanes } from '../../utils/core/hash-planes.ts';
import { discWithin, wholeWithin } from '../../utils/core/photo-likeness.ts';
import { database } from '../../utils/platform/database.ts';
import { planeKeys } from '../../utils/platform/pack-photos.ts';
import { photoSlots, slotsPerSegment } from '../../utils/platform/photo-slots.ts';
import type { Print } from '../../utils/platform/print-bytes.ts';
import { likestReported } from '../../utils/platform/reported-photos.ts';

/** Runs inside pages of the extension, with its own database code: one page writes, the next is a worker that wakes. Times in ms. */
const list = { count: 1_000_000, sha256: '0'.repeat(64) };
const plain = 'bench-photo-rows';
interface Row { readonly key: number; readonly whole: Uint8Array; readonly disc: Uint8Array }

/** Random hashes: most of a million are far from each other, as those of different pictures are. */
function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * 32);
  // The browser gives 65,536 bytes at once.
  for (let at = 0; at < bytes.length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
}
const randomHash = () => randomBytes(1);
const randomPrint = (): Print => ({
  whole: randomHash(), mirror: randomHash(), disc: randomHash(), discMirror: randomHash(), difference: randomHash(), differenceMirror: randomHash(),
});

/** A row each is slow to write: a tenth of them, and times ten in what is reported. */
const sample = 10;

async function write(count: number): Promise<void> {
  const segments = Math.ceil(count / slotsPerSegment);
  await database.change({ put: { photoHashes: Array.from({ length: segments }, (_, i) => ({
    key: String(i), whole: randomBytes(slotsPerSegment).buffer, disc: randomBytes(slotsPerSegment).buffer,
  })) } });
  await deleteDB(plain);
  const rows = await openDB(plain, 1, { upgrade: (made) => void made.createObjectStore('rows', { keyPath: 'key' }) });
  const transaction = rows.transaction('rows', 'readwrite');
  for (let key = 0; key < count / sample; key++) void transaction.store.put({ key, whole: randomHash(), disc: randomHash() } satisfies Row);
  await transaction.done;
  rows.close();
  for (const key of Object.values(planeKeys(list.sha256))) await database.change({ put: { lists: [{ key, bytes: randomBytes(list.count).buffer }] } });
}

const timed = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
};
async function timesOf(runs: number, work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push((await timed(work))[1]);
  return times.sort((a, b) => a - b);
}

/** Every row, both planes, plain and mirrored, by the core's own distance. */
const scanRows = (rows: readonly Row[], { whole, mirror, disc, discMirror }: Print) => rows.filter((row) =>
  Math.min(hammingDistance(whole, row.whole), hammingDistance(mirror, row.whole)) <= wholeWithin
  || Math.min(hammingDistance(disc, row.disc), hammingDistance(discMirror, row.disc)) <= discWithin);

export interface Timed { readonly read: number; readonly plainRead: number; readonly search: readonly number[]; readonly plainSearch: readonly number[] }

async function measureMemory(): Promise<Timed> {
  await database.get('packs', 'base');
  const [slots, read] = await timed(photoSlots);
  const database2 = await openDB(plain, 1);
  const [rows, plainRead] = await timed(() => database2.getAll('rows') as Promise<Row[]>);
  database2.close();
  // A hit that is there is found: else nothing was measured.
  const known = { ...randomPrint(), mirror: slots.at(70_000).whole };
  if (slots.search(known).map(({ slot }) => slot).join() !== '70000') throw new Error('The photo in slot 70000 was not found.');
  const plainSearch = await timesOf(50, () => scanRows(rows, randomPrint()));
  return {
    read, plainRead: plainRead * sample, search: await timesOf(200, () => slots.search(randomPrint())), plainSearch: plainSearch.map((time) => time * sample),
  };
}

async function measureList(): Promise<Timed> {
  await database.get('packs', 'base');
  const [, read] = await timed(() => likestReported(randomPrint(), list));
  const whole = HashPlanes.read((await database.get('lists', planeKeys(list.sha256).whole))!.bytes);
  const known = { ...randomPrint(), mirror: whole.at(700_000) };
  if ((await likestReported(known, list)) !== 'same') throw new Error('The picture 700000 was not found.');
  const hashes = randomBytes(list.count / sample);
  const scan = ({ whole, mirror, disc, discMirror }: Print) => {
    let found = 0;
    for (let i = 0; i < list.count / sample; i++) for (const hash of [whole, mirror, disc, discMirror]) if (hammingDistance(hash, hashes.subarray(i * 32, i * 32 + 32)) <= wholeWithin) found++;
    return found;
  };
  return { read, plainRead: NaN, search: await timesOf(100, () => likestReported(randomPrint(), list)), plainSearch: (await timesOf(20, () => scan(randomPrint()))).map((time) => time * sample) };
}

Object.assign(globalThis, { benchPhotos: { write, measureMemory, measureList } });
