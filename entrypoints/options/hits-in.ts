import type { Tally } from '../../utils/platform/tallies.ts';

/** How often a rule spoke, and on which days, the newest first. */
export interface Hits { readonly count: number; readonly days: readonly { readonly day: number; readonly count: number }[] }

/** Of each rule that spoke in the days that are counted. `tallies` come with the newest day first. */
export function hitsIn(tallies: readonly Tally[]): ReadonlyMap<string, Hits> {
  const hits = new Map<string, Hits>();
  for (const { day, rules } of tallies) {
    for (const [rule, count] of Object.entries(rules)) {
      const before = hits.get(rule);
      hits.set(rule, { count: (before?.count ?? 0) + count, days: [...before?.days ?? [], { day, count }] });
    }
  }
  return hits;
}
