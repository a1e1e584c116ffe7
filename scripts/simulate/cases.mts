import { simulateEvents, type EventOptions, type Told } from './events.mts';
import { day, fleetOf, hour, type Browser, type Habits } from './fleet.mts';
import { quantile } from './load.mts';
import { simulateLooks, type LookOptions, type Looks } from './looks.mts';
import type { Sizes } from './measure-sizes.mts';

/** Days that are followed: three weeks, of which the first only lets the fleet find its pace. */
const days = 21;
const seed = 20_261_121;
const ordinary = [7 * day, 14 * day] as const;
/** Findings in a working day of a browser: one in ten weeks. Assumed, and high: the model must not flatter. */
const findings = 0.02;

/** One company works in one zone, the worst case. All people of the public are in none. */
const companyZones = [1];
const worldZones = [-8, -6, -5, -3, 0, 1, 2, 3, 5.5, 8, 9, 10];
export const fleetSizes = [1_000, 100_000, 10_000_000] as const;

export interface Row { readonly case: string; readonly cells: readonly (number | string)[] }
export interface CasesOf { readonly browsers: number; readonly looks: readonly Row[]; readonly events: readonly Row[] }

export function simulateCases(browsers: number, sizes: Sizes): CasesOf {
  const habits: Habits = { browsers, days, zones: browsers > 1_000_000 ? worldZones : companyZones, spread: 40, seed };
  return { browsers, looks: lookRows(habits, sizes), events: eventRows(habits, sizes) };
}

function lookRows(habits: Habits, sizes: Sizes): Row[] {
  const usual: LookOptions = { days, hours: 12, sizes, versionEvery: 1, patches: true, seed };
  const steady = fleetOf(habits);
  const rested = fleetOf({ ...habits, holiday: [4, 14] });
  const row = (name: string, fleet: readonly Browser[], options: Partial<LookOptions>, window: readonly [number, number] = ordinary): Row => {
    const result = simulateLooks(fleet, { ...usual, ...options });
    return { case: name, cells: [...loadCells(result, window), hoursOf(result.delays, 0.5), hoursOf(result.delays, 0.95)] };
  };
  return [
    row('no new version', steady, { versionEvery: 1_000 }),
    row('a version a week', steady, { versionEvery: 7 }),
    row('a version a day', steady, {}),
    row('a version a day, looks every 4 hours', steady, { hours: 4 }),
    row('a version a day, always whole', steady, { patches: false }),
    row('the first day after ten days off, a version a day', rested, {}, [14 * day, 15 * day]),
    row('the same, a version a week', rested, { versionEvery: 7 }, [14 * day, 15 * day]),
    row('the same, and all start within minutes', fleetOf({ ...habits, holiday: [4, 14], spread: 5 }), {}, [14 * day, 15 * day]),
    row('the day a mirror is back after 30 hours', steady, { outage: [9 * day + 6 * hour, 10 * day + 12 * hour] }, [10 * day, 11 * day]),
  ];
}

function eventRows(habits: Habits, sizes: Sizes): Row[] {
  const usual: EventOptions = { days, sizes, findings, keepDays: 14, seed };
  const fleet = fleetOf(habits);
  const row = (name: string, followed: readonly Browser[], options: Partial<EventOptions>, window: readonly [number, number] = ordinary): Row => {
    const told = simulateEvents(followed, { ...usual, ...options });
    requireWhole(told);
    return { case: name, cells: [...loadCells(told, window), told.mostWaiting, told.dropped, hoursOf(told.delays, 0.5), hoursOf(told.delays, 0.95)] };
  };
  const peak = simulateEvents(fleet, usual).load.between(...ordinary).peakRequests;
  return [
    row('an ordinary week', fleet, {}),
    row('the first day after ten days off', fleetOf({ ...habits, holiday: [4, 14] }), {}, [14 * day, 15 * day]),
    row('a collector that is away for a week: that week', fleet, { outage: ordinary }),
    row('the same, the day it is back', fleet, { outage: ordinary }, [14 * day, 15 * day]),
    row('a collector that takes a quarter of its peak', fleet, { capacity: peak / 4 }),
    row('the same, the day it is back after a week', fleet, { capacity: peak / 4, outage: ordinary }, [14 * day, 15 * day]),
  ];
}

const loadCells = ({ load }: Looks | Told, [from, to]: readonly [number, number]): number[] => {
  const { requests, bytes, meanRequests, peakRequests, peakBytes } = load.between(from, to);
  const length = (to - from) / day;
  return [requests / length, bytes / length, meanRequests, peakRequests, peakBytes * 8];
};

const hoursOf = (delays: readonly number[], share: number): number => quantile(delays, share) / hour;

/** What the model says of events holds only if it accounts for each of them. */
function requireWhole({ created, sent, waiting, dropped }: Told): void {
  const lost = created - sent - waiting - dropped;
  if (Math.abs(lost) > created * 1e-9) throw new Error(`The model lost ${lost} of ${created} events.`);
}
