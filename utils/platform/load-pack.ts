import type { Pack } from '../core/pack.ts';
import { readPrivatePacks } from '../core/private-packs.ts';
import { listNames, openPack, readBundledWords, type LoadedPack } from './bundled-pack.ts';
import type { OwnPacks } from './compile-packs.ts';
import { database } from './database.ts';
import { privateKey } from './pack-sources.ts';
import { wordsName } from './pack-words.ts';
import type { PackRow, Rows } from './rows.ts';
import { readSettings } from './settings.ts';
import { keepTrouble } from './trouble.ts';

/** A stored pack with what it needs to judge. Throws when it is damaged. */
export async function loaded(row: PackRow): Promise<LoadedPack> {
  const { pack } = openPack(row);
  const [rows, words] = await Promise.all([Promise.all(listNames(pack).map((name) => database.get('lists', name))), storedWords(pack)]);
  return { pack, bytes: bytesByName(rows.filter((one) => one !== undefined)), words };
}

export const bytesByName = (rows: readonly Rows['lists'][]) => new Map(rows.map(({ key, bytes }) => [key, bytes]));

/** Packs of the organisation that are stored, where the policy still names their place. One that is damaged is left out until it is fetched again. */
export async function ownPacks(): Promise<OwnPacks> {
  const { packs } = readPrivatePacks((await readSettings()).settings.privatePacks.value);
  const found = await Promise.all(packs.map(async ({ id }): Promise<[string, LoadedPack][]> => {
    const row = await database.get('packs', privateKey(id));
    try {
      return row ? [[id, await loaded(row)]] : [];
    } catch (error) {
      await keepTrouble('pack', `The rules of “${id}” are damaged and are left out until they are fetched again.`, error);
      return [];
    }
  }));
  return new Map(found.flat());
}

/** Without its words a pack judges on, in English. */
export async function bundledWords(pack: Pack): Promise<Rows['lists'] | undefined> {
  try {
    const name = wordsName(pack);
    return name === undefined ? undefined : await readBundledWords(name);
  } catch (error) {
    await keepTrouble('pack', 'The rules have no words in your language that could be used; they are told in English.', error);
    return undefined;
  }
}

/** Who changed the browser's language has the words of the last one stored. */
export async function storedWords(pack: Pack): Promise<Rows['lists'] | undefined> {
  const name = wordsName(pack);
  const stored = name === undefined ? undefined : await database.get('lists', name);
  if (stored || name === undefined) return stored;
  const words = await bundledWords(pack);
  // What cannot be stored is read again by the next worker.
  if (words) await database.change({ put: { lists: [words] } }).catch(() => undefined);
  return words;
}
