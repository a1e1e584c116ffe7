import type { Facts } from '../core/facts.ts';
import type { PhotoList } from '../core/pack.ts';
import { recallContact } from './contacts.ts';
import { database } from './database.ts';
import { rememberedDays, today } from './day.ts';
import { expirePhotos } from './forget-photos.ts';
import { forgetInspections } from './inspections.ts';
import { knownInspections } from './known-inspections.ts';
import { knownPhotos } from './known-photos.ts';
import { startAnew } from './origin.ts';
import { forgetSlots } from './photo-slots.ts';
import { inTurn } from './remember-photo.ts';
import type { Places } from './telling-links.ts';
import { keepTrouble } from './trouble.ts';

let sweptOn: number | undefined;

/** Facts with what is remembered. */
export interface Recalled {
  /** As far as it is known without knowing what is asked for. */
  readonly facts: Facts;
  /** The same with respect to what they ask for; the very object of `facts` when it makes no difference. */
  readonly askedFor: (asks: readonly string[]) => Facts;
  /** Keeps what there is to keep. Never throws: a memory that fails must not fail the answer. */
  readonly remember: (asks: readonly string[]) => Promise<void>;
}

/**
 * Facts with `known` as remembered here; what the page sent as known is dropped. A memory that fails leaves everything
 * unknown, which accuses nobody. Private windows are compared with what is remembered and leave nothing behind.
 */
export async function recall(facts: Facts, incognito: boolean, places: Places & { readonly photos?: PhotoList }): Promise<Recalled> {
  try {
    await sweep();
    const [contact, photos, inspections] = await Promise.all([
      recallContact(facts, incognito, places), knownPhotos(facts, incognito, places.photos), knownInspections(facts),
    ]);
    const recalled = (asks: readonly string[]): Facts => ({ ...facts, known: { ...contact.known(asks), ...photos, ...inspections } });
    const first = recalled([]);
    return {
      facts: first,
      askedFor: (asks) => {
        const again = recalled(asks);
        return JSON.stringify(again.known) === JSON.stringify(first.known) ? first : again;
      },
      remember: (asks) => contact.remember(asks).catch(keepFailure),
    };
  } catch (error) {
    await keepFailure(error);
    const unknown = { ...facts, known: {} };
    return { facts: unknown, askedFor: () => unknown, remember: async () => undefined };
  }
}

const keepFailure = (error: unknown) => keepTrouble('database', 'What is remembered about a contact could not be used.', error);

/** Removes what expired, once a day. */
async function sweep() {
  const day = today();
  if (sweptOn === day) return;
  sweptOn = day;
  await database.dropBefore(day - rememberedDays);
  await expirePhotos().catch((error) => keepTrouble('photos', 'Photos that expired could not be forgotten: make room on the disk.', error));
}

/** Forgets everybody and everything that was inspected; gives how many photos, contacts and inspections. From today on "never met" has to be earned anew. */
export async function forget(): Promise<number> {
  const inspections = await forgetInspections();
  const [photos, contacts] = await Promise.all([database.countPhotos(), database.all('contacts')]);
  await inTurn(async () => {
    await startAnew();
    forgetSlots();
  });
  return photos + contacts.length + inspections;
}
