import type { Facts } from '../core/facts.ts';
import { caseOf, type ContactCase } from './contact-case.ts';
import { caseKnown, isRemembered } from './contact-known.ts';
import { withSeen } from './contact-row.ts';
import { contactSeen, type ContactSeen } from './contact-seen.ts';
import { database } from './database.ts';
import { dayAt, today } from './day.ts';
import { origin } from './origin.ts';
import type { ContactRow } from './rows.ts';
import type { Places } from './telling-links.ts';

/** Days of watching before "never met" means anything: people answer recruiters within two weeks or not at all. */
const watchedDays = 14;

/** Places where somebody writes to the person; looking at a profile or a job is no contact. */
const isContact = ({ surface }: Facts) => surface !== 'linkedin-profile' && surface !== 'linkedin-job';

type Known = NonNullable<Facts['known']>;

/** What is remembered of a contact, and the way to remember this message of it. `asks` are the last words of `message.asks.*`. */
export interface RecalledContact {
  readonly known: (asks: readonly string[]) => Known;
  readonly remember: (asks: readonly string[]) => Promise<void>;
}
const nobody: RecalledContact = { known: () => ({}), remember: async () => undefined };

/** One read. Nothing is remembered of private windows, and from there nobody is "never met". */
export async function recallContact(facts: Facts, incognito: boolean, places: Places): Promise<RecalledContact> {
  const { salt, since } = await origin();
  const seen = contactSeen(facts, salt, places);
  if (!seen) return nobody;
  const day = today();
  const contact = caseOf(seen, await database.contactsBy(seen.traces), day);
  const watched = !incognito && isContact(facts) && day - since >= watchedDays;
  const firsts = firstsOf(contact, facts, day, watched);
  const remembers = !incognito && isContact(facts);
  return {
    known: (asks) => ({ ...firsts, ...caseKnown(contact, seen, asks, day) }),
    remember: async (asks) => (remembers ? write(contact, seen, asks.filter(isRemembered), day, firsts.firstContact === true) : undefined),
  };
}

/** Days known are given only when the beginning was seen: who was met before the watch began may be an old acquaintance. */
function firstsOf({ met, byName, byLink }: ContactCase, facts: Facts, day: number, watched: boolean): Known {
  const [earliest] = [...met, ...byName, ...byLink].sort((a, b) => a.first - b.first);
  if (earliest && earliest.first < day) {
    const isFresh = earliest.fresh && !answeredBefore(facts, earliest.first);
    return { firstContact: false, ...(isFresh && { daysKnown: day - earliest.first }) };
  }
  return watched && !answeredBefore(facts, day) ? { firstContact: true, daysKnown: 0 } : {};
}

/** Adds to the row that is there, in one transaction; nothing is written when it says all of it already. */
async function write({ own }: ContactCase, seen: ContactSeen, asks: readonly string[], day: number, fresh: boolean): Promise<void> {
  const [target] = [...own].sort((a, b) => b.last - a.last || a.first - b.first);
  const key = target?.key ?? seen.traces[0]!;
  const when = { day, fresh, first: Math.min(day, ...own.map(({ first }) => first)) };
  const edit = (old: ContactRow | undefined) => {
    const row = withSeen(old, key, seen, asks, when);
    return JSON.stringify(row) === JSON.stringify(old) ? undefined : row;
  };
  if (edit(target)) await database.editContact(key, edit);
}

/** True unless every visible answer of the person is dated on that day or later: an undated one may be old. */
function answeredBefore({ message }: Facts, day: number): boolean {
  return (message?.thread ?? []).some(({ from, at }) => from === 'me' && !(at && dayAt(new Date(at)) >= day));
}
