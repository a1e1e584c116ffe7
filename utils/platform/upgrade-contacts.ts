import type { IDBPObjectStore } from 'idb';
import type { ContactRow } from './rows.ts';

/** What version 1 kept of a contact: one row for each of its keys. */
type OldRow = Pick<ContactRow, 'key' | 'first' | 'last'>;

/**
 * Writes version 1's contacts anew: who was met stays met, and what was not kept stays unknown. The store's type is open: inside
 * an upgrade it is neither that of the old rows nor that of the new ones.
 */
export async function upgradeContacts(contacts: Pick<IDBPObjectStore<any, any, any, 'versionchange'>, 'getAll' | 'put'>): Promise<void> {
  const old = await contacts.getAll() as OldRow[];
  await Promise.all(old.map((row) => contacts.put(upgraded(row))));
}

const upgraded = ({ key, first, last }: OldRow): ContactRow => ({
  key, traces: [key], first, last, fresh: false, channels: key.startsWith('mail:') ? 2 : 1, asks: {}, names: [], employers: [], interviews: [],
});
