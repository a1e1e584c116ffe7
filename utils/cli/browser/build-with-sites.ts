import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtFolder, type BrowserKind } from './browser-kind.ts';

const repository = resolve(import.meta.dirname, '../../..');

/** A copy of the built extension and what takes it away again. */
export type BuildCopy = { folder: string; remove(): Promise<void> };

/**
 * The built extension with the permission for these hosts that a person grants by "watch this site too": no prompt can be answered
 * without a person. What it reads there and who may ask is the extension's own doing.
 */
export async function buildWithSites(kind: BrowserKind, hosts: readonly string[]): Promise<BuildCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-sites-'));
  await cp(join(repository, builtFolder[kind]), folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { host_permissions: string[] };
  const added = hosts.map((host) => `https://${host}/*`);
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: [...manifest.host_permissions, ...added] }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
