import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceFrom } from '../../scripts/simulate/chance.mts';
import { simulateEvents, type EventOptions } from '../../scripts/simulate/events.mts';
import { day, fleetOf, hour, ringsAt } from '../../scripts/simulate/fleet.mts';
import { simulateLooks } from '../../scripts/simulate/looks.mts';
import type { Sizes } from '../../scripts/simulate/measure-sizes.mts';

const sizes: Sizes = { timestamp: 500, snapshot: 500, targets: 5_000, pack: 1_000_000, packFiles: 20, patches: 1_000, patchFiles: 2, finding: 2_000, heartbeat: 1_500 };
const habits = (browsers: number, days: number, seed = 1) => ({ browsers, days, zones: [0], spread: 30, seed });
const telling = (options: Partial<EventOptions> = {}): EventOptions => ({ days: 7, sizes, findings: 0.5, keepDays: 14, seed: 1, ...options });
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('the model of a fleet', () => {
  it('is the same for the same seed', () => {
    expect(fleetOf(habits(50, 7))).toEqual(fleetOf(habits(50, 7)));
    expect(fleetOf(habits(50, 7, 2))).not.toEqual(fleetOf(habits(50, 7)));
  });

  it('stands for every browser, however many are followed', () => {
    for (const browsers of [7, 4_000, 10_000_000]) {
      expect(fleetOf(habits(browsers, 1)).reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(browsers, 3);
    }
  });

  it('rings only while a browser is open, and not before it was asked to', () => {
    const [browser] = fleetOf(habits(1, 14));
    fc.assert(fc.property(fc.nat(14 * day), fc.nat(), (minute, seed) => {
      const at = ringsAt(browser!, minute, 30, chanceFrom(seed));
      if (at === undefined) return;
      expect(at).toBeGreaterThanOrEqual(minute);
      expect(browser!.open.some(([start, end]) => at >= start && at <= end)).toBe(true);
    }));
  });
});

describe('the model of events', () => {
  const someOutage = fc.option(fc.tuple(fc.nat(6 * day), fc.nat(6 * day)).map(([from, length]) => [from, from + length] as const), { nil: undefined });
  const some = fc.record({ outage: someOutage, capacity: fc.option(fc.double({ min: 0.01, max: 1, noNaN: true }), { nil: undefined }), keepDays: fc.integer({ min: 1, max: 5 }), seed: fc.nat() });

  it('loses no event: each one was sent, waits, or was dropped and counted', () => {
    fc.assert(fc.property(some, (options) => {
      const { created, sent, waiting, dropped } = simulateEvents(fleetOf(habits(40, 7, options.seed)), telling(options));
      expect(sent + waiting + dropped).toBeCloseTo(created, 6);
      expect(created).toBeGreaterThan(0);
    }), { numRuns: 30 });
  });

  it('counts every request in some minute', () => {
    fc.assert(fc.property(some, (options) => {
      const { load, sent, refused, delays } = simulateEvents(fleetOf(habits(40, 7, options.seed)), telling(options));
      expect(delays).toHaveLength(sent);
      expect(sum(load.requests)).toBeGreaterThanOrEqual(refused);
      expect(sum(load.requests) - refused).toBeLessThanOrEqual(sent);
    }), { numRuns: 30 });
  });

  it('sends nothing to a collector that is away, and everything soon after it is back', () => {
    const fleet = fleetOf(habits(200, 14));
    const { refused, delays, waiting, dropped } = simulateEvents(fleet, telling({ days: 14, outage: [0, 7 * day] }));
    expect(refused).toBeGreaterThan(0);
    expect(dropped).toBe(0);
    // What was created in the last minutes, or on a day a person does not come back from.
    expect(waiting).toBeLessThan(30);
    expect(Math.max(...delays)).toBeGreaterThan(5 * day);
  });

  it('drops what waited too long', () => {
    expect(simulateEvents(fleetOf(habits(40, 14)), telling({ days: 14, outage: [0, 14 * day], keepDays: 2 })).dropped).toBeGreaterThan(0);
  });
});

describe('the model of looks for rules', () => {
  const looking = { days: 7, hours: 12, sizes, versionEvery: 1, patches: true, seed: 1 };

  it('fetches patches, and the whole after more versions than patches lead from', () => {
    const steady = simulateLooks(fleetOf(habits(100, 7)), looking);
    expect(steady.wholePacks).toBe(0);
    const away = simulateLooks(fleetOf({ ...habits(100, 14), holiday: [1, 11] }), { ...looking, days: 14 });
    expect(away.wholePacks).toBeGreaterThan(50);
  });

  it('fails while the mirror is away, and has the rules after it', () => {
    const { failed, looks, delays } = simulateLooks(fleetOf(habits(100, 7)), { ...looking, outage: [0, 30 * hour] });
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBeLessThan(looks);
    expect(delays.length).toBeGreaterThan(300);
  });

  it('costs more the more often it looks', () => {
    const requests = (hours: number) => sum(simulateLooks(fleetOf(habits(100, 7)), { ...looking, hours }).load.requests);
    expect(requests(2)).toBeGreaterThan(requests(12));
  });
});
