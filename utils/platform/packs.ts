import { browser } from 'wxt/browser';
import type { Companies } from '../core/company-table.ts';
import { createJudge, type Judge } from '../core/judge.ts';
import { knowledgeOf, type Pack } from '../core/pack.ts';
import { listNames, openPack, readBundledLists, readBundledPack, readBundledPhotos, readBundledWords, type KeptPack } from './bundled-pack.ts';
import { database } from './database.ts';
import { speechIn, wordsName } from './pack-words.ts';
import type { Rows } from './rows.ts';
import { readSetting } from './settings.ts';
import type { Places } from './telling-links.ts';
import { keepTrouble, reasonOf } from './trouble.ts';

/** storage.local `pack`, for the options page: the pack that judges. */
export interface PackInUse { readonly id: string; readonly version: number; readonly issued: string; readonly rules: number }

/** What is compiled of a pack, its tables of places that many people share, and its list of reported photos. */
interface Prepared { readonly judge: Judge; readonly places: Places & Pick<Pack, 'photos'> & { readonly companies: Companies } }
let prepared: Promise<Prepared> | undefined;

/** The stored pack, compiled once in a worker's life. After a failure the next question tries again. */
export const storedPack = (): Promise<Prepared> => (prepared ??= prepare(load));
export const storedJudge = async (): Promise<Judge> => (await storedPack()).judge;

/** After other rules were switched off: the next question compiles anew. */
export function compileAnew(): void {
  prepared = undefined;
}

/** At install and update: takes over the bundled pack when it is newer than, or differs from, the stored one. */
export async function takeOverBundledPack(): Promise<void> {
  await (prepared = prepare(update));
}

async function prepare(make: () => Promise<Prepared>): Promise<Prepared> {
  try {
    return await make();
  } catch (error) {
    prepared = undefined;
    throw new Error(`The rules could not be loaded: restart the browser, or install the extension again. (${reasonOf(error)})`, { cause: error });
  }
}

async function update(): Promise<Prepared> {
  const stored = await database.get('packs', 'base');
  try {
    const bundled = await readBundledPack();
    const isCurrent = stored && (stored.version > bundled.row.version || stored.sha256 === bundled.row.sha256);
    if (!isCurrent) return await store(bundled);
  } catch (error) {
    if (!stored) throw error;
    await keepTrouble('pack', 'The rules that came with the extension could not be used; the stored ones judge on.', error);
  }
  return load();
}

async function load(): Promise<Prepared> {
  const stored = await database.get('packs', 'base');
  if (!stored) return store(await readBundledPack());
  try {
    const { pack } = openPack(stored);
    return await compile(pack, await storedLists(pack), await storedWords(pack));
  } catch (error) {
    await keepTrouble('pack', 'The stored rules could not be used and were replaced by those that came with the extension.', error);
    return store(await readBundledPack());
  }
}

/** Pack and lists go in together or not at all: a worker killed half-way leaves the old pack whole. */
async function store({ row, pack }: KeptPack): Promise<Prepared> {
  const [lists, photos, words] = await Promise.all([readBundledLists(pack), readBundledPhotos(pack), bundledWords(pack)]);
  const compiled = await compile(pack, lists, words);
  try {
    await database.change({ clear: ['packs', 'lists'], put: { packs: [row], lists: [...lists, ...photos, ...(words ? [words] : [])] } });
  } catch (error) {
    await keepTrouble('pack', 'The rules could not be stored; those inside the extension judge meanwhile.', error);
  }
  const { id, version, issued, rules } = pack;
  await browser.storage.local.set({ pack: { id, version, issued, rules: rules.length } satisfies PackInUse });
  return compiled;
}

async function storedLists(pack: Pack): Promise<Rows['lists'][]> {
  const rows = await Promise.all(listNames(pack).map((name) => database.get('lists', name)));
  return rows.filter((row) => row !== undefined);
}

/** Without its words a pack judges on, in English. */
async function bundledWords(pack: Pack): Promise<Rows['lists'] | undefined> {
  try {
    const name = wordsName(pack);
    return name === undefined ? undefined : await readBundledWords(name);
  } catch (error) {
    await keepTrouble('pack', 'The rules have no words in your language that could be used; they are told in English.', error);
    return undefined;
  }
}

/** Who changed the browser's language has the words of the last one stored. */
async function storedWords(pack: Pack): Promise<Rows['lists'] | undefined> {
  const name = wordsName(pack);
  const stored = name === undefined ? undefined : await database.get('lists', name);
  if (stored || name === undefined) return stored;
  const words = await bundledWords(pack);
  // What cannot be stored is read again by the next worker.
  if (words) await database.change({ put: { lists: [words] } }).catch(() => undefined);
  return words;
}

/** Rules that were switched off judge nothing. Those that only set marks stay: others are built on them. */
async function compile(pack: Pack, lists: readonly Rows['lists'][], words: Rows['lists'] | undefined): Promise<Prepared> {
  const off = new Set(await readSetting('disabledRules'));
  const bytes = new Map(lists.map((list) => [list.key, list.bytes]));
  const rules = pack.rules.filter(({ id, sets }) => sets !== undefined || !off.has(id));
  const knowledge = knowledgeOf({ ...pack, rules }, (sha256) => bytes.get(sha256));
  return { judge: createJudge(knowledge, speechIn(words)), places: { ...knowledge, photos: pack.photos } };
}
