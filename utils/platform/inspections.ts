import { browser } from 'wxt/browser';
import { inspectionOutcomes, type InspectionOutcome } from '../core/inspected-links.ts';
import { repositoryLink, repositoryPlace } from '../core/repository-link.ts';
import type { Level } from '../core/score.ts';
import { rememberedDays, today } from './day.ts';
import { origin, sealed } from './origin.ts';

/** What came of an inspection, and on which day. */
export interface Inspected { readonly found: InspectionOutcome; readonly day: number }
/** storage.local `inspected`, of private windows storage.session: by the salted digest of host and path. No name and nothing of the content. */
type Kept = Readonly<Record<string, Inspected>>;

/** Most that are kept; the oldest leave first. Nobody is sent a thousand assignments. */
const mostKept = 1_000;
const areas = ['local', 'session'] as const;
type Area = (typeof areas)[number];

const read = async (area: Area): Promise<Kept> => ((await browser.storage[area].get('inspected'))['inspected'] ?? {}) as Kept;
const keyOf = async (place: string) => sealed((await origin()).salt, `repository ${place}`);
const outcomeOf = (level: Level): InspectionOutcome => (level === 'caution' || level === 'danger' ? level : 'looked');
const isAlive = ({ day }: Inspected) => day >= today() - rememberedDays;
const worse = (one: Inspected | undefined, other: Inspected): Inspected =>
  (one && isAlive(one) && inspectionOutcomes.indexOf(one.found) > inspectionOutcomes.indexOf(other.found) ? one : other);

/**
 * Keeps the worst that was ever found in a repository: the next day another branch may be looked at, or what was found be gone, and it had been
 * sent all the same.
 */
export async function rememberInspection(address: string, level: Level, incognito: boolean): Promise<void> {
  const link = repositoryLink(address);
  if (!link) throw new Error(`"${address}" is no repository that can be inspected: use the address of its page.`);
  const key = await keyOf(repositoryPlace(link));
  const area = incognito ? 'session' : 'local';
  const kept = await read(area);
  const next = { ...kept, [key]: worse(kept[key], { found: outcomeOf(level), day: today() }) };
  const newest = Object.entries(next).filter(([, one]) => isAlive(one)).sort(([, a], [, b]) => b.day - a.day).slice(0, mostKept);
  await browser.storage[area].set({ inspected: Object.fromEntries(newest) });
}

/** What was found in a repository, by its place (core/repository-link.ts). */
export async function recallInspection(place: string): Promise<Inspected | undefined> {
  const [kept, passing] = await Promise.all([read('local'), read('session')]);
  const key = await keyOf(place);
  const [one, other] = [kept[key], passing[key]].filter((found) => found !== undefined && isAlive(found));
  return one && other ? worse(one, other) : one;
}

/** Number of inspections forgotten. */
export async function forgetInspections(): Promise<number> {
  const kept = await Promise.all(areas.map(read));
  await Promise.all(areas.map((area) => browser.storage[area].remove('inspected')));
  return kept.reduce((sum, one) => sum + Object.keys(one).length, 0);
}
