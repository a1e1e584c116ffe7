import { browser } from 'wxt/browser';
import { listsOf, type Pack } from '../core/pack.ts';
import type { Settings } from '../core/settings-schema.ts';
import { readPrivatePacks } from '../core/private-packs.ts';
import { database } from './database.ts';
import { fetchPack } from './fetch-pack.ts';
import { dropPack, keepPack, putBack } from './keep-pack.ts';
import { HalfRefreshed, refreshMetadata, type Refreshed } from './pack-client.ts';
import { PackFault } from './pack-fault.ts';
import { isDue, keepLook, nextAfterFailure, nextAfterSuccess, readLooks, type PackLook } from './pack-looks.ts';
import { packSources, previousKey, privateKey, publicKey, type PackSource } from './pack-sources.ts';
import { loaded } from './load-pack.ts';
import { backToBundled, compileAnew, inTurn, tellPack } from './packs.ts';
import type { TrustRow } from './rows.ts';
import { settledSettings } from './settings.ts';
import { digestOf } from './target-bytes.ts';
import { tryFetched } from './try-pack.ts';
import { keepTrouble, reasonOf } from './trouble.ts';

type PackSettings = Pick<Settings, 'packUpdates' | 'packUrl' | 'privatePacks' | 'packUpdateHours'>;

/**
 * Looks at every place that is due, or at all of them, one look at a time in the whole browser. Gives whether other rules judge than before. What is
 * taken is whole, signed, within limits and tried on its own cases; whatever goes wrong leaves what judges as it is, and is kept for who asks.
 */
export const lookForPacks = (all: boolean): Promise<boolean> => alone(async () => {
  const settings = await wanted();
  const looks = await readLooks();
  let changed = await settle(settings);
  for (const source of await packSources(settings)) {
    const look = looks[source.key];
    if (all || isDue(look, Date.now())) changed = (await lookAt(source, look, settings.packUpdateHours)) || changed;
  }
  if (changed) compileAnew();
  return changed;
});

/** Puts the earlier version of a pack back. Throws when there is none, or it cannot be used any more: nothing is changed then. */
export const rollBackPack = (id: string): Promise<void> => alone(async () => {
  const key = id === publicKey ? publicKey : privateKey(id);
  await inTurn(async () => {
    const earlier = await earlierOf(key);
    await putBack(key);
    compileAnew();
    if (earlier && key === publicKey) await tellPack(earlier);
  });
  // Who goes back wants no fault of the version they left.
  const look = (await readLooks())[key];
  if (look) await noteLook(key, { ...look, fault: undefined });
});

/** The version before, whole with its lists; undefined when there is none. */
async function earlierOf(key: string): Promise<Pack | undefined> {
  const row = await database.get('packs', previousKey(key));
  try {
    if (!row) return undefined;
    const { pack, bytes } = await loaded(row);
    listsOf(pack, (sha256) => bytes.get(sha256));
    return pack;
  } catch (error) {
    throw new Error(`The earlier version cannot be used any more; the one that judges now goes on. (${reasonOf(error)})`, { cause: error });
  }
}

/** Chromium ends a worker after 30 s in which it calls nothing of the browser's; a download may take longer. */
const sign = 20_000;

async function alone<T>(work: () => Promise<T>): Promise<T> {
  const alive = setInterval(() => void browser.runtime.getPlatformInfo(), sign);
  try {
    return (await navigator.locks.request('packs', work)) as T;
  } finally {
    clearInterval(alive);
  }
}

async function wanted(): Promise<PackSettings> {
  const { settings } = await settledSettings();
  const { packUpdates, packUrl, privatePacks, packUpdateHours } = settings;
  return { packUpdates: packUpdates.value, packUrl: packUrl.value, privatePacks: privatePacks.value, packUpdateHours: packUpdateHours.value };
}

