import { randomBytes, randomUUID } from 'node:crypto';
import { findingEvent, type Event } from '../../utils/core/event.ts';
import { uuidSeven } from '../../utils/core/uuid-seven.ts';
import type { OutboxRow } from '../../utils/platform/rows.ts';

/** Events as a browser would have kept them while its collector was gone for a week, one every minute. */
export function madeEvents(count: number, now: number): Event[] {
  const install = randomUUID();
  return Array.from({ length: count }, (_, index) => {
    const time = Math.floor((now - 6 * 86_400_000) / 60_000 + index / 2) * 60_000;
    const id = uuidSeven(time, randomBytes(10));
    return findingEvent(
      { id, time, version: '0.1.0', browser: 'chrome 156', install, packs: ['base@1'] },
      { uid: id, isUpdate: false, level: 'danger', score: 0.9, strongest: 'high', site: 'linkedin', shown: 'page', rules: ['upfront-fee', 'command-to-paste-in-terminal'] },
    );
  });
}

export const rowOf = (event: Event): OutboxRow =>
  ({ key: String(event['event.id']), at: new Date(Number(event['time'])).toISOString(), attempts: 0, nextAt: Number(event['time']), level: 'danger', body: JSON.stringify(event) });

/** In a page of the extension: puts rows into its outbox, as the background does. */
export async function fillOutbox(rows: readonly OutboxRow[]): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bonafide');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error!));
  });
  const transaction = database.transaction('outbox', 'readwrite');
  for (const row of rows) transaction.objectStore('outbox').put(row);
  await new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error!));
  });
  database.close();
}

/** In a page of the extension: how many events wait. */
export async function countOutbox(): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('bonafide');
    request.addEventListener('success', () => resolve(request.result));
  });
  const count = await new Promise<number>((resolve) => {
    const request = database.transaction('outbox').objectStore('outbox').count();
    request.addEventListener('success', () => resolve(request.result));
  });
  database.close();
  return count;
}
