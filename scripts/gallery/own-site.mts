import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';
import { bundlePack } from '../../utils/cli/bundle-pack.ts';

const repository = resolve(import.meta.dirname, '../..');
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

export interface OwnSite { readonly url: string; stop(): Promise<void> }

/** The page of the gallery, built from the real components and entry points, on a port of this computer; `madeUp` answers by language. */
export async function serveOwnPages(madeUp: (lang: string) => unknown): Promise<OwnSite> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-gallery-'));
  await build({
    root: join(import.meta.dirname, 'own'), configFile: false, logLevel: 'warn', publicDir: false,
    resolve: { alias: { '#i18n': join(repository, '.wxt/i18n/index.ts') } },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    worker: { format: 'es' },
    build: { outDir: folder, target: ['chrome137', 'firefox140'], cssTarget: ['chrome137', 'firefox140'], emptyOutDir: true, chunkSizeWarningLimit: 5_000, rolldownOptions: { checks: { pluginTimings: false } } },
  });
  const packs = new Map(bundlePack(join(repository, 'assets'), join(folder, 'packs')).map((file) => [`/${file.relativeDest}`, file.absoluteSrc]));
  const read = async (path: string): Promise<string | Buffer> => {
    const lang = /^\/made-up\/([\w-]+)\.json$/.exec(path)?.[1];
    return lang ? JSON.stringify(madeUp(lang)) : readFile(packs.get(path) ?? join(folder, path));
  };
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://gallery').pathname;
    const type = types[extname(path)] ?? 'application/octet-stream';
    read(path).then((body) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body), () => response.writeHead(404).end());
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
