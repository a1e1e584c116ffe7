import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchPublished } from '../../utils/packs-publishing/fetch-published.ts';
import { publishPack } from '../../utils/packs-publishing/publish.ts';
import { sha256Of } from '../../utils/packs-publishing/offered-file.ts';
import { fromSources, runProgram } from '../cli/run-program.ts';
import { offered, packOf, tryRepository } from '../packs-publishing/try-repository.ts';
import { startNginx, type Nginx } from './engines/nginx.ts';

/** What docs/packs.md tells people to write. */
const example = /```nginx\n([\s\S]*?)```/.exec(readFileSync('docs/packs.md', 'utf8'))![1]!;

const hosts = Array.from({ length: 400 }, (_, i) => `host-${i}.example`);

/** A pack in its second version, with a patch from the first, as nginx serves it. */
async function servedPack() {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-nginx-'));
  const { folder: made, keys, root } = tryRepository();
  publishPack(made, keys, offered(packOf(2, hosts)));
  publishPack(made, keys, offered(packOf(3, [...hosts, 'one-more.example'])));
  const site = join(folder, 'site');
  cpSync(made, site, { recursive: true });
  writeFileSync(join(folder, 'first-root.json'), root);
  const nginx = await startNginx(folder, example.replaceAll('/srv/bonafide-pack', site));
  onTestFinished(async () => {
    await nginx.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { nginx, site, keys, made, root, rootFile: join(folder, 'first-root.json') };
}

const verify = (nginx: Nginx, rootFile: string) => runProgram(['pack', 'verify', `${nginx.address}/`, '--root', rootFile, '--json'], '', fromSources);

describe('a pack behind nginx, configured as docs/packs.md says', () => {
  it('is taken whole by an independent client', async () => {
    const { nginx, root } = await servedPack();
    const { files } = await fetchPublished(nginx.address, root);
    expect([...files.keys()].some((name) => name.endsWith('.patch'))).toBe(true);
    expect(JSON.parse(new TextDecoder().decode(files.get('pack.json')))).toMatchObject({ id: 'orchard', version: 3 });
  });

  it('is accepted by pack verify', async () => {
    const { nginx, rootFile } = await servedPack();
    const { stdout, code } = await verify(nginx, rootFile);
    expect(JSON.parse(stdout)).toMatchObject({ accepted: true, id: 'orchard', version: 3 });
    expect(code).toBe(0);
  });

  it('is asked for again by its timestamp alone', async () => {
    const { nginx, site } = await servedPack();
    const timestamp = await fetch(`${nginx.address}/metadata/timestamp.json`);
    expect(timestamp.headers.get('cache-control')).toBe('public, max-age=3600');
    const again = await fetch(`${nginx.address}/metadata/timestamp.json`, { headers: { 'If-None-Match': timestamp.headers.get('etag')! } });
    expect(again.status).toBe(304);
    const lasting = ['metadata/1.root.json', `targets/${packName(site)}`].map((path) => fetch(`${nginx.address}/${path}`));
    for (const { headers } of await Promise.all(lasting)) expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  it('travels packed to whoever takes it packed', async () => {
    const { nginx, site } = await servedPack();
    const name = packName(site);
    const packed = await fetch(`${nginx.address}/targets/${name}`, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(Number(packed.headers.get('content-length'))).toBe(readFileSync(join(site, 'targets', `${name}.gz`)).byteLength);
    expect(sha256Of(new Uint8Array(await packed.arrayBuffer()))).toBe(name.slice(0, 64));
    const plain = await fetch(`${nginx.address}/targets/${name}`, { headers: { 'Accept-Encoding': 'identity' } });
    expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([null, 'Accept-Encoding']);
  });

  it('may be read by the worker of an extension, and nothing else of the machine may', async () => {
    const { nginx } = await servedPack();
    const { headers } = await fetch(`${nginx.address}/metadata/timestamp.json`, { headers: { Origin: 'moz-extension://3f2a' } });
    expect([headers.get('access-control-allow-origin'), headers.get('x-content-type-options')]).toEqual(['*', 'nosniff']);
    const missing = await fetch(`${nginx.address}/metadata/2.root.json`);
    expect([missing.status, missing.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
    expect((await fetch(`${nginx.address}/`)).status).toBe(404);
    expect((await fetch(`${nginx.address}/metadata/`)).status).toBe(403);
  });

  it.each<[string, (pack: Awaited<ReturnType<typeof servedPack>>) => void]>([
    ['that changed a pack', ({ site }) => writeFileSync(join(site, 'targets', packName(site)), '{"format":1}')],
    ['that cut a file off', ({ site }) => writeFileSync(join(site, 'targets', packName(site)), readFileSync(join(site, 'targets', packName(site))).subarray(0, 100))],
    ['that never ends a file', ({ site }) => writeFileSync(join(site, 'targets', packName(site)), Buffer.alloc(20_000_000, 32))],
    ['that signed with keys of its own', ({ site }) => cpSync(join(tryRepository().folder, 'metadata'), join(site, 'metadata'), { recursive: true })],
    ['that puts states together', ({ site }) => cpSync(join(site, 'metadata', '1.targets.json'), join(site, 'metadata', '3.targets.json'))],
    ['that stood still until the timestamp ran out', ({ site, made, keys }) => {
      publishPack(made, keys, offered(packOf(4, hosts)), { now: new Date('2026-01-01T00:00:00Z') });
      cpSync(made, site, { recursive: true });
    }],
  ])('is refused from a mirror %s', async (_attack, change) => {
    const pack = await servedPack();
    change(pack);
    for (const name of readdirSync(join(pack.site, 'targets'))) if (name.endsWith('.gz')) rmSync(join(pack.site, 'targets', name));
    const { stdout, code } = await verify(pack.nginx, pack.rootFile);
    expect(JSON.parse(stdout)).toMatchObject({ accepted: false, error: expect.stringMatching(/./) });
    expect(code).toBe(1);
  });
});

/** The newest pack's file, as `N.targets.json` names it. */
function packName(site: string): string {
  const { signed } = JSON.parse(readFileSync(join(site, 'metadata', '3.targets.json'), 'utf8')) as { signed: { targets: Record<string, { hashes: { sha256: string } }> } };
  return `${signed.targets['pack.json']!.hashes.sha256}.pack.json`;
}
