import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { expiryRoles, type SignedRole } from './expiry.ts';

/** What an independent client takes from a repository. */
export interface Published {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly roles: Readonly<Record<SignedRole, { readonly version: number; readonly expires: string }>>;
}

/** Milliseconds an answer may take, and bytes metadata and pack may have: what the extension allows itself (fetch-pack-file.ts). */
const patience = 15_000;
const longestMetadata = 262_144;
const longestFile = 33_554_432;

/**
 * Fetches everything a repository offers as a client that knows nothing but `rootText`, with tuf-js, which shares no code with what
 * signs here or with what the extension uses. `url` is the folder that holds `metadata/` and `targets/`. Throws what a client would
 * refuse.
 */
export async function fetchPublished(url: string, rootText: string, wanted?: (name: string) => boolean): Promise<Published> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-pack-'));
  try {
    writeFileSync(join(folder, 'root.json'), rootText);
    const base = url.replace(/\/+$/, '');
    const updater = new Updater({
      metadataDir: folder, targetDir: folder, metadataBaseUrl: `${base}/metadata`, targetBaseUrl: `${base}/targets`,
      config: { fetchTimeout: patience, fetchRetries: 0, rootMaxLength: longestMetadata, timestampMaxLength: longestMetadata, snapshotMaxLength: longestMetadata, targetsMaxLength: longestMetadata },
    });
    await updater.refresh();
    const names = Object.keys(signedIn(folder, 'targets').targets ?? {}).filter((name) => wanted?.(name) ?? true);
    const files = new Map<string, Uint8Array>();
    for (const name of names) files.set(name, await download(updater, name));
    return { files, roles: Object.fromEntries(expiryRoles.map((role) => [role, signedIn(folder, role)])) as unknown as Published['roles'] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function download(updater: Updater, name: string): Promise<Uint8Array> {
  const target = await updater.getTargetInfo(name);
  if (!target) throw new Error(`${name} is not signed.`);
  if (target.length > longestFile) throw new Error(`${name} has ${target.length} bytes; a browser takes up to ${longestFile}.`);
  return readFileSync(await updater.downloadTarget(target));
}

interface Signed { readonly version: number; readonly expires: string; readonly targets?: Record<string, unknown> }
const signedIn = (folder: string, role: SignedRole): Signed =>
  (JSON.parse(readFileSync(join(folder, `${role}.json`), 'utf8')) as { signed: Signed }).signed;
