import { browser } from 'wxt/browser';
import type { Event } from '../core/event.ts';

/** What the telling of events has to know from one worker to the next: storage.local `events`. There is none where no policy wants events. */
export interface EventsRecord {
  /** Requests in a row that failed, and the moment before which none is made (ms since 1970). */
  readonly failures: number;
  readonly notBefore: number;
  /** Events dropped, and refused by the collector, since the last heartbeat. */
  readonly dropped: number;
  readonly rejected: number;
  /** Moment of the last heartbeat, ms since 1970. */
  readonly heartbeatAt?: number;
  readonly install?: { readonly id: string; readonly since: number };
  readonly lastSent?: { readonly at: string; readonly count: number; readonly event: Event };
  readonly lastFault?: EventsFault;
}
/** Why the last request told nothing. `portal`: whoever answered is no collector, or does not know us. */
export interface EventsFault { readonly at: string; readonly kind: 'unreachable' | 'slow' | 'busy' | 'portal' | 'large' | 'refused'; readonly status?: number }

const empty: EventsRecord = { failures: 0, notBefore: 0, dropped: 0, rejected: 0 };
/** What could not be stored holds for the worker's life: telling goes on where the disk is full. */
let unsaved: EventsRecord | undefined;

export async function readRecord(): Promise<EventsRecord> {
  return unsaved ?? { ...empty, ...(await browser.storage.local.get('events'))['events'] as EventsRecord | undefined };
}

let writing: Promise<unknown> = Promise.resolve();

/** One change after another; gives what holds then. */
export function editRecord(edit: (record: EventsRecord) => Partial<EventsRecord>): Promise<EventsRecord> {
  const written = writing.then(async () => {
    const record = await readRecord();
    const changed = { ...record, ...edit(record) };
    unsaved = await browser.storage.local.set({ events: changed }).then(() => undefined, () => changed);
    return changed;
  });
  writing = written.catch(() => undefined);
  return written;
}

export async function clearRecord(): Promise<void> {
  unsaved = undefined;
  await browser.storage.local.remove('events');
}
