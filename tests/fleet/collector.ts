import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Pool } from 'pg';
import type { Rsyslog } from './engines/rsyslog.ts';
import { accepted, readOtlpRequest, type DecodedEvent } from './otlp-request.ts';

/** What goes wrong with a request. `lost`: taken, and the answer never arrives. */
export type Mishap = 'busy' | 'unavailable' | 'hang' | 'reset' | 'lost';

/** A strict collector: it takes what the official definitions know, keeps each event once in PostgreSQL and hands each on to rsyslog when it is new. */
export interface Collector {
  readonly port: number;
  /** Mishaps that happened, one for each that was planned and met. */
  readonly met: Mishap[];
  /** Requests that a correct sender does not make. */
  readonly faults: string[];
  /** How many events came more than once. */
  twins(): number;
  requests(): number;
  stop(): Promise<void>;
}

export interface CollectorOrder {
  readonly pool: Pool;
  readonly rsyslog: Rsyslog;
  readonly token: string;
  /** By the number of the request, from 1. */
  readonly mishaps: ReadonlyMap<number, Mishap>;
}

export async function startCollector({ pool, rsyslog, token, mishaps }: CollectorOrder): Promise<Collector> {
  await pool.query('create table events (id uuid primary key, type text not null, event jsonb not null, came timestamptz not null default now())');
  const met: Mishap[] = [];
  const faults: string[] = [];
  let [twins, requests] = [0, 0];

  const keep = async (events: readonly DecodedEvent[]) => {
    const { rows } = await pool.query<{ id: string; event: string }>(
      'insert into events (id, type, event) select * from unnest($1::uuid[], $2::text[], $3::jsonb[]) on conflict do nothing returning id, event::text',
      [events.map(({ id }) => id), events.map(({ type }) => type), events.map(({ event }) => JSON.stringify(event))],
    );
    twins += events.length - rows.length;
    for (const { event } of rows) rsyslog.log(event);
  };

  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await textOf(request);
    const mishap = mishaps.get(++requests);
    if (mishap) met.push(mishap);
    if (mishap === 'busy') return void response.writeHead(429, { 'retry-after': '1' }).end();
    if (mishap === 'unavailable') return void response.writeHead(503).end('<h1>Service Unavailable</h1>');
    if (mishap === 'reset') return void request.socket.destroy();
    if (mishap === 'hang') return;
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
    try {
      await keep(readOtlpRequest(body));
    } catch (error) {
      faults.push(String(error));
      return void response.writeHead(400).end();
    }
    if (mishap === 'lost') return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'application/json' }).end(accepted);
  };

  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    if (method !== 'POST' || url !== '/v1/logs' || headers['content-type'] !== 'application/json') faults.push(`${method} ${url} ${headers['content-type']}`);
    if (headers.cookie !== undefined || headers.referer !== undefined) faults.push('a cookie or a referrer');
    take(request, response).catch((error) => faults.push(String(error)));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port, met, faults, twins: () => twins, requests: () => requests,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** What stands before a collector, as it ships, with another port behind it. */
export const gateway = (port: number): string => readFileSync('collector/nginx-gateway.conf', 'utf8').replace('127.0.0.1:4318', `127.0.0.1:${port}`);
