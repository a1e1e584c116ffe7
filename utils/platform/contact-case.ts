import { living } from './contact-row.ts';
import { rememberedDays } from './day.ts';
import { areDifferent, areSame, isPersonKey } from './identity.ts';
import type { ContactRow } from './rows.ts';

export type JoinedBy = 'name and company' | 'link';
interface Traced { readonly traces: readonly string[] }

/** What makes two contacts one case, the surer first. Undefined for one and the same contact, for different profiles, and for mere namesakes. */
export function joinedBy(one: Traced, other: Traced): JoinedBy | undefined {
  const shared = one.traces.filter((trace) => other.traces.includes(trace));
  if (shared.some(isPersonKey) || areDifferent(one.traces, other.traces)) return undefined;
  if (shared.some((trace) => trace.startsWith('pair:'))) return 'name and company';
  return shared.some((trace) => trace.startsWith('link:')) ? 'link' : undefined;
}

/** Everything remembered that belongs to one contact. */
export interface ContactCase {
  /** Rows with one of its keys: it was met. */
  readonly met: readonly ContactRow[];
  /** Those of them that are surely its own: another member at the same address is somebody else. */
  readonly own: readonly ContactRow[];
  readonly byName: readonly ContactRow[];
  readonly byLink: readonly ContactRow[];
}

/** Sorts what was found by a contact's traces. What expired is left out. */
export function caseOf(seen: Traced, rows: readonly ContactRow[], day: number): ContactCase {
  const left = rows.filter(({ last }) => last >= day - rememberedDays).map((row) => living(row, day));
  const met = left.filter(({ traces }) => traces.some((trace) => isPersonKey(trace) && seen.traces.includes(trace)));
  const joined = (by: JoinedBy) => left.filter((row) => joinedBy(seen, row) === by);
  return { met, own: met.filter(({ traces }) => areSame(traces, seen.traces)), byName: joined('name and company'), byLink: joined('link') };
}
