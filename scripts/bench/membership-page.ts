import { deleteDB, openDB } from 'idb';
import { kinds, type Membership } from './membership-kinds.ts';

/** Runs inside a page of the extension, so that IndexedDB is the browser's own. Times in ms. */
export interface Measured { readonly build: number; readonly write: number; readonly load: number; readonly perSecond: number; readonly wrong: number; readonly asked: number }

const database = 'bench-membership';
const timed = async <T>(work: () => T | Promise<T>): Promise<[T, number]> => {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
};

/** Every second host asked is a member; ours, as every list's, are asked whole. */
const asked = 20_000;

async function measure(name: string, count: number): Promise<Measured> {
  const kind: Membership = kinds[name]!;
  const hosts = Array.from({ length: count }, (_, i) => `host-${i.toString(36)}.example-${i % 97}.com`);
  const [kept, build] = await timed(() => kind.keep(hosts));
  await deleteDB(database);
  const db = await openDB(database, 1, { upgrade: (fresh) => void fresh.createObjectStore('lists') });
  const [, write] = await timed(() => db.put('lists', kept, name));
  // What a fresh worker does: read and make usable. It stays reachable so that its memory can be counted.
  const [has, load] = await timed(async () => kind.open((await db.get('lists', name)) as never));
  db.close();
  const questions = Array.from({ length: asked }, (_, i) => hosts[(i * 7919) % count]!.replace(/com$/, i % 2 ? 'com' : 'org'));
  const [hits, ask] = await timed(() => questions.map(has));
  (globalThis as { kept?: unknown }).kept = has;
  return { build, write, load, perSecond: (asked / ask) * 1000, wrong: hits.filter((hit, i) => hit !== (i % 2 === 1)).length, asked };
}

(globalThis as { measureMembership?: typeof measure }).measureMembership = measure;
