import type { Pack } from '../core/pack.ts';
import { listNames } from './bundled-pack.ts';
import { database } from './database.ts';
import { placeholderKey, planeKeys } from './pack-photos.ts';
import { previousKey, publicKey } from './pack-sources.ts';
import type { PackRow, Rows } from './rows.ts';

/** A pack to be kept, with all it travels with that is not kept yet. */
export interface PackToKeep {
  readonly row: PackRow;
  readonly lists: readonly Rows['lists'][];
  /** True: the pack whose place it takes is kept, to be gone back to. */
  readonly keepPrevious?: boolean;
}

/** Puts a pack in the place of the one under its key. One transaction: a worker killed half-way leaves the old pack whole. Bytes that no pack names any more go. */
export async function keepPack({ row, lists, keepPrevious = false }: PackToKeep): Promise<void> {
  const { [row.key]: before, [previousKey(row.key)]: previous, ...others } = await rowsByKey();
  const old = keepPrevious && before && before.sha256 !== row.sha256 ? { ...before, key: previousKey(row.key) } : keepPrevious ? previous : undefined;
  const staying = [row, ...(old ? [old] : []), ...Object.values(others)];
  const pictures = await stopped(row, lists);
  const isWithout = row.key === publicKey && pictures.length === 0;
  await database.change({
    drop: { packs: previous && !old ? [previous.key] : [], lists: [...(await unnamed(staying)), ...(isWithout ? [placeholderKey] : [])] },
    put: { packs: old ? [row, old] : [row], lists: [...lists, ...pictures] },
  });
}

/** Puts back the pack that judged before. Its successor is not taken again; a later version is. Throws when there is none. */
export async function putBack(key: string): Promise<PackRow> {
  const { [key]: left, [previousKey(key)]: previous, ...others } = await rowsByKey();
  if (!left || !previous) throw new Error('There is no earlier version to go back to.');
  const row: PackRow = { ...previous, key };
  const trust = await database.get('trust', key);
  const pictures = await stopped(row, []);
  await database.change({
    drop: { packs: [previous.key], lists: await unnamed([row, ...Object.values(others)]) },
    put: { packs: [row], lists: pictures, ...(trust && { trust: [{ ...trust, refused: left.version }] }) },
  });
  return row;
}

/** Takes a pack out, with what it was and what was trusted of its place. */
export async function dropPack(key: string): Promise<void> {
  const { [key]: row, [previousKey(key)]: previous, ...others } = await rowsByKey();
  const gone = [row, previous].flatMap((one) => one?.key ?? []);
  await database.change({ drop: { packs: gone, trust: [key], lists: await unnamed(Object.values(others)) } });
}

const rowsByKey = async (): Promise<Partial<Record<string, PackRow>>> => Object.fromEntries((await database.all('packs')).map((row) => [row.key, row]));

/** Keys under which a pack's bytes are kept. */
export function partsOf(pack: Pack): string[] {
  const { photos, placeholders, words = {} } = pack;
  return [...listNames(pack), ...Object.values(words), ...(photos ? Object.values(planeKeys(photos.sha256)) : []), ...(placeholders ? [placeholders.sha256] : [])];
}

/** A damaged row names nothing: it is replaced when it is read. */
function partsOfRow({ json }: PackRow): string[] {
  try {
    return partsOf(JSON.parse(json) as Pack);
  } catch {
    return [];
  }
}

async function unnamed(rows: readonly (PackRow | undefined)[]): Promise<string[]> {
  const named = new Set([placeholderKey, ...rows.flatMap((row) => (row ? partsOfRow(row) : []))]);
  return (await database.keys('lists')).filter((key) => !named.has(key));
}

/** Default pictures of the public pack have a second key of their own (pack-photos.ts), which follows whatever pack judges. */
async function stopped({ key, json }: PackRow, lists: readonly Rows['lists'][]): Promise<Rows['lists'][]> {
  const sha256 = key === publicKey ? (JSON.parse(json) as Pack).placeholders?.sha256 : undefined;
  const row = sha256 && (lists.find((list) => list.key === sha256) ?? (await database.get('lists', sha256)));
  return row ? [{ ...row, key: placeholderKey }] : [];
}
