import { storeNames, type Rows, type Store, type StoreName } from './rows.ts';

/** The database while there is none: the same answers, gone with the worker. */
export function memoryStore(): Store {
  const stores = Object.fromEntries(storeNames.map((name) => [name, new Map()])) as { [S in StoreName]: Map<string, Rows[S]> };
  return {
    get: async (store, key) => stores[store].get(key),
    all: async (store) => [...stores[store].values()],
    keys: async (store) => [...stores[store].keys()],
    dueEvents: async (at, most) => [...stores.outbox.values()].filter(({ nextAt }) => nextAt <= at).sort((a, b) => a.nextAt - b.nextAt).slice(0, most),
    photosOf: async (key) => [...stores.photos.values()].filter(({ profile }) => profile.includes(key)),
    photosIn: async (first, last) => [...stores.photos.values()].filter(({ slot }) => slot >= first && slot <= last),
    oldestPhotos: async ({ before = Infinity, most }) =>
      [...stores.photos.values()].filter(({ last }) => last < before).sort((a, b) => a.last - b.last).slice(0, most),
    countPhotos: async () => stores.photos.size,
    contactsBy: async (traces) => [...stores.contacts.values()].filter((row) => row.traces.some((trace) => traces.includes(trace))),
    editContact: async (key, edit) => {
      const row = edit(stores.contacts.get(key));
      if (row) stores.contacts.set(key, row);
    },
    change: async ({ clear = [], put = {}, drop = {} }) => {
      for (const name of clear) stores[name].clear();
      for (const name of storeNames) for (const key of drop[name] ?? []) stores[name].delete(key);
      for (const name of storeNames) {
        for (const row of put[name] ?? []) (stores[name] as Map<string, Rows[StoreName]>).set(row.key, row);
      }
    },
    dropBefore: async (day) => {
      for (const { key, last } of stores.contacts.values()) if (last < day) stores.contacts.delete(key);
    },
  };
}
