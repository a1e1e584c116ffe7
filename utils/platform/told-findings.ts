import { browser } from 'wxt/browser';
import type { ToldFinding } from '../core/event.ts';
import type { Facts } from '../core/facts.ts';
import { senderKeys } from './identity.ts';
import { messageKey } from './message-key.ts';
import { origin, sealed } from './origin.ts';

/** A finding that was told, so that it is not told again each time the message is read. `at` in ms since 1970. */
export type Told = ToldFinding & { readonly at: number };
/** storage.local `told`, by the salted key of whoever wrote, or of the message where nobody knows who did. The key is never sent. */
type AllTold = Readonly<Record<string, Told>>;

/** The same conduct of the same contact within so long, in ms, is the same finding. */
const sameFor = 86_400_000;
/** The newest stay: nobody is warned more often in a day. */
const mostTold = 500;

export async function toldKey(facts: Facts): Promise<string> {
  const { salt } = await origin();
  return sealed(salt, `told ${senderKeys(facts, salt)[0] ?? messageKey(facts, salt)}`);
}

export async function toldBefore(key: string): Promise<Told | undefined> {
  const told = (await readTold())[key];
  return told && Math.abs(Date.now() - told.at) < sameFor ? told : undefined;
}

export async function rememberTold(key: string, told: Told): Promise<void> {
  const { [key]: _, ...others } = await readTold();
  const living = Object.entries(others).filter(([, { at }]) => Math.abs(Date.now() - at) < sameFor);
  await browser.storage.local.set({ told: Object.fromEntries([...living.slice(1 - mostTold), [key, told]]) });
}

export const forgetTold = (): Promise<void> => browser.storage.local.remove('told');

const readTold = async (): Promise<AllTold> => ((await browser.storage.local.get('told'))['told'] ?? {}) as AllTold;
