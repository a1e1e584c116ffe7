import type { Facts } from '../core/facts.ts';
import { recallContact } from './contacts.ts';
import { database } from './database.ts';
import { rememberedDays, today } from './day.ts';
import { origin } from './origin.ts';
import { forgetRead, recallPhoto } from './photos.ts';
import { keepTrouble } from './trouble.ts';

let sweptOn: number | undefined;

/**
 * Facts with `known` as remembered here; what the page sent as known is dropped. A memory that fails leaves everything
 * unknown, which accuses nobody. Private windows are compared with what is remembered and leave nothing behind.
 */
export async function recall(facts: Facts, incognito: boolean): Promise<Facts> {
  try {
    await sweep();
    const [firstContact, photoSeenElsewhere] = await Promise.all([recallContact(facts, incognito), recallPhoto(facts)]);
    return { ...facts, known: { firstContact, photoSeenElsewhere } };
  } catch (error) {
    await keepTrouble('database', 'What is remembered about a contact could not be used.', error);
    return { ...facts, known: {} };
  }
}

/** Removes what expired, once a day. */
async function sweep() {
  const day = today();
  if (sweptOn === day) return;
  sweptOn = day;
  forgetRead();
  await database.dropBefore('contacts', day - rememberedDays);
  await database.dropBefore('photos', day - rememberedDays);
}

/** Forgets everybody; gives how many photos and contacts. From today on "never met" has to be earned anew. */
export async function forget(): Promise<number> {
  const { salt } = await origin();
  const [photos, contacts] = await Promise.all([database.all('photos'), database.all('contacts')]);
  await database.change({ clear: ['photos', 'contacts'], put: { origin: [{ key: 'origin', salt, since: today() }] } });
  forgetRead();
  return photos.length + contacts.length;
}
