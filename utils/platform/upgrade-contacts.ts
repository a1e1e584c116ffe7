import type { ContactRow } from './rows.ts';

/** What version 1 kept of a contact: one row for each of its keys. */
type OldRow = Pick<ContactRow, 'key' | 'first' | 'last'>;

/** The store inside an upgrade: its rows are neither only the old ones nor only the new ones. */
interface OpenStore {
  readonly getAll: () => Promise<unknown[]>;
  readonly put: (row: ContactRow) => Promise<unknown>;
}

/** Writes version 1's contacts anew: who was met stays met, and what was not kept stays unknown. */
export async function upgradeContacts(contacts: OpenStore): Promise<void> {
  const old = await contacts.getAll() as OldRow[];
  await Promise.all(old.map((row) => contacts.put(upgraded(row))));
}

const upgraded = ({ key, first, last }: OldRow): ContactRow => ({
  key, traces: [key], first, last, fresh: false, channels: key.startsWith('mail:') ? 2 : 1, asks: {}, names: [], employers: [], interviews: [],
});
