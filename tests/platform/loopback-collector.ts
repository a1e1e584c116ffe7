import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = (response: ServerResponse, request: Received) => void;
export interface Received { readonly headers: IncomingMessage['headers']; readonly url: string; readonly body: string }

export const says = (status: number, body = '{}', headers: Record<string, string> = {}): Answer => (response) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
};
/** Ends the connection without an answer. */
export const resets: Answer = (response) => response.socket!.destroy();

/** A collector on this computer that gives the answers of a list, one a request, and takes everything after them. */
export async function loopbackCollector(...answers: Answer[]) {
  const requests: Received[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const received = { headers: request.headers, url: request.url!, body: Buffer.concat(parts).toString() };
      requests.push(received);
      (answers.shift() ?? says(200))(response, received);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** Ids of the events of all requests, or of one. */
    ids: (of: readonly Received[] = requests) => of.flatMap(({ body }) => idsIn(body)),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
export type LoopbackCollector = Awaited<ReturnType<typeof loopbackCollector>>;

/** The key of each record of an OTLP request. */
export function idsIn(body: string): string[] {
  const { resourceLogs } = JSON.parse(body) as { resourceLogs: { scopeLogs: { logRecords: { attributes: { key: string; value: { stringValue: string } }[] }[] }[] }[] };
  return resourceLogs[0]!.scopeLogs[0]!.logRecords.map(({ attributes }) => attributes.find(({ key }) => key === 'event.id')!.value.stringValue);
}
