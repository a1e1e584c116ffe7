import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export type Fixture = {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: string | Uint8Array;
};

/** Answers for a host and a path (with its query); undefined is answered with 404. */
export type Fixtures = (host: string, path: string) => Fixture | undefined;

export type SeenRequest = { host: string; path: string; method: string; headers: IncomingHttpHeaders };

export type FixtureServer = { port: number; requests: SeenRequest[]; stop(): Promise<void> };

/**
 * One https server that plays every host of the web, told apart by the Host header.
 * `requests` is everything that any browser sent, so a test can prove that the extension sent nothing.
 */
export async function startFixtureServer(fixtures: Fixtures): Promise<FixtureServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'fixtures.example' }], {
    keyType: 'ec', // made in a tenth of the time that an RSA key takes
  });
  const requests: SeenRequest[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    const seen = describe(request);
    requests.push(seen);
    answer(fixtures(seen.host, seen.path), response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describe(request: IncomingMessage): SeenRequest {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return { host, path: request.url ?? '/', method: request.method ?? 'GET', headers: request.headers };
}

function answer(fixture: Fixture | undefined, response: ServerResponse): void {
  const {
    status = 200,
    type = 'text/html; charset=utf-8',
    headers = {},
    body,
  } = fixture ?? { status: 404, body: '' };
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body);
}
