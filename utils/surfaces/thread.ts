import type { Facts } from '../core/facts.ts';
import { listLimit, textLimit } from '../core/limits.ts';

type Entry = NonNullable<NonNullable<NonNullable<Facts['message']>['thread']>[number]>;
export interface Part {
  readonly from: 'them' | 'me';
  readonly at?: string | undefined;
  /** Reads at most `limit` characters. */
  readonly read: (limit: number) => string | undefined;
}

/** Text of a whole conversation that is read at most, newest first: what was said lately matters most. */
const wholeLimit = 5 * textLimit;

/** Thread entries, oldest first; parts that show no text are left out. */
export function threadOf(parts: readonly Part[]): Entry[] {
  let left = wholeLimit;
  const entries: Entry[] = [];
  for (const { from, at, read } of parts.slice(-listLimit).reverse()) {
    const text = left > 0 ? read(Math.min(left, textLimit)) : undefined;
    if (!text) continue;
    left -= text.length;
    entries.push({ from, ...(at && { at }), text });
  }
  return entries.reverse();
}
