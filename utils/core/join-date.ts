import { isMemberNumber } from './member-number.ts';

/**
 * Join date of a member number, as an interval. Numbers rise with time; public appearances ("number N was seen on day D")
 * bound when N had joined.
 *
 * An appearance can come long after joining. An anchor that its neighbours date more than the usual error earlier is such a
 * late sighting and is left out, or every number just above it would be dated too young: an accusation.
 */
export interface Anchor { readonly number: number; readonly day: number; readonly low?: boolean }
export type Interval = readonly [from: string, to: string];

/** How a page states a date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const statedDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

const msPerDay = 86_400_000;
const daysPerMonth = 30.44;
/** Widening each side in days: observed error 0 to 6 weeks since 2016, half a year where anchors are published member counts. */
const widening = 45;
const wideningLow = 180;
/** New numbers a month beyond the last anchor: 15 to 16 million measured 2024 to 2026; slow and fast bounds around it. */
const slowest = 10e6;
const fastest = 17e6;

export const dayOf = (date: string): number => Math.floor(Date.parse(date) / msPerDay);
const dateOf = (day: number): string => new Date(day * msPerDay).toISOString().slice(0, 10);

/** Day a number is dated to on the line between two anchors. */
const between = (below: Anchor, above: Anchor, number: number) =>
  below.day + ((number - below.number) / (above.number - below.number)) * (above.day - below.day);

/**
 * Anchors in order without late sightings. Only where growth was even, since 2016: before, the line between two anchors years
 * apart says little.
 */
export function dependable(anchors: readonly Anchor[]): Anchor[] {
  const kept = [...anchors].sort((a, b) => a.number - b.number);
  const lateness = (anchor: Anchor, i: number): number => {
    const [below, above] = [kept[i - 1], kept[i + 1]];
    return !below || !above || below.low || anchor.low ? 0 : anchor.day - between(below, above, anchor.number);
  };
  for (;;) {
    const late = kept.map(lateness);
    const worst = Math.max(0, ...late);
    if (worst <= widening) return kept;
    kept.splice(late.indexOf(worst), 1);
  }
}

/** Interval in which `number` joined, never after `seenAt`; undefined when no growth measured would have reached it by then. */
export function joinInterval(number: number, anchors: readonly Anchor[], seenAt?: string): Interval | undefined {
  if (!isMemberNumber(number)) return undefined;
  const index = anchors.findIndex((anchor) => anchor.number >= number);
  const above = anchors[index];
  const below = index < 0 ? anchors.at(-1) : anchors[index - 1];
  if (!below) return above && [dateOf(above.day), dateOf(above.day + wideningLow)];
  const wide = ({ low }: Anchor) => (low ? wideningLow : widening);
  const months = (rate: number) => ((number - below.number) / rate) * daysPerMonth;
  const earliest = Math.floor((above ? below.day : below.day + months(fastest)) - wide(below));
  const latest = Math.ceil((above ? above.day : below.day + months(slowest)) + wide(above ?? below));
  const seen = seenAt === undefined ? Number.NaN : dayOf(seenAt);
  const now = Number.isNaN(seen) ? latest : seen;
  return earliest > now ? undefined : [dateOf(earliest), dateOf(Math.min(latest, now))];
}
