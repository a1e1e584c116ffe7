import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Pack } from '../../utils/core/pack.ts';
import { mail } from './fresh-browser.ts';
import { asPrivate, openPlace, packBrowser, packOf, type Place } from './pack-place.ts';

export const loadPacks = async () => ({
  ...(await import('../../utils/platform/packs.ts')), ...(await import('../../utils/platform/update-packs.ts')),
  ...(await import('../../utils/platform/pack-states.ts')), ...(await import('../../utils/platform/database.ts')),
});
export type Packs = Awaited<ReturnType<typeof loadPacks>>;

export const policy = (settings: object) => fakeBrowser.storage.managed.set({ ...settings });

/** Rules that speak of a text. */
export const fired = async ({ storedPack }: Packs, text: string) => (await storedPack()).judge(mail({ message: { text } })).findings.map(({ rule }) => rule);
/** A text that every rule of these tests hears, and what speaks of it while the first pack of the organisation judges. */
export const everything = 'hello pear plum quince';
export const both = ['orchard--says-hello', 'says-hello'];

export const stateOf = async ({ packStates }: Packs, id: string) => (await packStates()).find((state) => state.id === id)!;

/** A place of the organisation's own that the policy names, with a first version published. */
export async function privatePlace(word = 'pear'): Promise<Place> {
  const place = await openPlace();
  place.publish(packOf(1, word));
  await policy({ privatePacks: [asPrivate(place)] });
  return place;
}

/** A place of the public rules, whose root the extension carries. */
export async function publicPlace(pack: Pack = packOf(5, 'pear', { id: 'base' })): Promise<Place> {
  const place = await openPlace();
  place.publish(pack);
  packBrowser(place.root);
  await policy({ packUrl: place.url });
  return place;
}
