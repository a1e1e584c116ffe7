import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { upgradeContacts } from './upgrade-contacts.ts';
import { mostPerTrace, storeNames, type Rows, type Store, type StoreName } from './rows.ts';

interface Schema extends DBSchema {
  packs: { key: string; value: Rows['packs'] };
  lists: { key: string; value: Rows['lists'] };
  contacts: { key: string; value: Rows['contacts']; indexes: { last: number; traces: string } };
  photos: { key: string; value: Rows['photos']; indexes: { last: number; profile: string; slot: number } };
  photoHashes: { key: string; value: Rows['photoHashes'] };
  photoCrops: { key: string; value: Rows['photoCrops'] };
  origin: { key: string; value: Rows['origin'] };
  trust: { key: string; value: Rows['trust'] };
  outbox: { key: string; value: Rows['outbox']; indexes: { nextAt: number } };
}

export const databaseName = 'bonafide';
/** 2: contacts are one row each and found by traces. 3: photos have hashes of another kind, kept in segments; those of before are dropped.
 *  4: packs are fetched (`trust`), events wait to be told (`outbox`). */
const version = 4;
/** Stores of every version. */
const lasting = ['packs', 'lists', 'contacts', 'photos', 'origin'] as const;

/** Opens the database, making it when there is none. `closed` is called when the browser takes the connection away. */
export async function openIndexedStore(closed: () => void): Promise<Store> {
  const database = await openDB<Schema>(databaseName, version, {
    upgrade: (made, from, _, transaction) => {
      if (from === 0) create(made);
      // An old version without its stores is left so: the first question finds it out, and it is made anew.
      if (!lasting.every((name) => made.objectStoreNames.contains(name))) return;
      if (from < 2) {
        const contacts = transaction.objectStore('contacts');
        contacts.createIndex('traces', 'traces', { multiEntry: true });
        upgradeContacts(contacts).catch(() => transaction.abort());
      }
      if (from < 3) createPhotos(made);
      made.createObjectStore('trust', { keyPath: 'key' });
      made.createObjectStore('outbox', { keyPath: 'key' }).createIndex('nextAt', 'nextAt');
    },
    // Another context wants to delete or upgrade it: give way, the next question opens it again.
    blocking: (_, __, event) => {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
  return storeOver(database);
}

function create(database: IDBPDatabase<Schema>) {
  for (const name of ['packs', 'lists', 'origin'] as const) database.createObjectStore(name, { keyPath: 'key' });
  database.createObjectStore('contacts', { keyPath: 'key' }).createIndex('last', 'last');
  database.createObjectStore('photos', { keyPath: 'key' });
}

function createPhotos(database: IDBPDatabase<Schema>) {
  database.deleteObjectStore('photos');
  const photos = database.createObjectStore('photos', { keyPath: 'key' });
  photos.createIndex('last', 'last');
  photos.createIndex('slot', 'slot');
  photos.createIndex('profile', 'profile', { multiEntry: true });
  for (const name of ['photoHashes', 'photoCrops'] as const) database.createObjectStore(name, { keyPath: 'key' });
}

function storeOver(database: IDBPDatabase<Schema>): Store {
  return {
    // The compiler cannot see that a store's row in the schema is its row in Rows.
    get: <S extends StoreName>(store: S, key: string) => database.get(store, key) as Promise<Rows[S] | undefined>,
    all: <S extends StoreName>(store: S) => database.getAll(store) as unknown as Promise<Rows[S][]>,
    keys: (store) => database.getAllKeys(store),
    dueEvents: (at, most) => database.getAllFromIndex('outbox', 'nextAt', IDBKeyRange.upperBound(at), most),
    photosOf: (key) => database.getAllFromIndex('photos', 'profile', key),
    photosIn: (first, last) => database.getAllFromIndex('photos', 'slot', IDBKeyRange.bound(first, last)),
    oldestPhotos: ({ before, most }) =>
      database.getAllFromIndex('photos', 'last', before === undefined ? undefined : IDBKeyRange.upperBound(before, true), most),
    countPhotos: () => database.count('photos'),
    contactsBy: async (traces) => {
      const index = database.transaction('contacts').store.index('traces');
      const found = await Promise.all(traces.map((trace) => index.getAll(trace, mostPerTrace)));
      return [...new Map(found.flat().map((row) => [row.key, row])).values()];
    },
    editContact: async (key, edit) => {
      const transaction = database.transaction('contacts', 'readwrite');
      const row = edit(await transaction.store.get(key));
      if (row) await transaction.store.put(row);
      await transaction.done;
    },
    change: async ({ clear = [], put = {}, drop = {} }) => {
      const names = storeNames.filter((name) => clear.includes(name) || put[name]?.length || drop[name]?.length);
      if (names.length === 0) return;
      const transaction = database.transaction(names, 'readwrite');
      const requests = names.flatMap((name) => {
        const store = transaction.objectStore(name);
        const dropped = (drop[name] ?? []).map((key) => store.delete(key));
        return [...(clear.includes(name) ? [store.clear()] : []), ...dropped, ...(put[name] ?? []).map((row) => store.put(row))];
      });
      // A full disk ends the transaction, and each request then only says that it was ended.
      await Promise.all([...requests, transaction.done]).catch((error) => { throw transaction.error ?? error; });
    },
    dropBefore: async (day) => {
      const transaction = database.transaction('contacts', 'readwrite');
      const keys = await transaction.store.index('last').getAllKeys(IDBKeyRange.upperBound(day, true));
      await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
    },
  };
}
