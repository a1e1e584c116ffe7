import { browser } from 'wxt/browser';
import type { Facts } from '../core/facts.ts';
import { areSame, profileKeys, senderKeys } from './identity.ts';
import { origin, sealed } from './origin.ts';
import { scopes, type Scope } from './questions.ts';

/** One mark. `at` is ISO 8601; `sender` holds all salted keys of the sender it was set for. */
interface Mark { readonly scope: Scope; readonly at: string; readonly sender?: readonly string[] }
/** storage.local `dismissed`: what the person marked as not a problem, under the salted key of the message or the sender's surest. */
export type Dismissed = Readonly<Record<string, Mark>>;

/** Whether this message, or everything by this sender, was marked as not a problem. */
export async function dismissalOf(facts: Facts): Promise<Scope | undefined> {
  const { salt } = await origin();
  const [kept, passing] = await Promise.all([read('local'), read('session')]);
  const marks = [...Object.entries(kept), ...Object.entries(passing)];
  return scopes.find((scope) => marks.some(coveringOf(facts, scope, salt)));
}

let writing: Promise<unknown> = Promise.resolve();

/** Marks as not a problem, or takes that back. Throws when the sender cannot be told apart from others. */
export async function dismiss(facts: Facts, scope: Scope, undo: boolean, incognito: boolean): Promise<void> {
  const { salt } = await origin();
  const entry = entryOf(facts, scope, salt);
  const isCovered = coveringOf(facts, scope, salt);
  // One after another: two writers would each put back what they read.
  const work = async () => {
    if (!undo) return change(incognito ? 'session' : 'local', (marks) => [...marks, entry]);
    for (const area of areas) await change(area, (marks) => marks.filter((mark) => !isCovered(mark)));
  };
  const written = writing.then(work);
  writing = written.catch(() => undefined);
  await written;
}

type Entry = readonly [key: string, mark: Mark];

function entryOf(facts: Facts, scope: Scope, salt: string): Entry {
  const at = new Date().toISOString();
  if (scope === 'message') return [messageKey(facts, salt), { scope, at }];
  const sender = senderKeys(facts, salt);
  const [surest] = sender;
  if (surest === undefined) throw new Error('The page does not say who this sender is: mark the message only.');
  return [surest, { scope, at, sender }];
}

/** Tells marks of this scope that speak of these facts from others. */
function coveringOf(facts: Facts, scope: Scope, salt: string): (entry: Entry) => boolean {
  if (scope === 'message') {
    const wanted = messageKey(facts, salt);
    return ([key]) => key === wanted;
  }
  const sender = senderKeys(facts, salt);
  return ([, mark]) => mark.scope === scope && areSame(mark.sender ?? [], sender);
}

/** A private window's marks live in the session, which no disk sees. */
const areas = ['local', 'session'] as const;
type Area = (typeof areas)[number];
const read = async (area: Area): Promise<Dismissed> => ((await browser.storage[area].get('dismissed'))['dismissed'] ?? {}) as Dismissed;

async function change(area: Area, edit: (marks: readonly Entry[]) => readonly Entry[]) {
  await browser.storage[area].set({ dismissed: Object.fromEntries(edit(Object.entries(await read(area)))) });
}

/**
 * Everything that was read but when, what is remembered, and what a profile says: its counts, dates and photo change by
 * themselves, so of the profile only whose it is counts. Any other file, link, subject, header or thread is another message.
 */
function messageKey({ seenAt: _seenAt, known: _known, profile, ...facts }: Facts, salt: string): string {
  const [whose] = profileKeys({ ...facts, profile }, salt);
  return `message:${sealed(salt, JSON.stringify([whose, facts], inOneForm))}`;
}

/** Absent, undefined and null all mean "not seen", and the order of fields means nothing. */
function inOneForm(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? undefined;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
