import { roundedTime, type Event } from '../core/event.ts';
import { levels } from '../core/score.ts';
import { database } from './database.ts';
import { editRecord } from './events-record.ts';
import type { OutboxRow } from './rows.ts';

/** Events that wait at most: a fleet's collector may be gone for a week. They have 0.9 kB each, and never more than 4. */
export const mostWaiting = 20_000;
/** Dropped at a time when the outbox is full: which are the least is found by reading all. */
const dropAtOnce = 200;
/** A row that looks older than this was written, or is read, under a wrong clock. */
const wrongClock = 400 * 86_400_000;
/** Longer than any request takes: what is due later than this was put off, or written, under a wrong clock. */
const longestPutOff = 600_000;

/** Keeps an event until the collector has it. */
export async function post(event: Event): Promise<void> {
  const now = Date.now();
  const row: OutboxRow = {
    key: String(event['event.id']), at: new Date(roundedTime(now)).toISOString(), attempts: 0, nextAt: now,
    level: String(event['bonafide.level'] ?? 'none'), body: JSON.stringify(event),
  };
  if ((await countWaiting()) >= mostWaiting) await makeRoom();
  // A disk that is full takes no event: better one that is counted than one nobody knows of.
  await database.change({ put: { outbox: [row] } }).catch(() => countDropped([row]));
}

export const countWaiting = async (): Promise<number> => (await database.keys('outbox')).length;

/** Events to be told now, the most overdue first. */
export async function dueEvents(most: number): Promise<OutboxRow[]> {
  const now = Date.now();
  const due = await database.dueEvents(now, most);
  if (due.length > 0) return due;
  // The clock went back since these were put off.
  return (await database.dueEvents(Infinity, most)).filter(({ nextAt }) => nextAt > now + longestPutOff);
}

/** What is told first of what waits. */
export async function nextEvent(): Promise<Event | undefined> {
  const [row] = await database.dueEvents(Infinity, 1);
  return row && eventIn(row.body);
}

/** Nobody else takes these before then: a worker that dies meanwhile leaves them to the next. */
export const putOff = (rows: readonly OutboxRow[], until: number, attempts: 0 | 1): Promise<void> =>
  database.change({ put: { outbox: rows.map((row) => ({ ...row, attempts: row.attempts + attempts, nextAt: until })) } });

export const remove = (rows: readonly OutboxRow[]): Promise<void> => database.change({ drop: { outbox: rows.map(({ key }) => key) } });

/** Removes what will not be told, and counts it. */
export async function drop(rows: readonly OutboxRow[]): Promise<void> {
  if (rows.length === 0) return;
  await remove(rows);
  await countDropped(rows);
}

/** Drops what waited longer than the policy lets it. Keys begin with their time, so that the rest need not be read. */
export async function dropOld(days: number): Promise<void> {
  const age = (key: string) => Date.now() - Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16);
  const old = (await database.keys('outbox')).filter((key) => age(key) > days * 86_400_000 && age(key) < wrongClock);
  await drop((await Promise.all(old.map((key) => database.get('outbox', key)))).filter((row) => row !== undefined));
}

export const clearOutbox = (): Promise<void> => database.change({ clear: ['outbox'] });

/** The oldest of the lowest level go first. */
async function makeRoom(): Promise<void> {
  const rank = ({ level }: OutboxRow) => levels.findIndex((known) => known === level);
  const rows = (await database.all('outbox')).sort((one, other) => rank(one) - rank(other) || (one.key < other.key ? -1 : 1));
  await drop(rows.slice(0, rows.length - mostWaiting + dropAtOnce));
}

/** With what a dropped heartbeat would have said of earlier ones. */
async function countDropped(rows: readonly OutboxRow[]): Promise<void> {
  const counts = rows.map(({ body }) => eventIn(body)).map((event) => ({ dropped: 1 + numberIn(event, 'bonafide.dropped'), rejected: numberIn(event, 'bonafide.rejected') }));
  const sum = (of: 'dropped' | 'rejected') => counts.reduce((total, count) => total + count[of], 0);
  await editRecord(({ dropped, rejected }) => ({ dropped: dropped + sum('dropped'), rejected: rejected + sum('rejected') }));
}

/** Undefined for what is damaged. */
export function eventIn(body: string): Event | undefined {
  try {
    return JSON.parse(body) as Event;
  } catch {
    return undefined;
  }
}

const numberIn = (event: Event | undefined, key: string): number => (typeof event?.[key] === 'number' ? event[key] : 0);
