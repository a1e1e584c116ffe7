import type { Facts } from '../core/facts.ts';
import type { Likeness } from '../core/photo-likeness.ts';
import { database } from './database.ts';
import { today } from './day.ts';
import { cropRows } from './photo-crops.ts';
import { photoSlots, type PhotoSlots } from './photo-slots.ts';
import { likenessOf, likestOfOthers, photoIdentity } from './photos.ts';
import { printBytes, printOf, type Print } from './print-bytes.ts';
import type { PhotoRow } from './rows.ts';
import { keepTrouble } from './trouble.ts';

/** What is known of a picture. */
export interface Picture {
  readonly print: Print;
  /** True for the picture itself, false for what stands on the screen. */
  readonly fetched: boolean;
  /** Hashes of its centre crops, eight. Left out: none are kept. */
  readonly crops?: readonly Uint8Array[];
}
export type Remembered = Likeness | 'remembered' | 'noRoom';

/** One after another: two at once could take two slots for one photo. */
let turn: Promise<unknown> = Promise.resolve();
export const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
};

/** Keeps a photo under its profile and compares it. Undefined when the facts do not say whose photo it is. */
export async function rememberPhoto(facts: Facts, picture: Picture): Promise<Remembered | undefined> {
  const identity = await photoIdentity(facts);
  if (!identity) return undefined;
  const isKept = await inTurn(() => keep(identity, picture));
  return (await likestOfOthers(identity, picture.print)) ?? (isKept ? 'remembered' : 'noRoom');
}

type Identity = NonNullable<Awaited<ReturnType<typeof photoIdentity>>>;

/** False when the disk is full: the picture is compared all the same. */
async function keep(identity: Identity, picture: Picture): Promise<boolean> {
  const slots = await photoSlots();
  const old = await database.get('photos', identity.key);
  if (old?.fetched && !picture.fetched) {
    // The fetched picture is whole; one from the screen is cut to a circle and never replaces it.
    await database.change({ put: { photos: [{ ...old, last: today() }] } });
    return true;
  }
  const place = old ?? (await takePlace(slots));
  const before = slots.at(place.slot);
  slots.set(place.slot, picture.print);
  try {
    await database.change({
      drop: { photos: place.key === identity.key ? [] : [place.key] },
      put: {
        photos: [rowOf(identity, place.slot, picture, old)], photoHashes: slots.rows([place.slot]),
        photoCrops: await cropRows(new Map([[place.slot, picture.crops]])),
      },
    });
    return true;
  } catch (error) {
    slots.set(place.slot, before);
    if (place.key === free) slots.release(place.slot);
    if ((error as Error).name !== 'QuotaExceededError') throw error;
    await keepTrouble('photos', 'The disk is full, so a photo was compared and not remembered.', error);
    return false;
  }
}

const rowOf = (identity: Identity, slot: number, { print, fetched }: Picture, old: PhotoRow | undefined): PhotoRow => ({
  ...identity, slot, print: printBytes(print), fetched, first: old?.first ?? today(), last: today(),
  // An address without a time may show another picture than before, which is cut out of nothing.
  ...(old?.cropOf !== undefined && likenessOf(print, printOf(old.print)) && { cropOf: old.cropOf }),
});

const free = '';

/** A free slot, or that of the oldest photo, which leaves. */
async function takePlace(slots: PhotoSlots): Promise<Pick<PhotoRow, 'key' | 'slot'>> {
  const slot = slots.take();
  if (slot !== undefined) return { key: free, slot };
  const [oldest] = await database.oldestPhotos({ most: 1 });
  return oldest ?? { key: free, slot: 0 };
}

/** Keeps in mind that a photo and another one are cut out of one picture. */
export async function rememberCrop(key: string, cropOf: string): Promise<void> {
  await inTurn(async () => {
    const row = await database.get('photos', key);
    if (row) await database.change({ put: { photos: [{ ...row, cropOf }] } });
  });
}
