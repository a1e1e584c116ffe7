import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import { PackCases } from '../core/pack-cases.ts';
import { faultOfAmount, faultOfBytes, faultOfNames, packLimits } from '../core/pack-limits.ts';
import { parsePack, type Pack } from '../core/pack.ts';
import { listNames } from './bundled-pack.ts';
import { database } from './database.ts';
import { PackFault } from './pack-fault.ts';
import { photoRows, planeKeys } from './pack-photos.ts';
import { publicKey, type PackSource } from './pack-sources.ts';
import { readWords, wordsName } from './pack-words.ts';
import type { PackRow, Rows } from './rows.ts';
import { fetchChanged, fetchTarget, keysText, plainText, targetNamed, type SignedFiles } from './target-bytes.ts';
import { reasonOf } from './trouble.ts';

/** A signed pack, read within limits, with the bytes that are not kept yet. Nothing of it judged anything. */
export interface FetchedPack { readonly pack: Pack; readonly row: PackRow; readonly lists: readonly Rows['lists'][]; readonly cases: PackCases }

/** What is signed about a pack beside its hash: `needs` is the least version of the extension that understands it. */
const Custom = z.looseObject({ id: z.string(), version: z.int().check(z.gte(1)), needs: z.string().check(z.regex(/^\d+(?:\.\d+){0,3}$/)) });
const packName = 'pack.json';

/** Fetches the signed pack when it is another than `held`. Undefined: there is nothing to take. Throws a PackFault. */
export async function fetchPack(source: PackSource, files: SignedFiles, held: PackRow | undefined, refused = 0): Promise<FetchedPack | undefined> {
  const target = targetNamed(files, packName);
  const custom = Custom.safeParse(target?.custom);
  if (!target || !custom.success) throw new PackFault('refused', `What is signed there is no pack: ${target ? 'it does not say which, or of which version' : `there is no ${packName}`}.`);
  if (held?.sha256 === target.hashes.sha256) return completed(held, files);
  const { version, needs, id } = custom.data;
  if (version <= refused) return undefined;
  if (held && version < held.version) {
    // The extension itself may be ahead of a mirror.
    if (!held.from) return undefined;
    throw new PackFault('refused', `Version ${version} is older than version ${held.version}, which judges.`);
  }
  if (isBefore(browser.runtime.getManifest().version, needs)) throw new PackFault('newer', `It needs version ${needs} of the extension.`);
  if (target.length > packLimits.pack) throw new PackFault('refused', `It has ${target.length} bytes; ${packLimits.pack} are allowed.`);
  const bytes = await fetchChanged(files, packName, `pack.${held?.sha256 ?? ''}.patch`, held && plainText(held.json));
  const pack = read(bytes);
  if (pack.version !== version || pack.id !== id) throw new PackFault('refused', `It says that it is “${pack.id}” ${pack.version}, and is signed as “${id}” ${version}.`);
  if ((source.key === publicKey) !== (id === publicKey)) throw new PackFault('refused', `“${id}” cannot stand where “${source.id}” does.`);
  const row: PackRow = { key: source.key, version, sha256: target.hashes.sha256, json: new TextDecoder().decode(bytes), from: source.key === publicKey ? 'public' : 'private' };
  return { pack, row, lists: await parts(pack, files, bytes.byteLength, held), cases: await casesOf(pack, files) };
}

/** Everything that can be known to be wrong before anything is compiled, the cheapest first. */
function read(bytes: Uint8Array): Pack {
  const refuse = (fault: string | undefined) => {
    if (fault !== undefined) throw new PackFault('refused', fault);
  };
  refuse(faultOfBytes(bytes));
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    refuse(faultOfNames(value));
    const pack = parsePack(value);
    refuse(faultOfAmount(pack));
    return pack;
  } catch (error) {
    throw error instanceof PackFault ? error : new PackFault('refused', reasonOf(error), { cause: error });
  }
}

/** A pack that is held already, with what of it is missing: words of a language the browser speaks since. */
async function completed(held: PackRow, files: SignedFiles): Promise<FetchedPack | undefined> {
  const pack = JSON.parse(held.json) as Pack;
  const lists = await parts(pack, files, held.json.length, held);
  return lists.length > 0 ? { pack, row: held, lists, cases: {} } : undefined;
}

/** Bytes a pack needs here and that are not kept yet, as they are kept. Words of other languages stay where they are. */
async function parts(pack: Pack, files: SignedFiles, length: number, held: PackRow | undefined): Promise<Rows['lists'][]> {
  const words = wordsName(pack);
  const pictures = [pack.photos, pack.placeholders].flatMap((list) => list?.sha256 ?? []);
  const kept = new Set(await database.keys('lists'));
  const isKept = (name: string) => kept.has(name) || kept.has(planeKeys(name).whole);
  const missing = [...new Set([...listNames(pack), ...pictures, ...(words ? [words] : [])])].filter((name) => !isKept(name));
  const all = missing.reduce((sum, name) => sum + (targetNamed(files, `${name}.bin`)?.length ?? 0), length);
  if (all > packLimits.all) throw new PackFault('refused', `All its files have ${all} bytes; ${packLimits.all} are allowed.`);
  const bytes = new Map<string, ArrayBuffer>();
  for (const name of missing) bytes.set(name, (await fetchList(name, pack, files, held)).buffer);
  if (words && bytes.has(words)) readWords(new TextDecoder().decode(bytes.get(words)));
  const others = [...bytes].filter(([name]) => !pictures.includes(name)).map(([key, bytes]) => ({ key, bytes }));
  return [...others, ...photoRows({ ...pack, ...(pack.photos && !bytes.has(pack.photos.sha256) && { photos: undefined }) }, bytes)];
}

/** A list that was there before under the same name may be fetched as the change. */
async function fetchList(name: string, pack: Pack, files: SignedFiles, held: PackRow | undefined): Promise<Uint8Array<ArrayBuffer>> {
  const list = Object.entries(pack.lists).find(([, { sha256 }]) => sha256 === name)?.[0];
  const before = list === undefined || !held ? undefined : (JSON.parse(held.json) as Pack).lists[list]?.sha256;
  const row = before === undefined ? undefined : await database.get('lists', before);
  const file = `${name}.bin`;
  const bytes = row ? await fetchChanged(files, file, `list.${before}.${name}.patch`, keysText(row.bytes)) : await fetchTarget(files, file);
  if (targetNamed(files, file)?.hashes.sha256 !== name) throw new PackFault('refused', `${file} is not what its name says.`);
  return bytes;
}

async function casesOf({ cases }: Pack, files: SignedFiles): Promise<PackCases> {
  if (cases === undefined) return {};
  const bytes = await fetchTarget(files, `${cases}.bin`);
  const fault = faultOfBytes(bytes);
  const parsed = fault === undefined ? PackCases.safeParse(JSON.parse(new TextDecoder().decode(bytes))) : undefined;
  if (!parsed?.success) throw new PackFault('refused', `The cases of its rules cannot be read: ${fault ?? reasonOf(z.prettifyError(parsed!.error!))}`);
  return parsed.data;
}

/** Whether one version of the extension is before another, both as the browsers have them: up to four numbers. */
function isBefore(version: string, other: string): boolean {
  const [one, two] = [version, other].map((text) => text.split('.').map(Number));
  const at = [0, 1, 2, 3].find((i) => (one![i] ?? 0) !== (two![i] ?? 0));
  return at !== undefined && (one![at] ?? 0) < (two![at] ?? 0);
}
