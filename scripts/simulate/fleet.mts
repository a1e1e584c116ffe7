import { chanceFrom, normal } from './chance.mts';

/** Minutes. The model's clock starts on a Monday at midnight, UTC. */
export const hour = 60;
export const day = 24 * hour;

/** When people have their browser open. Assumed, not measured: an organisation knows its own hours better. */
export interface Habits {
  readonly browsers: number;
  readonly days: number;
  /** Hours that local time is ahead of UTC, in equal shares. */
  readonly zones: readonly number[];
  /** First day and the day after the last of a holiday, if there is one. */
  readonly holiday?: readonly [number, number];
  /** Minutes by which starts in the morning vary. */
  readonly spread: number;
  readonly seed: number;
}

export interface Browser {
  /** Times from starting to closing, in order. */
  readonly open: readonly (readonly [number, number])[];
  /** Chromium keeps alarms over a restart, and one that is overdue rings at once. Firefox forgets them. */
  readonly keepsAlarms: boolean;
  /** Browsers of the fleet that this one stands for. */
  readonly weight: number;
}

/** Browsers that are followed one by one; each stands for its share of a larger fleet. */
const followed = 4_000;
/** Share of Chrome and Edge; the rest is Firefox. Assumed: an organisation with one browser changes little but the first minute. */
const chromiumShare = 0.9;
const morning = 8.75 * hour;
const workday = 8.5 * hour;

export function fleetOf(habits: Habits): Browser[] {
  const count = Math.min(habits.browsers, followed);
  const chance = chanceFrom(habits.seed);
  return Array.from({ length: count }, (_, i) => ({
    open: openTimes(habits, habits.zones[i % habits.zones.length]! * hour, chance), keepsAlarms: chance() < chromiumShare, weight: habits.browsers / count,
  }));
}

/** Five days a week, nine in ten people. */
function openTimes({ days, holiday, spread }: Habits, ahead: number, chance: () => number): [number, number][] {
  return Array.from({ length: days }, (_, number): [number, number] | undefined => {
    const isOff = number % 7 >= 5 || (holiday && number >= holiday[0] && number < holiday[1]) || chance() < 0.1;
    const start = Math.max(0, Math.round(normal(chance, number * day + morning - ahead, spread)));
    return isOff ? undefined : [start, Math.round(start + workday + 60 * (chance() - 0.5))];
  }).filter((time) => time !== undefined);
}

/** When an alarm that was set for a minute rings: then if the browser is open, else after it is started again; undefined after the end. */
export function ringsAt({ open, keepsAlarms }: Browser, minute: number, period: number, chance: () => number): number | undefined {
  const next = open.find(([, end]) => end > minute);
  if (!next) return undefined;
  if (minute >= next[0]) return minute;
  // What Firefox forgot is set anew, by chance within a period.
  return next[0] + (keepsAlarms ? 0 : Math.ceil(1 + chance() * (period - 1)));
}
