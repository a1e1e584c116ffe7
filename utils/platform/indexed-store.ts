import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { upgradeContacts } from './upgrade-contacts.ts';
import { mostPerTrace, storeNames, type Rows, type Store, type StoreName } from './rows.ts';

interface Schema extends DBSchema {
  packs: { key: string; value: Rows['packs'] };
  lists: { key: string; value: Rows['lists'] };
  contacts: { key: string; value: Rows['contacts']; indexes: { last: number; traces: string } };
  photos: { key: string; value: Rows['photos']; indexes: { last: number; profile: string } };
  origin: { key: string; value: Rows['origin'] };
}

export const databaseName = 'bonafide';
/** 2: contacts are one row each and found by traces. */
const version = 2;

/** Opens the database, making it when there is none. `closed` is called when the browser takes the connection away. */
export async function openIndexedStore(closed: () => void): Promise<Store> {
  const database = await openDB<Schema>(databaseName, version, {
    upgrade: (made, from, _, transaction) => {
      if (from === 0) create(made);
      // A version 1 without its stores is left so: the first question finds it out, and it is made anew.
      if (!made.objectStoreNames.contains('contacts')) return;
      const contacts = transaction.objectStore('contacts');
      contacts.createIndex('traces', 'traces', { multiEntry: true });
      upgradeContacts(contacts).catch(() => transaction.abort());
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
  const photos = database.createObjectStore('photos', { keyPath: 'key' });
  photos.createIndex('last', 'last');
  photos.createIndex('profile', 'profile', { multiEntry: true });
}

function storeOver(database: IDBPDatabase<Schema>): Store {
  return {
    // The compiler cannot see that a store's row in the schema is its row in Rows.
    get: <S extends StoreName>(store: S, key: string) => database.get(store, key) as Promise<Rows[S] | undefined>,
    all: <S extends StoreName>(store: S) => database.getAll(store) as unknown as Promise<Rows[S][]>,
    photosOf: (key) => database.getAllFromIndex('photos', 'profile', key),
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
    change: async ({ clear = [], put = {} }) => {
      const names = storeNames.filter((name) => clear.includes(name) || put[name]?.length);
      if (names.length === 0) return;
      const transaction = database.transaction(names, 'readwrite');
      const requests = names.flatMap((name) => {
        const store = transaction.objectStore(name);
        return [...(clear.includes(name) ? [store.clear()] : []), ...(put[name] ?? []).map((row) => store.put(row))];
      });
      await Promise.all([...requests, transaction.done]);
    },
    dropBefore: async (store, day) => {
      const transaction = database.transaction(store, 'readwrite');
      const keys = await transaction.store.index('last').getAllKeys(IDBKeyRange.upperBound(day, true));
      await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
    },
  };
}
