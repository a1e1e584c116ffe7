import type { Facts } from '../core/facts.ts';
import { hammingDistance, sameWithin, similarWithin } from '../core/perceptual-hash.ts';
import { readPhotoAddress } from '../core/photo-address.ts';
import { database } from './database.ts';
import { today } from './day.ts';
import { areDifferent, profileKeys } from './identity.ts';
import { origin } from './origin.ts';
import type { PhotoRow } from './rows.ts';

export type Likeness = 'same' | 'similar';
/** What is known of a picture: its perceptual hash, and the SHA-256 of its bytes when they were fetched. */
export interface Picture { readonly hash: Uint8Array; readonly sha256?: string }

/** All photos, read once in a worker's life and only when there is one to compare: 10,000 are 1 MB and under 1 ms to compare. */
let all: Promise<PhotoRow[]> | undefined;
const remembered = () => (all ??= database.all('photos'));
export const forgetRead = (): void => {
  all = undefined;
};

/** Row of the photo these facts speak of; undefined when it was never hashed. */
export async function findPhoto(facts: Facts): Promise<PhotoRow | undefined> {
  if (!facts.profile?.photo?.url) return undefined;
  const { salt } = await origin();
  const [surest] = profileKeys(facts, salt);
  const uploaded = uploadTime(facts);
  return surest ? (await database.photosOf(surest)).find((row) => row.uploaded === uploaded) : undefined;
}

/** Whether this photo is remembered under another profile. Undefined: not hashed, or met nowhere else. */
export async function recallPhoto(facts: Facts): Promise<Likeness | undefined> {
  const photo = await findPhoto(facts);
  return photo ? closest(photo, await remembered()) : undefined;
}

/** Keeps a hashed photo under its profile. Undefined when the facts do not say whose photo it is. */
export async function rememberPhoto(facts: Facts, picture: Picture): Promise<Likeness | 'remembered' | undefined> {
  const { salt } = await origin();
  const profile = profileKeys(facts, salt);
  if (profile.length === 0) return undefined;
  const uploaded = uploadTime(facts);
  const key = `${profile[0]} ${uploaded ?? ''}`;
  const old = await database.get('photos', key);
  // The fetched picture is whole; one from the screen is cut to a circle and never replaces it.
  const kept = old?.sha256 && !picture.sha256 ? { hash: old.hash, sha256: old.sha256 } : picture;
  const row: PhotoRow = { key, profile, ...kept, ...(uploaded && { uploaded }), first: old?.first ?? today(), last: today() };
  await database.change({ put: { photos: [row] } });
  const rows = await remembered();
  // In place: a list of people brings 24, and reading all anew for each would cost more than comparing.
  const place = rows.findIndex((other) => other.key === key);
  rows.splice(place < 0 ? rows.length : place, 1, row);
  return closest({ ...row, ...picture }, rows) ?? 'remembered';
}

const uploadTime = ({ profile }: Facts) => readPhotoAddress(profile?.photo?.url ?? '')?.uploaded;

function closest(photo: PhotoRow, others: readonly PhotoRow[]): Likeness | undefined {
  let nearest = Infinity;
  for (const other of others) {
    if (other.key === photo.key || !areDifferent(photo.profile, other.profile)) continue;
    const equal = photo.sha256 !== undefined && photo.sha256 === other.sha256;
    nearest = Math.min(nearest, equal ? 0 : hammingDistance(photo.hash, other.hash));
  }
  return nearest <= sameWithin ? 'same' : nearest <= similarWithin ? 'similar' : undefined;
}
