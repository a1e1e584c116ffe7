import { deleteDB } from 'idb';
import { databaseName, openIndexedStore } from './indexed-store.ts';
import { memoryStore } from './memory-store.ts';
import type { Store } from './rows.ts';
import { keepTrouble } from './trouble.ts';

/**
 * The one way to what is kept. A database that cannot be opened or read is deleted and made anew once in a worker's life;
 * when that fails too everything goes on in memory. Nothing in it is irreplaceable: packs come from the extension again.
 */
let connection: Promise<Store> | undefined;
let remade = false;

/** The connection in use, to be compared only: what was read over another may be gone. */
export const connected = (): unknown => connection;

/** A healthy open takes under 50 ms; browsers are known to leave one hanging for ever on a broken profile. */
const patience = 2_000;

export const database: Store = {
  get: (store, key) => run((opened) => opened.get(store, key)),
  all: (store) => run((opened) => opened.all(store)),
  keys: (store) => run((opened) => opened.keys(store)),
  dueEvents: (at, most) => run((opened) => opened.dueEvents(at, most)),
  photosOf: (key) => run((opened) => opened.photosOf(key)),
  photosIn: (first, last) => run((opened) => opened.photosIn(first, last)),
  oldestPhotos: (limit) => run((opened) => opened.oldestPhotos(limit)),
  countPhotos: () => run((opened) => opened.countPhotos()),
  contactsBy: (traces) => run((opened) => opened.contactsBy(traces)),
  editContact: (key, edit) => run((opened) => opened.editContact(key, edit)),
  change: (change) => run((opened) => opened.change(change)),
  dropBefore: (day) => run((opened) => opened.dropBefore(day)),
};

/** Each failure goes one step further: open again or make anew, then memory. */
async function run<T>(work: (store: Store) => Promise<T>, steps = 2): Promise<T> {
  const used = (connection ??= open().catch(remake));
  try {
    return await work(await used);
  } catch (error) {
    if (steps === 0 || !isBroken(error)) throw error;
    if (connection === used) connection = isClosed(error) ? open().catch(remake) : remake(error);
    return run(work, steps - 1);
  }
}

const open = () => within(patience, openIndexedStore(() => (connection = undefined)));

async function remake(error: unknown): Promise<Store> {
  // Neither a full disk nor a hanging browser is cured by deleting.
  if (remade || ['QuotaExceededError', 'TimeoutError'].includes(nameOf(error))) return goOnInMemory(error);
  remade = true;
  try {
    await within(patience, deleteDB(databaseName));
    const store = await open();
    await keepTrouble('database', 'What was remembered could not be read and was started anew.', error);
    return store;
  } catch (again) {
    return goOnInMemory(again);
  }
}

async function goOnInMemory(error: unknown): Promise<Store> {
  await keepTrouble('database', 'The browser gave no storage, so nothing was remembered until it was restarted.', error);
  return memoryStore();
}

const nameOf = (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : '');
const isClosed = (error: unknown) => ['InvalidStateError', 'AbortError'].includes(nameOf(error));
/** Faults of the storage; faults of what was put there are ours and stay errors. */
const isBroken = (error: unknown) =>
  error instanceof DOMException && !['QuotaExceededError', 'DataCloneError', 'DataError'].includes(error.name);

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new DOMException(`The database did not open within ${ms / 1000} s.`, 'TimeoutError')), ms);
  });
  return Promise.race([promise, late]);
}
