import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { databaseName } from '../../utils/platform/indexed-store.ts';
import { freshBrowser, restart } from './fresh-browser.ts';

const load = async () => (await import('../../utils/platform/database.ts')).database;
const trouble = async () => ((await fakeBrowser.storage.local.get('trouble-database'))['trouble-database'] as { sentence: string } | undefined)?.sentence;
const contact = { key: 'a', first: 1, last: 2 };

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
    await database.change({ put: { contacts: [contact, { key: 'b', first: 1, last: 9 }] } });
    await database.dropBefore('contacts', 5);
    expect(await database.all('contacts')).toEqual([{ key: 'b', first: 1, last: 9 }]);
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

  it('removes what was last seen before a day, and nothing of that day', async () => {
    const database = await load();
    await database.change({ put: { contacts: [{ key: 'old', first: 1, last: 9 }, { key: 'new', first: 1, last: 10 }] } });
    await database.dropBefore('contacts', 10);
    expect((await database.all('contacts')).map(({ key }) => key)).toEqual(['new']);
  });
});

const refuse = () => {
  throw new DOMException('storage is off', 'InvalidStateError');
};
const hang = () => Object.assign(Object.create(IDBOpenDBRequest.prototype), { addEventListener: () => undefined, removeEventListener: () => undefined });
