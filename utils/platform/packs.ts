import { browser } from 'wxt/browser';
import type { Pack } from '../core/pack.ts';
import { readBundledLists, readBundledPack, readBundledPhotos, type KeptPack, type LoadedPack } from './bundled-pack.ts';
import { compilePacks, type CompileSettings, type OwnPacks, type Prepared } from './compile-packs.ts';
import { database } from './database.ts';
import { keepPack } from './keep-pack.ts';
import { bundledWords, bytesByName, loaded, ownPacks } from './load-pack.ts';
import { publicKey } from './pack-sources.ts';
import { readSettings } from './settings.ts';
import { keepTrouble, reasonOf } from './trouble.ts';

/** storage.local `pack`: the public pack that judges. Written at each change, so that open pages of ours hear of it. */
export interface PackInUse { readonly id: string; readonly version: number; readonly issued: string; readonly rules: number }

let prepared: Promise<Prepared> | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Whatever reads or writes packs does so one after another: rules must not be compiled from half of one pack and half of the next. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

/** The stored packs, compiled once in a worker's life. After a failure the next question tries again. */
export const storedPack = (): Promise<Prepared> => prepared ?? prepare(load);

/** After other rules were switched off, or a pack was changed: the next question compiles anew. */
export function compileAnew(): void {
  prepared = undefined;
}

/** At install and update: takes over the bundled pack when it is newer than, or differs from, the stored one. */
export async function takeOverBundledPack(): Promise<void> {
  await prepare(update);
}

function prepare(make: () => Promise<Prepared>): Promise<Prepared> {
  const made: Promise<Prepared> = inTurn(make).catch((error) => {
    if (prepared === made) prepared = undefined;
    throw new Error(`The rules could not be loaded: restart the browser, or install the extension again. (${reasonOf(error)})`, { cause: error });
  });
  prepared = made;
  return made;
}

async function update(): Promise<Prepared> {
  const stored = await database.get('packs', publicKey);
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
  const stored = await database.get('packs', publicKey);
  if (!stored) return store(await readBundledPack());
  try {
    return await compile(await loaded(stored));
  } catch (error) {
    await keepTrouble('pack', 'The stored rules could not be used and were replaced by those that came with the extension.', error);
    return store(await readBundledPack());
  }
}

/** Puts the bundled pack in the place of the public one, and compiles. What cannot be stored judges all the same. */
async function store(bundled: KeptPack): Promise<Prepared> {
  const { pack, row } = bundled;
  const [lists, photos, words] = await Promise.all([readBundledLists(pack), readBundledPhotos(pack), bundledWords(pack)]);
  const compiled = await compile({ pack, bytes: bytesByName(lists), words });
  try {
    await keepPack({ row, lists: [...lists, ...photos, ...(words ? [words] : [])] });
  } catch (error) {
    await keepTrouble('pack', 'The rules could not be stored; those inside the extension judge meanwhile.', error);
  }
  await tellPack(pack);
  return compiled;
}

/** Puts the bundled pack back in its place: nothing newer is wanted any more. */
export const backToBundled = (): Promise<unknown> => prepare(async () => store(await readBundledPack()));

/** Lets open pages of ours know which public pack judges. */
export async function tellPack({ id, version, issued, rules }: Pack): Promise<void> {
  await browser.storage.local.set({ pack: { id, version, issued, rules: rules.length } satisfies PackInUse });
}

/** The public pack and the organisation's beside it. These can be fetched again, and must take neither the public rules nor each other with them. */
async function compile(base: LoadedPack): Promise<Prepared> {
  const settings = await compileSettings();
  const own = await ownPacks();
  try {
    return compilePacks(base, own, settings);
  } catch (error) {
    if (own.size === 0) throw error;
    return compileOneByOne(base, own, settings);
  }
}

/** Leaves out, and names, each own pack that cannot stand beside those before it. Throws when the public one cannot be used alone. */
async function compileOneByOne(base: LoadedPack, own: OwnPacks, settings: CompileSettings): Promise<Prepared> {
  const standing = new Map<string, LoadedPack>();
  const faults: string[] = [];
  let compiled = compilePacks(base, standing, settings);
  for (const [id, pack] of own) {
    try {
      compiled = compilePacks(base, new Map([...standing, [id, pack]]), settings);
      standing.set(id, pack);
    } catch (error) {
      faults.push(`“${id}”: ${reasonOf(error)}`);
    }
  }
  await keepTrouble('pack', 'Rules of the organisation could not be used; the others judge on.', faults.join(' '));
  return compiled;
}

/** What decides which rules judge. */
async function compileSettings(): Promise<CompileSettings> {
  const { disabledRules, orgName, orgDomains, trustedDomains, blockedDomains, blockedProfiles } = (await readSettings()).settings;
  return {
    disabledRules: disabledRules.value, orgName: orgName.value, orgDomains: orgDomains.value, trustedDomains: trustedDomains.value,
    blockedDomains: blockedDomains.value, blockedProfiles: blockedProfiles.value,
  };
}
