import { fetchPhoto, mayFetchPhotos, wasTried } from './fetch-photo.ts';
import { factsOfPerson, type Person } from './person-facts.ts';
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
  enqueue(people);
  return true;
}

/** The same of the people of a conversation. True when a photo came to be remembered that was not before: it may be somebody else's. */
export async function sightConversation(people: readonly Person[], incognito: boolean, isWanted?: boolean): Promise<boolean> {
  if (incognito || people.length === 0 || !(await mayFetchPhotos(isWanted))) return false;
  const outcomes = await Promise.all(enqueue(people));
  return outcomes.some((outcome) => typeof outcome === 'string' && outcome !== 'noRoom');
}

function enqueue(people: readonly Person[]): Promise<Awaited<ReturnType<typeof fetchPhoto>>>[] {
  return people.filter(({ photo }) => !wasTried(photo)).slice(0, mostWaiting - waiting).map((person) => {
    waiting += 1;
    // `fetchPhoto` never throws, and asks again whether it may.
    const done = queue.then(() => fetchPhoto(factsOfPerson(person), false));
    queue = done.then(() => new Promise((resolve) => setTimeout(resolve, pace))).finally(() => { waiting -= 1; });
    return done;
  });
}
