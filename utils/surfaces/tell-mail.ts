import { isHiddenTab, listen } from './dom.ts';
import { placeOf, type FramePlace } from './frame-place.ts';
import type { ToldWords } from './mail-words.ts';
import { observePage } from './page-changes.ts';
import { whenIdle } from './when-idle.ts';

/** Taken; not yet, because the page is still being drawn; or not by this page, ever. */
export type Reception = 'taken' | 'later' | 'unwanted';

export interface MailTeller {
  readonly document: Document;
  readonly view: Window;
  readonly read: () => ToldWords | undefined;
  /** Without words it only asks whether they are wanted. Never throws. */
  readonly tell: (place: FramePlace, words?: ToldWords) => Promise<Reception>;
  readonly life: AbortController;
}

/** As in watch.ts: shortest time between two readings in ms, and the share of the time reading takes at most, as its reciprocal. */
const pause = 150;
const share = 20;
/** Pauses before words are offered again that were not taken, in ms: a whole program may still have to load around the frame. Then only a change offers them. */
const firstRetry = 500;
const lastRetry = 60_000;

/** Tells what a frame shows, again whenever that changes or the frame has another place. Where it is not wanted, nothing is read. */
export async function tellMail({ document, view, read, tell, life }: MailTeller): Promise<void> {
  const { signal } = life;
  let told: string | undefined;
  let retry = firstRetry;
  let state: 'resting' | 'busy' | 'busy, stale' = 'busy';

  const first = placeOf(view);
  // On its own in a tab there is nobody to tell.
  if (!first || (await tell(first)) === 'unwanted') return;

  const schedule = (after = pause) => {
    if (state !== 'resting') state = 'busy, stale';
    else if (!signal.aborted && !isHiddenTab(document)) {
      state = 'busy';
      setTimeout(() => whenIdle(() => void work(), signal), after);
    }
  };
  const work = async () => {
    const start = performance.now();
    state = 'busy';
    const [place, words] = [placeOf(view), read()];
    const rest = Math.max(pause, share * (performance.now() - start));
    const says = JSON.stringify({ place, words });
    const reception = told === says ? 'taken' : place ? await tell(place, words) : 'later';
    if (reception === 'unwanted') return life.abort();
    told = reception === 'taken' ? says : undefined;
    retry = told === undefined ? 2 * retry : firstRetry;
    // What stands before a frame can go while its words are on the way, and then they reached another one.
    const isStale = (state as string) === 'busy, stale' || String(placeOf(view)) !== String(place);
    state = 'resting';
    if (isStale) schedule(rest);
    else if (told === undefined && retry <= lastRetry) schedule(retry);
    else retry = firstRetry;
  };
  observePage(document, signal, schedule);
  listen(document, 'visibilitychange', signal, schedule);
  // A frame that was hidden is drawn: nothing in it changes.
  view.addEventListener('resize', () => schedule(), { signal });
  state = 'resting';
  schedule(0);
}
