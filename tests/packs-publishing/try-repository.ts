import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parsePack, type Pack } from '../../utils/core/pack.ts';
import { createRepository, type RepositoryKeys, type SigningOptions } from '../../utils/packs-publishing/create-repository.ts';
import { publishPack } from '../../utils/packs-publishing/publish.ts';
import { serveFolder } from '../../utils/packs-publishing/serve-folder.ts';
import { createKey } from '../../utils/packs-publishing/signing-key.ts';

export const newKeys = (count = 3): RepositoryKeys =>
  ({ root: Array.from({ length: count }, createKey), targets: createKey(), online: createKey() });

/** A pack of hosts of one company, readable enough to tell versions apart. */
export const packOf = (version: number, hosts: readonly string[]): Pack => parsePack({
  format: 1, id: 'orchard', version, issued: '2026-11-21', rules: [], sites: [], anchors: [],
  lists: { 'reported-hosts': { match: 'host', indicators: true, count: hosts.length, members: [...hosts].sort() } },
});

export const offered = (pack: Pack) => ({ pack, bytes: new Map<string, ArrayBuffer>(), needs: '0.1.0' });

/** A published repository in a folder that is gone after the test, with the root a client starts from. */
export function tryRepository(options: SigningOptions & { keys?: RepositoryKeys; threshold?: number } = {}) {
  const folder = emptyFolder();
  const keys = options.keys ?? newKeys();
  createRepository(folder, keys, { threshold: 2, ...options });
  publishPack(folder, keys, offered(packOf(1, ['pear.example'])), options);
  return { folder, keys, root: readFileSync(join(folder, 'metadata', '1.root.json'), 'utf8') };
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Serves a folder until the test ends. */
export async function served(folder: string): Promise<string> {
  const { url, server } = await serveFolder(folder);
  onTestFinished(() => void server.close());
  return url;
}
