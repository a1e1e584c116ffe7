import { isMemberNumber } from '../core/member-number.ts';
import { fetchPhoto, mayFetchPhotos } from './fetch-photo.ts';
import type { Ask, From } from './questions.ts';

/** Between two photos, in ms: slower than a page that draws its own list. */
const pace = 250;
/** Photos waiting at most: half a minute's work. Whoever scrolls faster passes people by unseen. */
const mostWaiting = 120;
let waiting = 0;
let queue: Promise<unknown> = Promise.resolve();

/**
 * Remembers the photos of people in a list, one after another, each once, so that the same face under another name is known when that
 * other one writes. Nobody waits for it. False where no photos are wanted: nothing is done then, and the page need not ask again.
 */
export async function sightPhotos({ people }: Ask<'sighted'>, { incognito }: From): Promise<boolean> {
  if (incognito || !(await mayFetchPhotos())) return false;
  for (const person of people.slice(0, mostWaiting - waiting)) {
    waiting += 1;
    queue = queue.then(() => remember(person)).then(() => new Promise((resolve) => setTimeout(resolve, pace))).finally(() => { waiting -= 1; });
  }
  return true;
}

/** `fetchPhoto` never throws, and asks again whether it may. */
const remember = ({ profileUrl, identifier, memberNumber, photo }: Ask<'sighted'>['people'][number]) => fetchPhoto({
  surface: 'linkedin-profile',
  sender: { profileUrl },
  profile: { identifier, ...(memberNumber !== undefined && isMemberNumber(memberNumber) && { memberNumber }), photo: { url: photo } },
}, false);
