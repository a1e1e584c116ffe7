import { browser } from 'wxt/browser';
import type { PackFaultKind } from './pack-fault.ts';

/**
 * How looks for newer packs went, by the key of the pack: storage.local `pack-looks`. Apart from the packs, because where the database keeps nothing (a
 * window that is private for ever) every worker would look again.
 */
export interface PackLook {
  /** Milliseconds since 1970: the last look that went well, and when to look again. */
  readonly checkedAt?: number;
  readonly nextAt: number;
  /** Looks in a row that failed, and why the last one did. */
  readonly failures: number;
  readonly fault?: { readonly kind: PackFaultKind; readonly sentence: string; readonly at: number };
}
const name = 'pack-looks';

export async function readLooks(): Promise<Readonly<Partial<Record<string, PackLook>>>> {
  return ((await browser.storage.local.get(name))[name] ?? {}) as Record<string, PackLook>;
}

/** Undefined: the place is no longer asked. */
export async function keepLook(key: string, look: PackLook | undefined): Promise<void> {
  const { [key]: _, ...others } = await readLooks();
  await browser.storage.local.set({ [name]: look ? { ...others, [key]: look } : others });
}

const hour = 3_600_000;
/** 168 hours, the most a policy can ask for, and a fifth. */
const longestWait = 202 * hour;
const firstWait = hour / 4;
const longestBackoff = 24 * hour;

/** A clock that was wrong and was put right must not keep anybody waiting for years. */
export const isDue = (look: PackLook | undefined, now: number): boolean => look === undefined || now >= look.nextAt || look.nextAt - now > longestWait;

/** When to look again after a look that went well: spread by a fifth to either side, so that a fleet that started together does not stay together. */
export const nextAfterSuccess = (now: number, hours: number, chance: number): number => now + hours * hour * (0.8 + 0.4 * chance);

/** After a failure: evenly between nothing and a bound that doubles from 15 minutes to a day; not before the server wants it. */
export const nextAfterFailure = (now: number, failures: number, chance: number, asked = 0): number =>
  now + Math.max(asked, Math.min(longestBackoff, firstWait * 2 ** Math.min(failures - 1, 20)) * chance);
