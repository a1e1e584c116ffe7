import { browser } from 'wxt/browser';
import { meaningOf } from '../core/collector-answer.ts';
import { minimalEvent, type Event } from '../core/event.ts';
import { askedDelay, longestDelay, retryDelay } from '../core/retry-delay.ts';
import { editRecord, readRecord, type EventsFault } from './events-record.ts';
import { eventsPolicy, type EventsPolicy } from './events-policy.ts';
import { countWaiting, drop, dueEvents, eventIn, putOff, remove } from './outbox.ts';
import { postEvents, type Posted } from './post-events.ts';
import type { OutboxRow } from './rows.ts';
import { countSent } from './tallies.ts';

/** Wakes the worker while events wait. */
export const sendingAlarm = 'events';
/** Events, and bytes, of one request. */
const mostEvents = 100;
const mostBytes = 262_144;
/** Rows on their way are nobody else's for so long, in ms: four times what a collector may take. */
const lease = 60_000;
/** Waits below this are sat out; a worker without work is ended after 30 s, and alarms take half a minute at least. */
const patience = 20_000;

/** Tells what waits, unless somebody is at it already. What came in too late for that is sent a minute later. */
export const sendEvents = (): Promise<void> =>
  navigator.locks.request('events', { ifAvailable: true }, async (lock) => {
    if (lock) await sendAll();
  });

/** Batch after batch until nothing is due or the collector wants a longer rest. Each turn removes rows or moves the next try away, so that it ends. */
async function sendAll(): Promise<void> {
  if (!(await eventsPolicy())?.isAllowed) return;
  // The worker may die at any line below.
  await setAlarm(lease);
  let most = mostEvents;
  for (;;) {
    const wait = await untilNext();
    if (wait > patience) break;
    if (wait > 0) {
      // And look again: timers and clocks are not of one opinion to the millisecond.
      await new Promise((resolve) => setTimeout(resolve, wait));
      continue;
    }
    // Asked each time: the policy may name another address, or none, meanwhile.
    const policy = await eventsPolicy();
    const rows = policy?.isAllowed ? await dueEvents(most) : [];
    if (!policy || rows.length === 0) break;
    most = (await sendBatch(policy, rows)) ?? most;
  }
  if ((await countWaiting()) > 0) await setAlarm(Math.max(lease, await untilNext()));
  else await browser.alarms.clear(sendingAlarm);
}

/** How long the collector is left alone yet. Longer than it was ever told to be: the clock was wrong then. */
async function untilNext(): Promise<number> {
  const wait = (await readRecord()).notBefore - Date.now();
  return wait > 25 * longestDelay ? 0 : Math.max(0, wait);
}

const setAlarm = (ms: number) => browser.alarms.create(sendingAlarm, { delayInMinutes: ms / 60_000 });

interface Batch { readonly rows: readonly OutboxRow[]; readonly events: readonly Event[]; readonly body: string }

/** As many of the rows as fit into one request. What cannot be read is dropped. */
async function batchOf(policy: EventsPolicy, rows: readonly OutboxRow[]): Promise<Batch> {
  const read = rows.map((row) => ({ row, event: eventIn(row.body) }));
  await drop(read.filter(({ event }) => !event).map(({ row }) => row));
  let whole = read.filter((one): one is { row: OutboxRow; event: Event } => one.event !== undefined);
  for (;;) {
    const events = whole.map(({ event }) => (policy.values.eventsFields === 'minimal' ? minimalEvent(event) : event));
    const body = policy.collector.encode(events, browser.runtime.getManifest().version);
    if (body.length * 3 <= mostBytes || whole.length <= 1 || new Blob([body]).size <= mostBytes) return { rows: whole.map(({ row }) => row), events, body };
    whole = whole.slice(0, Math.ceil(whole.length * 0.8));
  }
}

/** One request. Gives how many events the next ones may have, where that changes. */
async function sendBatch(policy: EventsPolicy, due: readonly OutboxRow[]): Promise<number | undefined> {
  const batch = await batchOf(policy, due);
  const { rows } = batch;
  if (rows.length === 0) return undefined;
  await putOff(rows, Date.now() + lease, 1);
  const posted = await postEvents(policy.collector, batch.body);
  void countSent('events');
  const meaning = 'fault' in posted ? { kind: 'again' as const } : meaningOf(posted.answered);
  switch (meaning.kind) {
    case 'taken': await taken(batch, meaning.rejected); return undefined;
    case 'again': await later(rows, posted, 'busy'); return undefined;
    case 'elsewhere': await later(rows, posted, 'portal'); return undefined;
    case 'never': await lose(rows, posted, 'refused'); return undefined;
    case 'smaller':
      if (rows.length > 1) await putOff(rows, Date.now(), 0);
      else await lose(rows, posted, 'large');
      return rows.length > 1 ? Math.floor(rows.length / 2) : mostEvents;
  }
}

async function taken({ rows, events }: Batch, rejected: number): Promise<void> {
  await remove(rows);
  const lastSent = { at: new Date().toISOString(), count: rows.length, event: events.at(-1)! };
  await editRecord((record) => ({ failures: 0, notBefore: 0, rejected: record.rejected + Math.min(rejected, rows.length), lastSent, lastFault: undefined }));
}

/** Tried again: soon where the collector is busy, seldom where a person has to mend something. */
async function later(rows: readonly OutboxRow[], posted: Posted, kind: 'busy' | 'portal'): Promise<void> {
  const asked = 'retryAfter' in posted ? askedDelay(posted.retryAfter, Date.now()) ?? 0 : 0;
  const lastFault = faultOf(posted, kind);
  await editRecord(({ failures }) => {
    const own = kind === 'portal' ? longestDelay * (0.5 + Math.random() / 2) : retryDelay(failures + 1, Math.random());
    return { failures: failures + 1, notBefore: Date.now() + Math.max(asked, own), lastFault };
  });
  // Due, but behind what waits already: if it is these events that something cannot bear, the others still arrive.
  await putOff(rows, Date.now(), 0);
}

/** Dropped, with a rest before the next: a collector that has a bad moment, or takes nothing at all, must not eat a week of events in a minute. */
async function lose(rows: readonly OutboxRow[], posted: Posted, kind: 'large' | 'refused'): Promise<void> {
  await drop(rows);
  const lastFault = faultOf(posted, kind);
  await editRecord(({ failures }) => ({ failures: failures + 1, notBefore: Date.now() + retryDelay(failures + 1, Math.random()), lastFault }));
}

const faultOf = (posted: Posted, kind: EventsFault['kind']): EventsFault => ({
  at: new Date().toISOString(), ...('fault' in posted ? { kind: posted.fault } : { kind, status: posted.answered.status }),
});
