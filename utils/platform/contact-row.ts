import type { ContactSeen } from './contact-seen.ts';
import { rememberedDays } from './day.ts';
import { isPersonKey } from './identity.ts';
import type { ContactRow } from './rows.ts';
import { addSaid, type Said } from './said-history.ts';

/** Bounds of a row: some 4 kB at most. Of digests that are too many the newest stay. */
const most = { keys: 8, pairs: 8, links: 8, interviews: 4 };

/** The row without what was last said, or first asked, too long ago. */
export function living(row: ContactRow, day: number): ContactRow {
  const oldest = day - rememberedDays;
  const said = (history: readonly Said[]) => history.filter(({ last }) => last >= oldest);
  const asks = Object.fromEntries(Object.entries(row.asks).filter(([, asked]) => asked >= oldest));
  return { ...row, asks, names: said(row.names), employers: said(row.employers) };
}

/** A contact's row with one more message. `since` is the first day of the contact, `fresh` whether it was certainly never met before that. */
export function withSeen(
  kept: ContactRow | undefined, key: string, seen: ContactSeen, asks: readonly string[],
  { day, first, fresh }: { readonly day: number; readonly first: number; readonly fresh: boolean },
): ContactRow {
  const old = kept && living(kept, day);
  const on = (marks: readonly string[]) => ({ marks, first: day, last: day });
  const mailDomain = seen.mailDomain ?? old?.mailDomain;
  return {
    key,
    traces: bounded([...(old?.traces ?? []), ...seen.traces]),
    first: Math.min(first, old?.first ?? day),
    last: day,
    // A second look on the first day may show that the two have written before.
    fresh: old && old.first < day ? old.fresh : fresh && (old?.fresh ?? true),
    channels: (old?.channels ?? 0) | seen.channels,
    asks: { ...Object.fromEntries(asks.map((ask) => [ask, day])), ...old?.asks },
    names: addSaid(old?.names ?? [], on(seen.name)),
    employers: addSaid(old?.employers ?? [], on(seen.employers)),
    interviews: newest([...(old?.interviews ?? []), ...seen.interviews], most.interviews),
    ...(mailDomain && { mailDomain }),
  };
}

const bounded = (traces: readonly string[]) => [
  ...newest(traces.filter(isPersonKey), most.keys),
  ...newest(traces.filter((trace) => trace.startsWith('pair:')), most.pairs),
  ...newest(traces.filter((trace) => trace.startsWith('link:')), most.links),
];

/** Each once, what was seen last at the end. */
const newest = (digests: readonly string[], limit: number) => [...new Set(digests.toReversed())].slice(0, limit).reverse();
