import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { gzipSync } from 'node:zlib';
import { fetchPackFile } from '../../utils/platform/fetch-pack-file.ts';

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
}

describe('fetch-pack-file', () => {
  it('gives a file, and nothing where there is none', async () => {
    expect(new TextDecoder().decode(await fetchPackFile(await serve((_, response) => response.end('here')), { most: 4 }))).toBe('here');
    const missing = [403, 404, 410].map(async (status) => fetchPackFile(await serve((_, response) => response.writeHead(status).end()), { most: 4 }));
    expect(await Promise.all(missing)).toEqual([undefined, undefined, undefined]);
  });

  it('ends a file that does not go on', async () => {
    const stalled = await serve((_, response) => response.write('half'));
    await expect(fetchPackFile(stalled, { most: 9, patience: 50 })).rejects.toMatchObject({ kind: 'unreachable', message: expect.stringMatching(/took too long/) });
  });

  it('ends a server that does not answer', async () => {
    await expect(fetchPackFile(await serve(() => undefined), { most: 9, patience: 50 })).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('counts what comes out of a packed file, and ends it in the middle', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const packed = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
    await expect(fetchPackFile(packed, { most: 100_000 })).rejects.toMatchObject({ kind: 'untrusted', message: expect.stringMatching(/longer than the 100000 bytes/) });
  });

  it('sends nothing that tells who asks', async () => {
    let sent: Record<string, unknown> = {};
    await fetchPackFile(await serve((request, response) => { sent = request.headers; response.end(); }), { most: 9 });
    expect(Object.keys(sent).filter((name) => ['cookie', 'referer', 'authorization', 'origin'].includes(name))).toEqual([]);
  });

  it.each(['http://mirror.example/x', 'ftp://127.0.0.1/x', 'http://127.0.0.1.evil.example/x', 'http://localhost@evil.example/x', 'file:///etc/passwd', 'nothing'])('asks nobody at %s', async (address) => {
    await expect(fetchPackFile(address, { most: 9 })).rejects.toMatchObject({ kind: 'setup' });
  });
});
