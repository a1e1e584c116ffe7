import type { Pack } from '../core/pack.ts';
import { fetchOwn, listNames } from './bundled-pack.ts';
import { database } from './database.ts';
import { wordsName } from './pack-words.ts';

/** A pack as it came, with the bytes of its large lists by their SHA-256, and its words in the language of the interface as JSON. */
export interface CarriedPack { readonly pack: string; readonly lists: ReadonlyMap<string, ArrayBuffer>; readonly words?: string }

/**
 * The pack that judges, for who has to compile it elsewhere: the stored one, or the one inside the extension where that cannot be used. It is held
 * against its hashes by the browser and not against its schema: both on a page's own thread kept it from answering for half a second.
 */
export const packInUse = (): Promise<CarriedPack> => storedPack().catch(bundledPack);

async function storedPack(): Promise<CarriedPack> {
  const row = await database.get('packs', 'base');
  if (!row || (await sha256(new TextEncoder().encode(row.json))) !== row.sha256) throw new Error('There is no stored pack that is whole.');
  return carried(row.json, async (name) => (await database.get('lists', name))?.bytes);
}

const bundledPack = async (): Promise<CarriedPack> =>
  carried(await (await fetchOwn('packs/base.json')).text(), async (name) => (await fetchOwn(`packs/${name}.bin`)).arrayBuffer());

async function carried(pack: string, read: (name: string) => Promise<ArrayBuffer | undefined>): Promise<CarriedPack> {
  const parsed = JSON.parse(pack) as Pack;
  const lists = await Promise.all(listNames(parsed).map(async (name) => [name, await whole(name, read)] as const));
  const name = wordsName(parsed);
  // Findings are told in English rather than not at all.
  const words = name === undefined ? undefined : await whole(name, read).then((bytes) => new TextDecoder().decode(bytes), () => undefined);
  return { pack, lists: new Map(lists), words };
}

async function whole(name: string, read: (name: string) => Promise<ArrayBuffer | undefined>): Promise<ArrayBuffer> {
  const bytes = await read(name);
  if (bytes && (await sha256(bytes)) === name) return bytes;
  throw new Error(`The list ${name} is missing or damaged: install the extension again.`);
}

const sha256 = async (bytes: BufferSource): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
