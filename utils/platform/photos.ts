import { hammingDistance } from '../core/hamming-distance.ts';
import { inMemory, type Likeness } from '../core/photo-likeness.ts';
import type { Facts } from '../core/facts.ts';
import { readPhotoAddress } from '../core/photo-address.ts';
import { database } from './database.ts';
import { today } from './day.ts';
import { areDifferent, profileKeys } from './identity.ts';
import { origin } from './origin.ts';
import { photoSlots } from './photo-slots.ts';
import { printOf, type Print } from './print-bytes.ts';
import type { PhotoRow } from './rows.ts';

/** Profiles that one picture is compared by name with, at most: rows of one person's own photos are passed over. */
const mostRead = 100;

/** Row of the photo these facts speak of; undefined when it was never hashed. */
export async function findPhoto(facts: Facts): Promise<PhotoRow | undefined> {
  if (!facts.profile?.photo?.url) return undefined;
  const { salt } = await origin();
  const [surest] = profileKeys(facts, salt);
  const uploaded = uploadTime(facts);
  return surest ? (await database.photosOf(surest)).find((row) => row.uploaded === uploaded) : undefined;
}

/** Key and profile of the photo these facts speak of; undefined when they do not say whose it is. */
export async function photoIdentity(facts: Facts): Promise<Pick<PhotoRow, 'key' | 'profile' | 'uploaded'> | undefined> {
  const { salt } = await origin();
  const profile = profileKeys(facts, salt);
  const uploaded = uploadTime(facts);
  return profile.length > 0 ? { key: `${profile[0]} ${uploaded ?? ''}`, profile, ...(uploaded && { uploaded }) } : undefined;
}

const uploadTime = ({ profile }: Facts) => readPhotoAddress(profile?.photo?.url ?? '')?.uploaded;

/** Whether this photo is remembered under another profile. Undefined: not hashed, or met nowhere else. */
export async function recallPhoto(facts: Facts): Promise<Likeness | undefined> {
  const photo = await findPhoto(facts);
  if (!photo) return undefined;
  return (await likestOfOthers(photo, printOf(photo.print))) ?? ((await isCropOfOthers(photo)) ? 'similar' : undefined);
}

/** How a picture resembles photos of other profiles than its own. */
export async function likestOfOthers(photo: Pick<PhotoRow, 'key' | 'profile'>, print: Print): Promise<Likeness | undefined> {
  const hits = (await photoSlots()).search(print).slice(0, mostRead);
  for (const { slot } of hits) {
    const other = await otherIn(slot, photo);
    // The row decides: while a slot passes to another photo its hash is already that one's.
    const likeness = other && likenessOf(print, printOf(other.print));
    if (likeness) return likeness;
  }
  return undefined;
}

/** The photo in a slot when it certainly belongs to another profile. */
export async function otherIn(slot: number, photo: Pick<PhotoRow, 'key' | 'profile'>): Promise<PhotoRow | undefined> {
  const rows = await database.photosIn(slot, slot);
  return rows.find(({ key, profile }) => key !== photo.key && areDifferent(photo.profile, profile));
}

async function isCropOfOthers({ cropOf, profile }: PhotoRow): Promise<boolean> {
  const other = cropOf === undefined ? undefined : await database.get('photos', cropOf);
  return other !== undefined && areDifferent(profile, other.profile);
}

/** How two remembered photos resemble each other, plain or mirrored. */
export function likenessOf(one: Print, other: Print): Likeness | undefined {
  const nearest = (plain: Uint8Array, mirrored: Uint8Array, kept: Uint8Array) => Math.min(hammingDistance(plain, kept), hammingDistance(mirrored, kept));
  return inMemory({ whole: nearest(one.whole, one.mirror, other.whole), disc: nearest(one.disc, one.discMirror, other.disc) });
}

/** Keeps a photo that is met again from expiring. */
export async function touchPhoto(row: PhotoRow): Promise<void> {
  if (row.last < today()) await database.change({ put: { photos: [{ ...row, last: today() }] } });
}
