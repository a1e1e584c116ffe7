import type { Facts } from '../core/facts.ts';
import type { PhotoList } from '../core/pack.ts';
import type { Likeness } from '../core/photo-likeness.ts';
import { database } from './database.ts';
import { areDifferent } from './identity.ts';
import { factsOfPerson } from './person-facts.ts';
import { findPhoto, likenessOf, recallPhoto } from './photos.ts';
import { printOf } from './print-bytes.ts';
import { likestReported } from './reported-photos.ts';
import { inTurn } from './remember-photo.ts';
import type { PhotoRow } from './rows.ts';
import { keepTrouble } from './trouble.ts';

type Known = NonNullable<Facts['known']>;
/** Most people of a conversation that are compared with each other. */
const mostPeople = 20;

/** What is remembered of the photos these facts show; `list` is that of the pack in use. Never throws: damaged photos leave the contact known. */
export async function knownPhotos(facts: Facts, incognito: boolean, list: PhotoList | undefined):
  Promise<Pick<Known, 'photoSeenElsewhere' | 'photoReported' | 'photoShared'>> {
  try {
    const [photoSeenElsewhere, photoReported, photoShared] = await Promise.all([
      recallPhoto(facts), list && recallReported(facts, incognito, list), recallShared(facts),
    ]);
    return { photoSeenElsewhere, photoReported, photoShared };
  } catch (error) {
    await keepTrouble('photos', 'What is remembered of photos could not be used: forget all photos to start anew.', error);
    return {};
  }
}

/** Compared once with each list: what came of it is kept beside the photo. */
async function recallReported(facts: Facts, incognito: boolean, list: PhotoList): Promise<Likeness | undefined> {
  const photo = await findPhoto(facts);
  if (!photo) return undefined;
  if (photo.reported?.by === list.sha256) return photo.reported.as;
  const as = await likestReported(printOf(photo.print), list);
  const reported = { by: list.sha256, ...(as && { as }) };
  if (!incognito) await inTurn(() => keep(photo, reported));
  return as;
}

/** Unless the photo was forgotten or replaced meanwhile. A full disk only makes it be compared again. */
async function keep({ key, print }: PhotoRow, reported: PhotoRow['reported']): Promise<void> {
  const row = await database.get('photos', key);
  if (row && row.print.every((byte, i) => byte === print[i])) await database.change({ put: { photos: [{ ...row, reported }] } }).catch(() => undefined);
}

/** Whether two people of this conversation, the sender among them, show one picture, as far as their photos are remembered. */
async function recallShared(facts: Facts): Promise<Likeness | undefined> {
  const people = (facts.message?.people ?? []).slice(0, mostPeople);
  if (people.length === 0) return undefined;
  const found = await Promise.all([findPhoto(facts), ...people.map((person) => findPhoto(factsOfPerson(person)))]);
  const photos = [...new Map(found.flatMap((row) => (row ? [[row.key, { ...row, print: printOf(row.print) }]] : []))).values()];
  const alike = photos.flatMap((one, i) => photos.slice(i + 1).flatMap((other) =>
    (areDifferent(one.profile, other.profile) ? likenessOf(one.print, other.print) ?? [] : [])));
  return alike.includes('same') ? 'same' : alike[0];
}
