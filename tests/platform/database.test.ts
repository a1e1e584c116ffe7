import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { databaseName } from '../../utils/platform/indexed-store.ts';
import { freshBrowser, restart } from './fresh-browser.ts';

const load = async () => (await import('../../utils/platform/database.ts')).database;
const trouble = async () => ((await fakeBrowser.storage.local.get('trouble-database'))['trouble-database'] as { sentence: string } | undefined)?.sentence;
const contactAt = (key: string, last: number, traces: readonly string[] = []) =>
  ({ key, first: 1, last, traces, fresh: false, channels: 2, asks: {}, names: [], employers: [], interviews: [] });
const contact = contactAt('a', 2);

describe('database', () => {
  beforeEach(() => freshBrowser());

  it('keeps rows beyond the worker\'s life', async () => {
    await (await load()).change({ put: { contacts: [contact] } });
    expect(await (await restart(load)).get('contacts', 'a')).toEqual(contact);
    expect(await trouble()).toBeUndefined();
  });

  it('changes all or nothing', async () => {
    const database = await load();
    await database.change({ put: { contacts: [contact] } });
    const broken = { key: 'x', bytes: (() => 0) as never };
    await expect(database.change({ clear: ['contacts'], put: { lists: [broken] } })).rejects.toThrow(/could not be cloned/);
    expect(await database.all('contacts')).toEqual([contact]);
    expect(await trouble()).toBeUndefined();
  });

  it('makes a database with missing stores anew and says so', async () => {
    (await openDB(databaseName, 1, { upgrade: (broken) => void broken.createObjectStore('contacts') })).close();
    const database = await load();
    expect(await database.get('photos', 'a')).toBeUndefined();
    await database.change({ put: { contacts: [contact] } });
    expect(await (await restart(load)).get('contacts', 'a')).toEqual(contact);
    expect(await trouble()).toMatch(/started anew/);
  });

  it('makes a database of a later version anew', async () => {
    (await openDB(databaseName, 99)).close();
    const database = await load();
    await database.change({ put: { contacts: [contact] } });
    expect(await database.get('contacts', 'a')).toEqual(contact);
    expect(await trouble()).toMatch(/started anew/);
  });

  it('heals once when several ask at the same time', async () => {
    (await openDB(databaseName, 1, { upgrade: (broken) => void broken.createObjectStore('contacts') })).close();
    const deleted = vi.spyOn(indexedDB, 'deleteDatabase');
    const database = await load();
    await Promise.all(Array.from({ length: 5 }, () => database.get('photos', 'a')));
    expect(deleted).toHaveBeenCalledTimes(1);
  });

  it('goes on in memory when there is no database at all', async () => {
    vi.stubGlobal('indexedDB', { open: refuse, deleteDatabase: refuse });
    const database = await load();
    await database.change({ put: { contacts: [contact, contactAt('b', 9)] } });
    await database.dropBefore(5);
    expect(await database.all('contacts')).toEqual([contactAt('b', 9)]);
    expect(await trouble()).toMatch(/no storage/);
  });

  it('goes on in memory when the database never opens', { timeout: 10_000 }, async () => {
    vi.stubGlobal('indexedDB', { open: hang, deleteDatabase: hang });
    expect(await (await load()).get('contacts', 'a')).toBeUndefined();
    expect(await trouble()).toMatch(/did not open within 2 s/);
  });

  it('gives way to a later version and opens again after it', async () => {
    const database = await load();
    await database.change({ put: { contacts: [contact] } });
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(databaseName);
      request.addEventListener('success', resolve);
      request.addEventListener('error', reject);
    });
    await database.change({ put: { contacts: [{ ...contact, key: 'b' }] } });
    expect((await database.all('contacts')).map(({ key }) => key)).toEqual(['b']);
    expect(await trouble()).toBeUndefined();
  });

  it('takes over who was met from version 1, and leaves the rest of it unknown', async () => {
    await versionOne([{ key: 'mail:a', first: 3, last: 9 }, { key: 'member:b', first: 4, last: 9 }]);
    const database = await load();
    expect(await database.get('packs', 'base')).toMatchObject({ version: 7 });
    expect(await database.contactsBy(['mail:a', 'member:b'])).toEqual([
      { ...contactAt('mail:a', 9, ['mail:a']), first: 3 }, { ...contactAt('member:b', 9, ['member:b']), first: 4, channels: 1 },
    ]);
    await database.dropBefore(10);
    expect(await database.all('contacts')).toEqual([]);
    expect(await trouble()).toBeUndefined();
  });

  it('takes over all but the photos from version 2, whose hashes are of another kind', async () => {
    await versionOne([{ ...contact, traces: ['mail:a'] }], 2);
    const database = await load();
    expect([await database.all('contacts'), await database.get('packs', 'base')]).toMatchObject([[{ ...contact, traces: ['mail:a'] }], { version: 7 }]);
    expect([await database.all('photos'), await database.all('photoHashes'), await database.photosIn(0, 9)]).toEqual([[], [], []]);
    expect(await trouble()).toBeUndefined();
  });

  it('takes over all of version 3, with room for what packs are fetched from and for events', async () => {
    await versionThree();
    const database = await load();
    expect(await Promise.all((['packs', 'photos', 'photoHashes', 'contacts'] as const).map((name) => database.keys(name)))).toEqual([['base'], ['p'], ['0'], ['a']]);
    expect((await database.photosOf('member:a')).map(({ key }) => key)).toEqual(['p']);
    expect([await database.all('trust'), await database.dueEvents(Infinity, 9)]).toEqual([[], []]);
    expect(await trouble()).toBeUndefined();
  });

  it('starts anew when version 1 is not what it should be', async () => {
    (await openDB(databaseName, 1, { upgrade: (broken) => void broken.createObjectStore('photos') })).close();
    const database = await load();
    await database.change({ put: { contacts: [contact] } });
    expect(await database.all('contacts')).toEqual([contact]);
    expect(await trouble()).toMatch(/started anew/);
  });

  describe.each(['in the browser', 'in memory'])('%s', (where) => {
    beforeEach(() => {
      if (where === 'in memory') vi.stubGlobal('indexedDB', { open: refuse, deleteDatabase: refuse });
    });

    it('finds contacts by any trace, each once', async () => {
      const database = await load();
      await database.change({ put: { contacts: [contactAt('a', 2, ['mail:1', 'link:2']), contactAt('b', 2, ['link:2']), contactAt('c', 2, ['link:3'])] } });
      expect((await database.contactsBy(['mail:1', 'link:2', 'pair:9'])).map(({ key }) => key).sort()).toEqual(['a', 'b']);
    });

    it('gives photos by slot and by age, and drops and puts at once', async () => {
      const database = await load();
      const photo = (key: string, slot: number, last: number) => ({ key, profile: [key], slot, print: new Uint8Array(192), fetched: true, first: 1, last });
      await database.change({ put: { photos: [photo('a', 0, 7), photo('b', 1, 5), photo('c', 2, 6)] } });
      const keys = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);
      expect(keys(await database.photosIn(1, 2))).toEqual(['b', 'c']);
      expect([keys(await database.oldestPhotos({ most: 1 })), keys(await database.oldestPhotos({ before: 7 }))]).toEqual([['b'], ['b', 'c']]);
      await database.change({ drop: { photos: ['b'] }, put: { photos: [photo('d', 1, 9)] } });
      expect([keys(await database.all('photos')).sort(), await database.countPhotos()]).toEqual([['a', 'c', 'd'], 3]);
    });

    it('gives events that are due, the most overdue first, and takes them out', async () => {
      const database = await load();
      const event = (key: string, nextAt: number) => ({ key, at: '2026-03-02T10:00:00Z', attempts: 0, nextAt, level: 'danger', body: '{}' });
      await database.change({ put: { outbox: [event('a', 30), event('b', 10), event('c', 20)] } });
      const due = async (most: number) => (await database.dueEvents(20, most)).map(({ key }) => key);
      expect([await due(9), await due(1)]).toEqual([['b', 'c'], ['b']]);
      await database.change({ drop: { outbox: ['b'] } });
      expect([await due(9), (await database.keys('outbox')).toSorted()]).toEqual([['c'], ['a', 'c']]);
    });

    it('loses nothing when two edit one contact at once', async () => {
      const database = await load();
      const met = (trace: string) => database.editContact('a', (old) => contactAt('a', 2, [...(old?.traces ?? []), trace]));
      await Promise.all([met('mail:1'), met('link:2')]);
      await database.editContact('a', () => undefined);
      expect((await database.get('contacts', 'a'))!.traces.toSorted()).toEqual(['link:2', 'mail:1']);
    });
  });

  it('removes what was last seen before a day, and nothing of that day', async () => {
    const database = await load();
    await database.change({ put: { contacts: [contactAt('old', 9), contactAt('new', 10)] } });
    await database.dropBefore(10);
    expect((await database.all('contacts')).map(({ key }) => key)).toEqual(['new']);
  });
});

