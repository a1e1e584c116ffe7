import type { Ask } from '../../utils/platform/questions.ts';
import type { Reading } from '../../utils/surfaces/surface.ts';

type People = Ask<'sighted'>['people'];

/** Lists grow while they are drawn and scrolled: one question for all of it, in ms after the first face. */
const settles = 3_000;
/** Photos kept in mind, in order not to tell them twice. */
const most = 1_000;

/** Tells of the people in lists: each photo once, and nothing any more once the answer is that no photos are wanted. */
export function sightPeople(tell: (people: People) => Promise<boolean>, signal: AbortSignal): (readings: readonly Reading[]) => void {
  const told = new Set<string>();
  let isWanted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let people: People = [];

  const tellAll = async () => {
    timer = undefined;
    const telling = people;
    // Without an answer nothing is known: the same people are told again.
    const answer = await tell(telling).catch(() => undefined);
    if (answer === undefined) return;
    isWanted = answer;
    if (told.size > most) told.clear();
    for (const { photo } of telling) told.add(photo);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));

  return (readings) => {
    const fresh = isWanted && !signal.aborted ? readings.flatMap(personOf).filter(({ photo }) => !told.has(photo)) : [];
    if (fresh.length === 0) return;
    people = fresh;
    timer ??= setTimeout(() => void tellAll(), settles);
  };
}

function personOf({ isPassing, facts: { sender, profile } }: Reading): People {
  const [profileUrl, photo] = [sender?.profileUrl, profile?.photo?.url];
  if (!isPassing || !profileUrl || !photo) return [];
  return [{ profileUrl, photo, ...(profile?.identifier && { identifier: profile.identifier }),
    ...(profile?.memberNumber && { memberNumber: profile.memberNumber }) }];
}
