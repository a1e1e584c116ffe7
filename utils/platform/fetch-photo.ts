import { browser } from 'wxt/browser';
import type { Facts } from '../core/facts.ts';
import { readPhotoAddress } from '../core/photo-address.ts';
import { mostPictureBytes } from '../core/picture-limits.ts';
import { centreCrops } from '../core/scale-grid.ts';
import { findPhoto, touchPhoto } from './photos.ts';
import type { PhotoAnswer } from './questions.ts';
import { readPrint } from './read-print.ts';
import { inTurn, rememberPhoto } from './remember-photo.ts';
import { readSetting, writeSetting } from './settings.ts';
import { countSent } from './tallies.ts';
import { reasonOf } from './trouble.ts';

export const photoOrigin = 'https://media.licdn.com/*';

const patience = 10_000;
/** Addresses tried since the worker started; started anew when a page made up very many. */
const tried = new Set<string>();
const mostTried = 10_000;

/** Whether this address needs no request any more. */
export const wasTried = (address: string): boolean => tried.has(address);

/**
 * Fetches and compares a profile's photo, only when the person switched it on (the setting `checkPhotos`) and allowed the
 * host. It is the very address the page has just shown, without cookies, referrer and origin.
 * Never throws: a photo that cannot be had is a skipped one. `isWanted`: the setting, where it was read already.
 */
export async function fetchPhoto(facts: Facts, incognito: boolean, isWanted?: boolean): Promise<PhotoAnswer> {
  const address = facts.profile?.photo?.url ?? '';
  if (incognito) return { skipped: 'private window' };
  if (!isFetchable(address)) return { skipped: 'no profile photo' };
  if (tried.has(address)) return { skipped: 'tried before' };
  try {
    if (!(await mayFetchPhotos(isWanted))) return { skipped: 'not switched on' };
    if (tried.has(address)) return { skipped: 'tried before' };
    if (tried.size >= mostTried) tried.clear();
    tried.add(address);
    if (await isKnown(facts)) return { skipped: 'known already' };
    void countSent('photos');
    return await compare(facts, await download(address));
  } catch (error) {
    return { skipped: reasonOf(error) };
  }
}

function isFetchable(address: string): boolean {
  return readPhotoAddress(address) !== undefined && address.startsWith(photoOrigin.slice(0, -1));
}

/** Whether the person switched it on and allowed the host. */
export async function mayFetchPhotos(isWanted?: boolean): Promise<boolean> {
  return (isWanted ?? (await readSetting('checkPhotos'))) && browser.permissions.contains({ origins: [photoOrigin] });
}

/** Asks for the permission first, in the person's own press; without it the check stays off. False when it was refused. */
export async function turnPhotoCheck(on: boolean): Promise<boolean> {
  const origins = { origins: [photoOrigin] };
  const isAllowed = on ? await browser.permissions.request(origins) : true;
  await writeSetting('checkPhotos', on && isAllowed);
  if (!on) await browser.permissions.remove(origins);
  return isAllowed;
}

async function download(address: string): Promise<Blob> {
  const response = await fetch(address, {
    credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'force-cache', redirect: 'error', signal: AbortSignal.timeout(patience),
  });
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !type.startsWith('image/')) throw new Error(`answer ${response.status}, ${type || 'no type'}`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (const reader = response.body!.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, { type });
    parts.push(value);
    if ((size += value.length) > mostPictureBytes) {
      await reader.cancel();
      throw new Error('larger than 2 MB');
    }
  }
}

/** What is met again does not expire. */
async function isKnown(facts: Facts): Promise<boolean> {
  return inTurn(async () => {
    const photo = await findPhoto(facts);
    if (photo) await touchPhoto(photo);
    return photo?.fetched === true;
  });
}

async function compare(facts: Facts, picture: Blob): Promise<PhotoAnswer> {
  const read = await readPrint(picture);
  if ('skipped' in read) return read;
  const outcome = await rememberPhoto(facts, { print: read.print, fetched: true, crops: centreCrops(read.pixels) });
  return outcome ?? { skipped: 'nobody\'s photo' };
}