const refuse = () => {
  throw new DOMException('storage is off', 'InvalidStateError');
};
const hang = () => Object.assign(Object.create(IDBOpenDBRequest.prototype), { addEventListener: () => undefined, removeEventListener: () => undefined });

/** The database as versions 1 and 2 made it. */
async function versionOne(contacts: readonly object[], version = 1) {
  const old = await openDB(databaseName, version, {
    upgrade: (made) => {
      for (const name of ['packs', 'lists', 'origin']) made.createObjectStore(name, { keyPath: 'key' });
      const met = made.createObjectStore('contacts', { keyPath: 'key' });
      met.createIndex('last', 'last');
      if (version > 1) met.createIndex('traces', 'traces', { multiEntry: true });
      const photos = made.createObjectStore('photos', { keyPath: 'key' });
      photos.createIndex('last', 'last');
      photos.createIndex('profile', 'profile', { multiEntry: true });
    },
  });
  for (const row of contacts) await old.put('contacts', row);
  await old.put('photos', { key: 'member:a ', profile: ['member:a'], hash: new Uint8Array(32), first: 1, last: 2 });
  await old.put('packs', { key: 'base', version: 7, sha256: '', json: '{}' });
  old.close();
}

/** The database as version 3 made it, with one row in each of the stores that matter. */
async function versionThree() {
  const old = await openDB(databaseName, 3, {
    upgrade: (made) => {
      for (const name of ['packs', 'lists', 'origin', 'photoHashes', 'photoCrops']) made.createObjectStore(name, { keyPath: 'key' });
      const met = made.createObjectStore('contacts', { keyPath: 'key' });
      met.createIndex('last', 'last');
      met.createIndex('traces', 'traces', { multiEntry: true });
      const photos = made.createObjectStore('photos', { keyPath: 'key' });
      for (const name of ['last', 'slot']) photos.createIndex(name, name);
      photos.createIndex('profile', 'profile', { multiEntry: true });
    },
  });
  await old.put('contacts', contact);
  await old.put('photos', { key: 'p', profile: ['member:a'], slot: 0, print: new Uint8Array(192), fetched: true, first: 1, last: 2 });
  await old.put('photoHashes', { key: '0', whole: new ArrayBuffer(32), disc: new ArrayBuffer(32) });
  await old.put('packs', { key: 'base', version: 7, sha256: '', json: '{}' });
  old.close();
}
