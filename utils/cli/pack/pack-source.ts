import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parsePack, type Pack } from '../../core/pack.ts';
import { PrivatePackId } from '../../core/private-packs.ts';
import { readNewest } from '../../packs-publishing/metadata-files.ts';
import { targetPath } from '../../packs-publishing/offered-file.ts';
import { readKeyFile, type SigningKey } from '../../packs-publishing/signing-key.ts';

/** `bonafide-pack.json`: what a pack is called, and which versions of the extension understand it. */
const PackSource = z.strictObject({
  id: PrivatePackId,
  needs: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)),
  /** Ids of the keys by their names, so that one that is lost can be replaced. */
  keys: z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type PackSource = z.infer<typeof PackSource>;

/** Where the parts of a pack lie in its folder. `public` is what is served, and nothing else. */
export const partsOf = (folder: string) => ({
  source: join(folder, 'bonafide-pack.json'), rules: join(folder, 'rules'), lists: join(folder, 'lists'), keys: join(folder, 'keys'),
  built: join(folder, 'built'), public: join(folder, 'public'), reports: join(folder, 'reports'),
});

/** Reads a pack's folder. Throws an error that names what is missing and the remedy. */
export function readPackSource(folder: string): PackSource {
  const { source } = partsOf(folder);
  if (!existsSync(source)) throw new Error(`${folder} holds no pack: there is no bonafide-pack.json. "pack init ${folder}" makes one.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(source, 'utf8'));
  } catch (error) {
    throw new Error(`${source} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  return checkSource(value, source);
}

export function checkSource(value: unknown, place: string): PackSource {
  const { success, data, error } = PackSource.safeParse(value);
  if (!success) throw new Error(`${place} does not fit its format: ${z.prettifyError(error)}`);
  return data;
}

export const writeSource = (folder: string, source: PackSource): void => writeFileSync(partsOf(folder).source, `${JSON.stringify(source, undefined, 2)}\n`);

/** The pack that was signed last, undefined before the first. `folder` holds `metadata` and `targets`. */
export function signedPack(folder: string): Pack | undefined {
  const target = readNewest(folder, 'targets')?.signed.targets['pack.json'];
  return target && parsePack(JSON.parse(readFileSync(targetPath(folder, 'pack.json', target.hashes.sha256!), 'utf8')));
}

/** Opens encrypted keys. In the environment, because arguments are seen by everybody on the machine. */
export const passphrase = (): string | undefined => process.env.BONAFIDE_PASSPHRASE || undefined;

/** A key of the pack. Throws when it is not at hand. */
export function keyOf(keys: string, name: string): SigningKey {
  const path = join(keys, `${name}.pem`);
  if (!existsSync(path)) throw new Error(`The key ${path} is not here: bring it, or name its folder with --keys-in.`);
  return readKeyFile(path, passphrase());
}