/** Lets go of what the settings want no more: packs of the organisation that it does not name, and public rules that were fetched. */
async function settle({ packUpdates, packUrl, privatePacks }: PackSettings): Promise<boolean> {
  const named = new Set(readPrivatePacks(privatePacks).packs.map(({ id }) => privateKey(id)));
  const gone = (await database.keys('packs')).filter((key) => key.startsWith(privateKey('')) && !named.has(key));
  for (const key of gone) {
    await inTurn(() => dropPack(key));
    await noteLook(key, undefined);
  }
  const isLeft = !(packUpdates && packUrl) && (await database.get('packs', publicKey))?.from === 'public';
  if (isLeft) await backToBundled();
  return gone.length > 0 || isLeft;
}

/** A full disk must neither hide what was taken nor keep the places after this one from being asked: without its note a place is only asked again sooner. */
const noteLook = (key: string, look: PackLook | undefined): Promise<void> =>
  keepLook(key, look).catch((error) => keepTrouble('pack', 'How the look for newer rules went could not be noted.', error));

async function lookAt(source: PackSource, before: PackLook | undefined, hours: number): Promise<boolean> {
  const now = Date.now();
  try {
    const isNew = await take(source, now);
    await noteLook(source.key, { checkedAt: now, nextAt: nextAfterSuccess(now, hours, Math.random()), failures: 0 });
    return isNew;
  } catch (error) {
    const { kind, message, wait } = error instanceof PackFault ? error : new PackFault('refused', reasonOf(error));
    const failures = (before?.failures ?? 0) + 1;
    const fault = { kind, sentence: message.replace(/\s+/g, ' ').slice(0, 300), at: now };
    await noteLook(source.key, { checkedAt: before?.checkedAt, nextAt: nextAfterFailure(now, failures, Math.random(), wait), failures, fault });
    return false;
  }
}

/** One look at one place: what is signed there, and the pack when it is another. True when it judges from now on. */
async function take(source: PackSource, now: number): Promise<boolean> {
  const { key, url, root } = source;
  if (root === undefined) throw new PackFault('setup', 'This version of the extension holds no keys of a publisher of public rules.');
  const start = await digestOf(new TextEncoder().encode(root));
  const stored = await database.get('trust', key);
  const trust: TrustRow = stored?.start === start ? stored : { key, start, metadata: {} };
  const { targets } = await refresh(url, root, trust, now);
  // What was taken under another root, whose keys may be lost to somebody, is nothing that this one must be newer than, or is gone back to.
  const stands = await database.get('packs', key);
  const held = stands?.from && stands.start !== start ? undefined : stands;
  const fetched = await fetchPack(source, { url, targets }, held, trust.refused);
  if (!fetched) return false;
  await tryFetched(source, fetched);
  const { row, lists, pack } = fetched;
  await inTurn(() => keepPack({ row: { ...row, start }, lists, keepPrevious: held !== undefined }));
  if (key === publicKey) await tellPack(pack).catch((error) => keepTrouble('pack', 'Open pages could not be told which rules judge now.', error));
  return true;
}

/** What was verified is kept at once: it may never be older again, whatever becomes of the pack. */
async function refresh(url: string, root: string, trust: TrustRow, now: number): Promise<Refreshed> {
  const keep = (metadata: TrustRow['metadata']) => database.change({ put: { trust: [{ ...trust, metadata }] } });
  try {
    const refreshed = await refreshMetadata(url, root, trust.metadata, now);
    await keep(refreshed.metadata);
    return refreshed;
  } catch (error) {
    if (!(error instanceof HalfRefreshed)) throw error;
    await keep(error.metadata);
    throw error.fault;
  }
}

const alarm = 'look-for-packs';
/** Minutes between looks at what is due. */
const period = 60;

/** Looks when something is due, never because the browser started. Call it in the worker's first tick. `changed`: other rules judge. */
export function keepPacksFresh(changed: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void lookForPacks(false).then((isNew) => isNew && changed(), (error) => keepTrouble('pack', 'Newer rules could not be looked for.', error));
  });
  void setAlarm();
}

/** Alarms may be lost. Browsers that got the extension, or its policy, at one time must not all look at one time. */
async function setAlarm(): Promise<void> {
  if (!(await browser.alarms.get(alarm))) await browser.alarms.create(alarm, { delayInMinutes: 1 + (period - 1) * Math.random(), periodInMinutes: period });
}
