import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = { '.json': 'application/json', '.bin': 'application/octet-stream', '.patch': 'application/json' };

/** Said of what is missing too: a browser tells an extension nothing about an answer without it, and a missing root is how it knows that it has the newest. */
const anybody = { 'Access-Control-Allow-Origin': '*' };

/**
 * Files named by their hash or version never change; `timestamp.json` is asked for again each time. Pages of any site may read
 * what is public anyway: an extension's worker has an origin of its own.
 */
export const headersFor = (path: string): Record<string, string> => ({
  'Cache-Control': path.endsWith('/timestamp.json') ? 'public, max-age=3600' : 'public, max-age=31536000, immutable',
  ...anybody,
  'X-Content-Type-Options': 'nosniff',
  'Content-Type': types[extname(path)] ?? 'application/octet-stream',
});

/** Serves the static files of `folder` on this machine alone. Port 0 takes a free one. */
export async function serveFolder(folder: string, port = 0): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    answer(folder, request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as { port: number };
  return { url: `http://127.0.0.1:${address.port}`, server };
}

async function answer(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = normalize(decodeURIComponent(pathname));
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  if (!/^[/\\](?:metadata|targets)[/\\][\w.-]+$/.test(path)) return void response.writeHead(404, anybody).end();
  const file = join(folder, path.split(sep).join('/'));
  const packed = /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? await readOrNone(`${file}.gz`) : undefined;
  const content = packed ?? await readOrNone(file);
  if (!content) return void response.writeHead(404, anybody).end();
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
  const headers = { ...headersFor(path), ETag: etag, Vary: 'Accept-Encoding', ...(packed && { 'Content-Encoding': 'gzip' }) };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  response.writeHead(200, { ...headers, 'Content-Length': content.byteLength }).end(request.method === 'HEAD' ? undefined : content);
}

async function readOrNone(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
