import { browser } from 'wxt/browser';
import type { Facts } from '../core/facts.ts';
import { senderKeys } from './identity.ts';
import { origin, sealed } from './origin.ts';
import type { Scope } from './questions.ts';

/** storage.local `dismissed`: what the person marked as not a problem, under salted keys. `at` is ISO 8601. */
export type Dismissed = Readonly<Record<string, { readonly scope: Scope; readonly at: string }>>;

/** Whether this message, or everything by this sender, was marked as not a problem. */
export async function dismissalOf(facts: Facts): Promise<Scope | undefined> {
  const { salt } = await origin();
  const [kept, passing] = await Promise.all([read('local'), read('session')]);
  return ([messageKey(facts, salt), ...senderKeys(facts, salt)])
    .map((key) => (kept[key] ?? passing[key])?.scope)
    .find((scope) => scope !== undefined);
}

let writing: Promise<unknown> = Promise.resolve();

/** Marks as not a problem, or takes that back. Throws when the sender cannot be told apart from others. */
export async function dismiss(facts: Facts, scope: Scope, undo: boolean, incognito: boolean): Promise<void> {
  const { salt } = await origin();
  const keys = scope === 'message' ? [messageKey(facts, salt)] : senderKeys(facts, salt);
  if (keys.length === 0) throw new Error('The page does not say who this sender is: mark the message only.');
  const areas = undo ? (['local', 'session'] as const) : ([incognito ? 'session' : 'local'] as const);
  // One after another: two writers would each put back what they read.
  const written = writing.then(() => Promise.all(areas.map((area) => change(area, keys, scope, undo))));
  writing = written.catch(() => undefined);
  await written;
}

async function change(area: Area, keys: readonly string[], scope: Scope, undo: boolean) {
  const others = Object.entries(await read(area)).filter(([key]) => !keys.includes(key));
  const at = new Date().toISOString();
  const marked = undo ? [] : keys.map((key) => [key, { scope, at }] as const);
  await browser.storage[area].set({ dismissed: Object.fromEntries([...others, ...marked]) });
}

/** A private window's marks live in the session, which no disk sees. */
type Area = 'local' | 'session';
const read = async (area: Area): Promise<Dismissed> => ((await browser.storage[area].get('dismissed'))['dismissed'] ?? {}) as Dismissed;

/** The same words and links by the same sender: one changed word is another message. */
function messageKey({ surface, sender, message, links, profile }: Facts, salt: string): string {
  const who = [sender?.profileUrl, profile?.identifier, sender?.email, sender?.name].map((part) => part ?? '');
  const said = message?.text ?? (message?.thread ?? []).filter(({ from }) => from === 'them').map(({ text }) => text ?? '');
  return `message:${sealed(salt, JSON.stringify([surface, who, said, (links ?? []).map(({ url }) => url)]))}`;
}
