import type { Facts } from '../core/facts.ts';
import { caseOf } from './contact-case.ts';
import { channel, contactSeen } from './contact-seen.ts';
import { database } from './database.ts';
import { today } from './day.ts';
import { origin } from './origin.ts';
import type { ContactRow } from './rows.ts';
import type { Said } from './said-history.ts';
import type { Places } from './telling-links.ts';

/** What happened on a day with a contact. `first`: met here first, on `detail`; `asked`: first asked for `detail`, the mark's last word. */
export interface Event {
  /** Whole days since 1970, by the person's calendar. */
  readonly day: number;
  readonly what: 'first' | 'joined' | 'asked' | 'name' | 'employer' | 'last';
  readonly detail?: string;
}

/** What is remembered of who wrote this, oldest first; empty for somebody new. Only a page of ours may ask: it is the person's own history. */
export async function contactTimeline(facts: Facts, places: Places): Promise<Event[]> {
  const { salt } = await origin();
  const seen = contactSeen(facts, salt, places);
  if (!seen) return [];
  const { own, byName, byLink } = caseOf(seen, await database.contactsBy(seen.traces), today());
  return eventsOf(own, [...byName, ...byLink]);
}

/** Events of a contact's own rows and of those that belong to the same case. */
export function eventsOf(own: readonly ContactRow[], joined: readonly ContactRow[]): Event[] {
  const rows = [...own, ...joined].sort((one, other) => one.first - other.first);
  const [earliest] = rows;
  if (!earliest) return [];
  const met = rows.flatMap((row) => channelsOf(row).map((detail): Event => ({ day: row.first, what: row === earliest ? 'first' : 'joined', detail })));
  const asked = rows.flatMap(({ asks }) => Object.entries(asks).map(([detail, day]): Event => ({ day, what: 'asked', detail })));
  const last = Math.max(...rows.map((row) => row.last));
  return [
    ...met,
    ...earliestOf(asked),
    ...rows.flatMap(({ names, employers }) => [...changes(names, 'name'), ...changes(employers, 'employer')]),
    ...(last > earliest.first ? [{ day: last, what: 'last' } as const] : []),
  ].sort((one, other) => one.day - other.day || order.indexOf(one.what) - order.indexOf(other.what));
}

const order: readonly Event['what'][] = ['first', 'joined', 'name', 'employer', 'asked', 'last'];

const channelsOf = ({ channels }: ContactRow): string[] => Object.entries(channel).flatMap(([name, bit]) => (channels & bit ? [name] : []));

/** Each thing is asked for the first time once, in whichever row it stands. */
const earliestOf = (asked: readonly Event[]): Event[] =>
  asked.filter(({ detail, day }, place) => !asked.some((other, at) => other.detail === detail && (other.day < day || (other.day === day && at < place))));

/** All but what was said first: that is no change. */
const changes = (history: readonly Said[], what: 'name' | 'employer'): Event[] =>
  [...history].sort((one, other) => one.first - other.first).slice(1).map(({ first }) => ({ day: first, what }));
