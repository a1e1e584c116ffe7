import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { isDisowned } from '../core/authentication-results.ts';
import type { Facts } from '../core/facts.ts';
import { usualQuietDays } from '../core/quiet-days.ts';
import { areSame, senderKeys } from './identity.ts';
import { markableDomain } from './markable-domain.ts';
import { messageKey } from './message-key.ts';
import { origin, sealed } from './origin.ts';
import { scopes, type Ask, type Scope } from './questions.ts';
import { readSetting } from './settings.ts';
import type { Places } from './telling-links.ts';

/**
 * One mark. `at` and `until` are ISO 8601; `sender` holds all salted keys of the sender it was set for. `label` is the name or the domain as the person
 * saw it, kept because without it nobody could find the entry again in the list of exceptions.
 */
interface Mark {
  readonly scope: Scope;
  readonly at: string;
  readonly until?: string;
  readonly sender?: readonly string[];
  readonly label?: string;
  readonly place?: Facts['surface'];
}
/** storage.local `dismissed`: what the person marked as not a problem, under the salted key of the message, the domain, or the sender's surest. */
export type Dismissed = Readonly<Record<string, Mark>>;

/** One message does not change: its mark is only swept out in the end. */
const messageDays = 365;

/** Whether this message, or everything by this sender or from this mail domain, was marked as not a problem and still is. */
export async function dismissalOf(facts: Facts, places: Places): Promise<Scope | undefined> {
  const { salt } = await origin();
  const [kept, passing] = await Promise.all([read('local'), read('session')]);
  const marks = [...Object.entries(kept), ...Object.entries(passing)].filter(isLiving);
  return scopes.find((scope) => marks.some(coveringOf(facts, scope, salt, places)));
}

let writing: Promise<unknown> = Promise.resolve();

/** Marks as not a problem, or takes that back. Throws when an organisation allows no marks, the sender cannot be told apart from others, or many people share the domain. */
export async function dismiss({ facts, scope, days, undo }: Ask<'dismiss'>, places: Places, incognito: boolean): Promise<void> {
  const { salt } = await origin();
  const isCovered = coveringOf(facts, scope, salt, places);
  if (undo) return edit(areas, (marks) => marks.filter((mark) => !isCovered(mark)));
  if (!(await readSetting('allowDismissals'))) throw new Error(i18n.t('organisation.keeps'));
  const [key, mark] = entryOf(facts, scope, salt, places);
  const at = new Date();
  const until = new Date(at);
  until.setDate(at.getDate() + (scope === 'message' ? messageDays : days ?? usualQuietDays));
  const entry: Entry = [key, { ...mark, scope, at: at.toISOString(), until: until.toISOString(), place: facts.surface }];
  await edit([incognito ? 'session' : 'local'], (marks) => [...marks.filter(isLiving), entry]);
}

/** An exception as the options page lists it. `place` is the surface it was set on. */
export interface Exception extends Pick<Mark, 'scope' | 'at' | 'until' | 'label' | 'place'> { readonly key: string }

/** What holds now, newest first. */
export async function listDismissals(): Promise<Exception[]> {
  const marks = (await Promise.all(areas.map(read))).flatMap((area) => Object.entries(area)).filter(isLiving);
  return marks.map(([key, { scope, at, until, label, place }]) => ({ key, scope, at, until, label, place })).sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Takes one mark back, or all. */
export const undismiss = (key?: string): Promise<void> => edit(areas, (marks) => marks.filter(([kept]) => key !== undefined && kept !== key));

type Entry = readonly [key: string, mark: Mark];

function entryOf(facts: Facts, scope: Scope, salt: string, places: Places): [key: string, mark: Pick<Mark, 'sender' | 'label'>] {
  if (scope === 'message') return [messageKey(facts, salt), {}];
  // A mark would be the real sender's, and leave this very message as it is.
  if (isDisowned(facts)) throw new Error('The sender\'s own domain says that this is not from there: mark the message only.');
  if (scope === 'domain') {
    const domain = markableDomain(facts, places);
    if (domain === undefined) throw new Error('Many people share this mail domain: mark the sender or the message only.');
    return [domainKey(domain, salt), { label: domain }];
  }
  const sender = senderKeys(facts, salt);
  const [surest] = sender;
  if (surest === undefined) throw new Error('The page does not say who this sender is: mark the message only.');
  return [surest, { sender, label: facts.sender?.name || facts.sender?.email || undefined }];
}

/** Marks of before there were ends are swept out like those of messages. */
const endOf = ({ at, until }: Mark): number => (until === undefined ? Date.parse(at) + messageDays * 86_400_000 : Date.parse(until));
const isLiving = ([, mark]: Entry): boolean => endOf(mark) > Date.now();

/** Tells marks of this scope that speak of these facts from others. */
function coveringOf(facts: Facts, scope: Scope, salt: string, places: Places): (entry: Entry) => boolean {
  if (scope === 'message') {
    const wanted = messageKey(facts, salt);
    return ([key]) => key === wanted;
  }
  if (isDisowned(facts)) return () => false;
  if (scope === 'domain') {
    const domain = markableDomain(facts, places);
    const wanted = domain && domainKey(domain, salt);
    return ([key]) => key === wanted;
  }
  const sender = senderKeys(facts, salt);
  return ([, mark]) => mark.scope === scope && areSame(mark.sender ?? [], sender);
}

/** A private window's marks live in the session, which no disk sees. */
const areas = ['local', 'session'] as const;
type Area = (typeof areas)[number];
const read = async (area: Area): Promise<Dismissed> => ((await browser.storage[area].get('dismissed'))['dismissed'] ?? {}) as Dismissed;

/** One after another: two writers would each put back what they read. */
async function edit(where: readonly Area[], change: (marks: readonly Entry[]) => readonly Entry[]): Promise<void> {
  const work = async () => {
    for (const area of where) await browser.storage[area].set({ dismissed: Object.fromEntries(change(Object.entries(await read(area)))) });
  };
  const written = writing.then(work);
  writing = written.catch(() => undefined);
  await written;
}

const domainKey = (domain: string, salt: string): string => `domain:${sealed(salt, `dismissed domain ${domain}`)}`;
