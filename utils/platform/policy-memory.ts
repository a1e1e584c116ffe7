import { browser } from 'wxt/browser';
import { aboutSettings, policyKeys, settingsSchema } from '../core/settings-schema.ts';
import type { Policy } from './policy.ts';

/** In storage.local. */
const place = 'policySeen';
/** A secret is left out: in Firefox a process that shows pages can reach this storage. */
const keys = policyKeys.filter((key) => !aboutSettings.get(settingsSchema.shape[key])?.secret);

interface Memory { readonly at: string; readonly policy: Policy }

/**
 * The last policy the store told, for the seconds in which a starting Chromium does not tell it. Whoever edits storage.local decides what holds in these
 * seconds, and nothing after them. That person owns the profile and could as well take the extension out of it: this guards against a late store, not against them.
 */
export async function policyInMemory(): Promise<Memory | undefined> {
  const kept: unknown = await browser.storage.local.get(place).then((all) => all[place], () => undefined);
  return isMemory(kept) ? kept : undefined;
}

/** Keeps what the store told, or forgets what was kept when it told nothing. Never throws: without a memory the store is waited for. */
export async function rememberPolicy(policy: Policy, at: string): Promise<void> {
  const told = Object.fromEntries(keys.filter((key) => key in policy).map((key) => [key, policy[key]]));
  const kept = await policyInMemory();
  if (JSON.stringify(kept?.policy ?? {}) === JSON.stringify(told)) return;
  const { local } = browser.storage;
  await (Object.keys(told).length > 0 ? local.set({ [place]: { at, policy: told } satisfies Memory }) : local.remove(place)).catch(() => undefined);
}

const isMemory = (kept: unknown): kept is Memory =>
  typeof kept === 'object' && kept !== null && 'at' in kept && typeof kept.at === 'string' && 'policy' in kept && typeof kept.policy === 'object' && kept.policy !== null;
