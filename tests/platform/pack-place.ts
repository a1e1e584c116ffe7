import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createRepository, type RepositoryKeys, type SigningOptions } from '../../utils/packs-publishing/create-repository.ts';
import type { OfferedFile } from '../../utils/packs-publishing/offered-file.ts';
import { packTargets } from '../../utils/packs-publishing/pack-targets.ts';
import { publish, signTargets } from '../../utils/packs-publishing/publish.ts';
import { createKey } from '../../utils/packs-publishing/signing-key.ts';
import type { Pack } from '../../utils/core/pack.ts';
import { freshBrowser } from './fresh-browser.ts';
import { bundle, tinyPack } from './tiny-pack.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A place that packs are fetched from: a signed repository behind a server that can be made to lie. */
export interface Place {
  readonly folder: string;
  readonly url: string;
  readonly keys: RepositoryKeys;
  /** `1.root.json`, as text. */
  readonly root: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  /** Answers of its own, by a part of the path. */
  readonly lies: Map<string, Answer>;
  /** Another folder that is served instead of its own: an older state, or one made by somebody else. */
  served: string;
  readonly publish: (pack: Pack, options?: SigningOptions & { files?: readonly OfferedFile[]; needs?: string; bytes?: ReadonlyMap<string, ArrayBuffer> }) => void;
}

/** Published at the date that stands still in these tests, or at another. */
export async function openPlace(options: SigningOptions & { keys?: RepositoryKeys; threshold?: number } = {}): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-place-'));
  const keys = options.keys ?? { root: [createKey(), createKey(), createKey()], targets: createKey(), online: createKey() };
  const at = (own: SigningOptions) => ({ now: new Date(), ...options, ...own });
  createRepository(folder, keys, { threshold: 2, ...at({}) });
  const place = { folder, keys, served: folder, asked: [] as string[], lies: new Map<string, Answer>(), root: readFileSync(join(folder, 'metadata', '1.root.json'), 'utf8') };
  const server = createServer((request, response) => {
    const path = request.url!;
    place.asked.push(path);
    const lie = [...place.lies].find(([part]) => path.includes(part))?.[1];
    if (lie) return lie(response, request);
    try {
      response.end(readFileSync(join(place.served, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const offer: Place['publish'] = (pack, { files, needs = '0.1.0', bytes = new Map(), ...own } = {}) => {
    signTargets(folder, keys.targets, files ?? packTargets(folder, { pack, bytes, needs }), at(own));
    publish(folder, keys.online, at(own));
  };
  return Object.assign(place, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, publish: offer });
}

/** A pack with one rule, which hears one word, and its version. */
export function packOf(version: number, word: string, change: Partial<Pack> & { readonly id?: string } = {}): Pack {
  const { rules: [rule] } = tinyPack(version, word);
  return { ...tinyPack(version, word), id: 'orchard', rules: [rule], lists: {}, ...change } as unknown as Pack;
}

/** JSON as a part of a pack travels, with its name. */
export function part(value: unknown): { readonly name: string; readonly bytes: Map<string, ArrayBuffer> } {
  const content = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const name = createHash('sha256').update(content).digest('hex');
  return { name, bytes: new Map([[name, content.buffer as ArrayBuffer]]) };
}

/** A browser whose extension carries the tiny pack and, when one is given, the root of public rules. */
export function packBrowser(root = '{}', pack: unknown = tinyPack()): void {
  freshBrowser('2026-03-02T10:00:00Z');
  const network = realFetch;
  const own = bundle(pack);
  vi.stubGlobal('fetch', async (address: URL | string, init?: RequestInit) => {
    if (String(address).startsWith('http://127.0.0.1')) return network(address, init);
    return String(address).endsWith('/packs-root.json') ? new Response(root) : own(new URL(address));
  });
  let turn = Promise.resolve<unknown>(undefined);
  const request = (_: string, work: () => Promise<unknown>) => (turn = turn.then(work, work));
  vi.stubGlobal('navigator', { locks: { request } });
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
}
const realFetch = globalThis.fetch;

export const encode = (text: string) => new TextEncoder().encode(text);
export const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What a policy says of a place as one of the organisation's own. */
export const asPrivate = ({ url, root }: Pick<Place, 'url' | 'root'>, id = 'orchard'): string => JSON.stringify({ id, url, root: base64(root) });
