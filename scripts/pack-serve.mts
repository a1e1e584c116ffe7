import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parsePack } from '../utils/core/pack.ts';
import { createRepository } from '../utils/packs-publishing/create-repository.ts';
import { publishPack } from '../utils/packs-publishing/publish.ts';
import { serveFolder } from '../utils/packs-publishing/serve-folder.ts';
import { createKey } from '../utils/packs-publishing/signing-key.ts';

/**
 * npm run pack:serve [-- --folder PUBLIC] [--port 8787]: serves a pack on this machine alone, to try a browser with. Without a folder
 * it is a small one made for the occasion, with keys nobody keeps.
 */
const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string', default: '8787' } } });
const folder = values.folder ?? makeDemo();
const root = readFileSync(join(folder, 'metadata', '1.root.json'));
const { url, server } = await serveFolder(folder, Number(values.port));
const { id } = JSON.parse(readFileSync(join(folder, 'metadata', '1.targets.json'), 'utf8')).signed.targets['pack.json'].custom;
console.log(`The pack "${id}" is at ${url}/ until Ctrl+C. For the policy (key privatePacks):
${JSON.stringify({ id, url: `${url}/`, root: root.toString('base64') })}${values.folder ? '' : '\nIt reports the host reported-by-the-demo.example.'}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);

function end(): void {
  server.close();
  server.closeAllConnections();
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

function makeDemo(): string {
  const place = mkdtempSync(join(tmpdir(), 'bonafide-demo-'));
  const keys = { root: [createKey(), createKey()], targets: createKey(), online: createKey() };
  createRepository(place, keys, { threshold: 2 });
  const lists = { 'reported-hosts': { match: 'host' as const, indicators: true, count: 1, members: ['reported-by-the-demo.example'] } };
  const pack = parsePack({ format: 1, id: 'demo', version: 1, issued: new Date().toISOString().slice(0, 10), rules: [], sites: [], anchors: [], lists });
  publishPack(place, keys, { pack, bytes: new Map(), needs: '0.1.0' });
  return place;
}
