import { isDue, nextAfterFailure, nextAfterSuccess, type PackLook } from '../../utils/platform/pack-looks.ts';
import { chanceFrom } from './chance.mts';
import { day, hour, ringsAt, type Browser } from './fleet.mts';
import { Load } from './load.mts';
import type { Sizes } from './measure-sizes.mts';

export interface LookOptions {
  readonly days: number;
  /** Setting packUpdateHours. */
  readonly hours: number;
  readonly sizes: Sizes;
  /** Days between versions of the pack. */
  readonly versionEvery: number;
  /** False: every change is fetched whole. */
  readonly patches: boolean;
  /** Minutes in which the mirror answers nothing. */
  readonly outage?: readonly [number, number];
  readonly seed: number;
}

export interface Looks {
  readonly load: Load;
  readonly looks: number;
  readonly failed: number;
  readonly wholePacks: number;
  /** Minutes from a publication until a browser that was open at some time of it had it. */
  readonly delays: readonly number[];
}

const ms = 60_000;
/** The alarm of the product that asks whether a look is due. */
const period = 60;
/** Signed anew, and published, at this minute of a day. */
const publication = 5 * hour;
/** Versions that patches lead from: utils/packs-publishing/pack-targets.ts. */
const patchedVersions = 5;
/** Bytes of a connection with TLS, and of the heads of one request and answer. Measured once with a static host, before this design was made. */
const connection = 5_000;
const heads = 700;

/** Every browser by itself: a static host does not tire, it is there or not. The schedule is the product's own. */
export function simulateLooks(fleet: readonly Browser[], options: LookOptions): Looks {
  const load = new Load(options.days * day);
  const totals = { looks: 0, failed: 0, wholePacks: 0, delays: [] as number[] };
  const chance = chanceFrom(options.seed);
  for (const browser of fleet) follow(browser, options, chance, load, totals);
  return { load, ...totals };
}

interface Totals { looks: number; failed: number; wholePacks: number; delays: number[] }

function follow(browser: Browser, options: LookOptions, chance: () => number, load: Load, totals: Totals): void {
  const { hours, outage, days, versionEvery } = options;
  // It has had the extension for long: its last look lies somewhere in the time before.
  let look: PackLook = { nextAt: nextAfterSuccess(-chance() * hours * hour * ms, hours, chance()), failures: 0 };
  let [signed, version] = [0, 0];
  let at = ringsAt(browser, Math.floor(chance() * period), period, chance);
  while (at !== undefined && at < days * day) {
    if (isDue(look, at * ms)) {
      totals.looks += browser.weight;
      if (outage && at >= outage[0] && at < outage[1]) {
        totals.failed += browser.weight;
        load.add(at, browser.weight, browser.weight * connection);
        look = { nextAt: nextAfterFailure(at * ms, look.failures + 1, chance()), failures: look.failures + 1 };
      } else {
        const today = Math.floor((at - publication) / day) + 1;
        const newest = Math.floor(today / versionEvery);
        const { requests, bytes, isWhole } = fetched(options, { isSigned: today > signed, missed: newest - version });
        load.add(at, browser.weight * requests, browser.weight * bytes);
        if (isWhole) totals.wholePacks += browser.weight;
        if (newest > version) totals.delays.push(at - Math.max(0, (newest * versionEvery - 1) * day + publication));
        [signed, version] = [today, newest];
        look = { nextAt: nextAfterSuccess(at * ms, hours, chance()), failures: 0 };
      }
    }
    at = ringsAt(browser, at + period, period, chance);
  }
}

/** What one look asks for: the next root, which there is not, and the timestamp; then what is new. */
function fetched({ sizes, patches }: LookOptions, { isSigned, missed }: { isSigned: boolean; missed: number }) {
  const isPatched = patches && missed <= patchedVersions;
  const files = [{ requests: 2, bytes: sizes.timestamp }];
  if (isSigned) files.push({ requests: 1, bytes: sizes.snapshot });
  if (missed > 0) files.push({ requests: 1, bytes: sizes.targets });
  if (missed > 0) files.push(isPatched ? { requests: sizes.patchFiles, bytes: sizes.patches * missed } : { requests: sizes.packFiles, bytes: sizes.pack });
  const requests = files.reduce((sum, file) => sum + file.requests, 0);
  return { requests, bytes: connection + requests * heads + files.reduce((sum, file) => sum + file.bytes, 0), isWhole: missed > 0 && !isPatched };
}
