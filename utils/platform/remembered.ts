import { channel } from './contact-seen.ts';
import { living } from './contact-row.ts';
import { database } from './database.ts';
import { rememberedDays, today } from './day.ts';
import { countPhotos } from './forget-photos.ts';

/** A contact as the options page lists it: there is no name to show. Days are whole days since 1970. */
export interface RememberedContact {
  readonly key: string;
  readonly first: number;
  readonly last: number;
  readonly channels: readonly (keyof typeof channel)[];
  /** Last words of the marks of what was asked. */
  readonly asks: readonly string[];
}
export interface RememberedPhoto { readonly key: string; readonly first: number; readonly last: number }
export interface Remembered {
  /** How many there are in all. */
  readonly counts: { readonly contacts: number; readonly photos: number };
  /** Those seen last, the newest first. */
  readonly contacts: readonly RememberedContact[];
  readonly photos: readonly RememberedPhoto[];
}

/** Rows that are listed. Nobody looks for one among more; all can be forgotten at once. */
const mostListed = 100;

export async function listRemembered(): Promise<Remembered> {
  const day = today();
  const contacts = (await database.all('contacts')).filter(({ last }) => last >= day - rememberedDays).map((row) => living(row, day));
  // Without those that have expired by now.
  const photoCount = await countPhotos();
  const photos = await database.oldestPhotos({});
  return {
    counts: { contacts: contacts.length, photos: photoCount },
    contacts: newest(contacts).map(({ key, first, last, channels, asks }) => ({ key, first, last, channels: channelsOf(channels), asks: Object.keys(asks) })),
    photos: newest(photos).map(({ key, first, last }) => ({ key, first, last })),
  };
}

/** Forgets one contact. Whoever writes again then counts as met for the first time: nothing is left that knows better. */
export const forgetContact = (key: string): Promise<void> => database.change({ drop: { contacts: [key] } });

const newest = <T extends { readonly last: number }>(rows: readonly T[]): T[] => [...rows].sort((one, other) => other.last - one.last).slice(0, mostListed);

const channelsOf = (bits: number) => (Object.keys(channel) as (keyof typeof channel)[]).filter((name) => bits & channel[name]);
