import { browser } from 'wxt/browser';
import type { SurfaceId } from '../core/facts.ts';
import { levels, type Level } from '../core/score.ts';
import type { Verdict } from '../core/verdict.ts';
import { today } from './day.ts';

/**
 * What Bonafide did on one day, in numbers: how many things it read on which surface, which rules spoke, how loud it was, and what it asked of others.
 * Nothing of whom or what. storage.local `tally:<day>`.
 */
export interface Tally {
  /** Whole days since 1970. */
  readonly day: number;
  readonly read: Readonly<Partial<Record<SurfaceId, number>>>;
  readonly rules: Readonly<Record<string, number>>;
  readonly levels: Readonly<Partial<Record<Level, number>>>;
  /** Requests to others: photos of LinkedIn's image host, archives of code hosts, events for the collector of an organisation. */
  readonly sent: Readonly<Partial<Record<Sent, number>>>;
}
export type Sent = 'photos' | 'archives' | 'events';

/** As long as anybody looks back: a quarter of a year. */
export const tallyDays = 90;
const prefix = 'tally:';
const empty = (day: number): Tally => ({ day, read: {}, rules: {}, levels: {}, sent: {} });

/** What was counted of a message since the browser started, storage.session `counted`: a page has it judged again at each change, and workers die. */
type Counted = Readonly<Record<string, { readonly rules: readonly string[]; readonly level: Level }>>;
/** The newest stay: nobody reads more messages and comes back to the first. */
const mostCounted = 1_000;

/** Counts a judged message once, and what is found in it later on top. `key` is its salted digest (message-key.ts). */
export const countVerdict = (key: string, surface: SurfaceId, verdict: Verdict): Promise<void> => inTurn(() => count(key, surface, verdict));

async function count(key: string, surface: SurfaceId, { level, findings }: Verdict): Promise<void> {
  const counted = ((await browser.storage.session.get('counted'))['counted'] ?? {}) as Counted;
  const { [key]: before, ...others } = counted;
  const fresh = findings.map(({ rule }) => rule).filter((rule) => !before?.rules.includes(rule));
  const isLouder = !before || levels.indexOf(level) > levels.indexOf(before.level);
  if (before && fresh.length === 0 && !isLouder) return;
  const mark = { rules: [...before?.rules ?? [], ...fresh], level: isLouder ? level : before.level };
  await browser.storage.session.set({ counted: Object.fromEntries([...Object.entries(others), [key, mark]].slice(-mostCounted)) });
  await change((tally) => ({
    ...tally,
    read: before ? tally.read : plus(tally.read, surface, 1),
    rules: fresh.reduce((rules, rule) => plus(rules, rule, 1), tally.rules),
    levels: isLouder ? plus(before ? plus(tally.levels, before.level, -1) : tally.levels, level, 1) : tally.levels,
  }));
}

export const countSent = (what: Sent): Promise<void> => inTurn(() => change((tally) => ({ ...tally, sent: plus(tally.sent, what, 1) })));

/** Newest day first. */
export async function readTallies(): Promise<Tally[]> {
  const kept = await browser.storage.local.get(null);
  const oldest = today() - tallyDays;
  return Object.entries(kept).filter(([key]) => key.startsWith(prefix)).map(([, tally]) => tally as Tally)
    .filter(({ day }) => day > oldest).sort((one, other) => other.day - one.day);
}

export const sumOf = (numbers: Readonly<Partial<Record<string, number>>>): number => Object.values(numbers).reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** Forgets all numbers. */
export async function clearTallies(): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null)).filter((key) => key.startsWith(prefix));
  await browser.storage.session.remove('counted');
  await browser.storage.local.remove(keys);
}

const plus = <K extends string>(numbers: Readonly<Partial<Record<K, number>>>, key: K, by: number): Record<K, number> =>
  ({ ...numbers, [key]: Math.max(0, ((numbers as Record<K, number>)[key] ?? 0) + by) }) as Record<K, number>;

let writing: Promise<void> = Promise.resolve();
let sweptOn: number | undefined;

/** One after another. Numbers are no reason to fail: what cannot be written is not counted. */
const inTurn = (work: () => Promise<void>): Promise<void> => (writing = writing.then(work).catch(() => undefined));

/** Each day stands in its own row. */
async function change(edit: (tally: Tally) => Tally): Promise<void> {
  const day = today();
  const key = `${prefix}${day}`;
  const kept = (await browser.storage.local.get(key))[key] as Tally | undefined;
  await browser.storage.local.set({ [key]: edit(kept ?? empty(day)) });
  if (sweptOn !== day) await sweep(sweptOn = day);
}

async function sweep(day: number): Promise<void> {
  const keys = Object.keys(await browser.storage.local.get(null));
  await browser.storage.local.remove(keys.filter((key) => key.startsWith(prefix) && Number(key.slice(prefix.length)) <= day - tallyDays));
}
