import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The web server of an organisation, on this computer: packages by their path and the list of versions that Chromium asks for. */
export interface ReleaseServer {
  readonly address: string;
  /** Paths that were asked for, without what a browser tells of itself. */
  readonly asked: readonly string[];
  put(path: string, content: Uint8Array | string): void;
  stop(): Promise<void>;
}

export async function startReleaseServer(): Promise<ReleaseServer> {
  const files = new Map<string, Uint8Array | string>();
  const asked: string[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const path = url.replace(/\?.*$/, '');
    asked.push(path);
    const file = files.get(path);
    response.writeHead(file === undefined ? 404 : 200, { 'content-type': types[path.replace(/^.*\./, '')] ?? 'text/plain' });
    response.end(file);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    put: (path, content) => void files.set(path, content),
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

const types: Readonly<Record<string, string>> = { crx: 'application/x-chrome-extension', xpi: 'application/x-xpinstall', xml: 'text/xml' };

/** What Chromium is told of the newest version (protocol 2.0 of its update server). */
export const updatesXml = (id: string, version: string, address: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0"><app appid="${id}"><updatecheck codebase="${address}" version="${version}"/></app></gupdate>`;
