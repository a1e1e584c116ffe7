import { retryDelay } from '../../utils/core/retry-delay.ts';
import { chanceFrom } from './chance.mts';
import { day, ringsAt, type Browser } from './fleet.mts';
import { Load } from './load.mts';
import type { Sizes } from './measure-sizes.mts';

export interface EventOptions {
  readonly days: number;
  readonly sizes: Sizes;
  /** Findings of a browser in a working day. */
  readonly findings: number;
  /** Setting eventsKeepDays. */
  readonly keepDays: number;
  /** Minutes in which the collector answers nothing. */
  readonly outage?: readonly [number, number];
  /** Requests that the collector takes in a second; the others get 503. Left out: all. */
  readonly capacity?: number;
  readonly seed: number;
}

export interface Told {
  readonly load: Load;
  readonly created: number;
  readonly sent: number;
  readonly dropped: number;
  readonly waiting: number;
  readonly refused: number;
  /** Most events that waited in one browser. */
  readonly mostWaiting: number;
  /** Minutes from creation to arrival. */
  readonly delays: readonly number[];
}

/** Periods of the product's alarms, in minutes, and what it sits out without one, in ms: keep-events.ts, send-events.ts. */
const checkPeriod = 30;
const satOut = 20_000;
const ms = 60_000;
/** Events of one request: send-events.ts. */
const mostAtOnce = 100;
/** Of eight and a half hours that a browser is open. */
const checksADay = 17;
const connection = 5_000;
/** Heads of the request and of the browser's question before it (CORS), with the answers. */
const heads = 1_400;

interface Teller { readonly browser: Browser; waiting: number[]; failures: number; heartbeat: number; isPlanned: boolean }
type Work = 'check' | 'send';

/** Minute by minute, because the browsers meet at the collector. */
export function simulateEvents(fleet: readonly Browser[], options: EventOptions): Told {
  return new Telling(fleet, options).run();
}

class Telling {
  readonly #options: EventOptions;
  readonly #minutes: number;
  readonly #load: Load;
  readonly #chance: () => number;
  readonly #agenda: (readonly [Teller, Work])[][];
  readonly #tellers: readonly Teller[];
  readonly #totals = { created: 0, sent: 0, dropped: 0, refused: 0, mostWaiting: 0, delays: [] as number[] };
  #minute = 0;
  /** Requests that the collector took in this minute. */
  #taken = 0;

  constructor(fleet: readonly Browser[], options: EventOptions) {
    this.#options = options;
    this.#minutes = options.days * day;
    this.#load = new Load(this.#minutes);
    this.#chance = chanceFrom(options.seed);
    this.#agenda = Array.from({ length: this.#minutes }, () => []);
    this.#tellers = fleet.map((browser) => ({ browser, waiting: [], failures: 0, heartbeat: -day, isPlanned: false }));
  }

  run(): Told {
    for (const teller of this.#tellers) this.#plan(teller, 'check', Math.floor(this.#chance() * checkPeriod));
    for (; this.#minute < this.#minutes; this.#minute++) {
      this.#taken = 0;
      // A step may add to the same minute.
      for (const [teller, work] of this.#agenda[this.#minute]!) this.#step(teller, work);
      this.#agenda[this.#minute] = [];
    }
    const waiting = this.#tellers.reduce((sum, { waiting, browser }) => sum + waiting.length * browser.weight, 0);
    return { load: this.#load, ...this.#totals, waiting };
  }

  #step(teller: Teller, work: Work): void {
    if (work === 'check') this.#check(teller);
    else this.#send(teller);
  }

  #plan(teller: Teller, work: Work, minute: number): void {
    const at = ringsAt(teller.browser, minute, checkPeriod, this.#chance);
    const isInTime = at !== undefined && at < this.#minutes;
    if (work === 'send') teller.isPlanned = isInTime;
    if (isInTime) this.#agenda[at]!.push([teller, work]);
  }

  #check(teller: Teller): void {
    this.#dropOld(teller);
    if (this.#minute - teller.heartbeat >= day) {
      teller.heartbeat = this.#minute;
      this.#create(teller);
    }
    if (this.#chance() < this.#options.findings / checksADay) this.#create(teller);
    this.#plan(teller, 'check', this.#minute + checkPeriod);
  }

  #dropOld(teller: Teller): void {
    const young = teller.waiting.filter((created) => this.#minute - created <= this.#options.keepDays * day);
    this.#totals.dropped += (teller.waiting.length - young.length) * teller.browser.weight;
    teller.waiting = young;
  }

  #create(teller: Teller): void {
    teller.waiting.push(this.#minute);
    this.#totals.created += teller.browser.weight;
    this.#totals.mostWaiting = Math.max(this.#totals.mostWaiting, teller.waiting.length);
    if (!teller.isPlanned) this.#plan(teller, 'send', this.#minute + 1);
  }

  /** Batch after batch, until nothing waits or the collector is to be left alone for longer than a worker sits out. */
  #send(teller: Teller): void {
    teller.isPlanned = false;
    while (teller.waiting.length > 0) {
      const batch = teller.waiting.slice(0, mostAtOnce);
      if (this.#isTaken(teller.browser, batch.length)) {
        teller.waiting = teller.waiting.slice(batch.length);
        teller.failures = 0;
        this.#totals.sent += batch.length * teller.browser.weight;
        for (const created of batch) this.#totals.delays.push(this.#minute - created);
        continue;
      }
      this.#totals.refused += teller.browser.weight;
      const wait = retryDelay(++teller.failures, this.#chance());
      if (wait > satOut) return this.#plan(teller, 'send', this.#minute + Math.max(1, Math.ceil(wait / ms)));
    }
  }

  #isTaken({ weight }: Browser, events: number): boolean {
    const { outage, capacity = Infinity, sizes } = this.#options;
    this.#load.add(this.#minute, weight, weight * (connection + heads + sizes.finding * events));
    const isUp = !(outage && this.#minute >= outage[0] && this.#minute < outage[1]) && this.#taken + weight <= capacity * 60;
    if (isUp) this.#taken += weight;
    return isUp;
  }
}
