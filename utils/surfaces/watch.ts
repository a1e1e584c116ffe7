import { isHiddenTab, listen, readyStateOf } from './dom.ts';
import { observePage } from './page-changes.ts';
import { takeAnswers } from './places.ts';
import type { Health, Reading, Surface } from './surface.ts';
import { whenIdle } from './when-idle.ts';

/** Shortest time between two scans, in ms: pages that draw 60 times a second are read six times. */
const pause = 150;
/** Reading takes a twentieth of the time at most: after 35 ms, what a conversation of 1,000 costs, the page has 700 ms for itself. */
const share = 20;
/** Longest pause, in ms: a laptop that slept in the middle of a scan has not read for hours. */
const longestPause = 2_000;
/** Time a page gets to draw what its address promises, in ms. LinkedIn's profile was complete after 1 to 3 s. */
const patience = 4_000;

export interface Watched {
  readonly document: Document;
  readonly location: { readonly href: string };
  readonly surfaces: readonly Surface[];
  /** All readings of the page, whenever one of them says something new or stands in another element. */
  readonly onReadings: (readings: readonly Reading[]) => void;
  /** Once in the beginning and whenever it changes. */
  readonly onHealth: (health: Health) => void;
  readonly signal: AbortSignal;
  readonly now: () => Date;
}

/** Reads the page whenever it changes, until the signal aborts. One surface a turn, so that no turn is long. */
export function watch({ document, location, surfaces, onReadings, onHealth, signal, now }: Watched): void {
  let state: 'resting' | 'waiting' | 'reading' | 'reading, stale' = 'resting';
  let address = '';
  let since = 0;
  let lastScan = 0;
  let cost = 0;
  let health: Health | undefined;
  let reported: readonly Reported[] = [];
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;

  const schedule = () => {
    if (signal.aborted) return;
    if (state === 'reading') state = 'reading, stale';
    if (state !== 'resting' || isHiddenTab(document)) return;
    state = 'waiting';
    const rest = Math.min(longestPause, Math.max(pause, share * cost));
    setTimeout(() => whenIdle(scan, signal), Math.max(0, lastScan + rest - now().getTime()));
  };
  const restart = () => {
    since = now().getTime();
    schedule();
  };
  const page = observePage(document, signal, schedule);

  function scan() {
    if (isHiddenTab(document)) {
      state = 'resting';
      return;
    }
    state = 'reading';
    lastScan = now().getTime();
    cost = 0;
    if (location.href !== address) {
      address = location.href;
      since = lastScan;
    }
    page.attach();
    readNext(new URL(address), now().toISOString(), 0, []);
  }

  function readNext(url: URL, seenAt: string, next: number, readings: readonly Reading[]) {
    const surface = surfaces[next];
    const start = now().getTime();
    const found = surface ? [...readings, ...readSafely(surface, document, url, seenAt)] : readings;
    cost += now().getTime() - start;
    if (surface && next + 1 < surfaces.length) whenIdle(() => readNext(url, seenAt, next + 1, found), signal);
    else finish(url, found);
  }

  function finish(url: URL, readings: readonly Reading[]) {
    const isStale = state === 'reading, stale';
    state = 'resting';
    const fresh = readings.map(toReported);
    if (!isSame(fresh, reported)) {
      reported = fresh;
      onReadings(readings);
    }
    tellHealth(url, readings.some(isReadable));
    if (isStale || location.href !== address) schedule();
  }

  function tellHealth(url: URL, hasReadings: boolean) {
    clearTimeout(patienceTimer);
    const isMissing = !hasReadings && surfaces.some((surface) => surface.expects(url, document) && !surface.isOwn(document, url));
    const left = since + patience - now().getTime();
    const isLate = readyStateOf(document) === 'complete' && left <= 0;
    if (isMissing && !isLate) {
      // A page that is still loading after that tells by its `load`.
      if (left > 0) patienceTimer = setTimeout(schedule, left);
      // Still drawing: what was said of the last page does not hold for this one.
      if (health === undefined) return;
    }
    const seen: Health = hasReadings ? 'readable' : isMissing && isLate ? 'unreadable' : 'nothing to read';
    if (seen === health) return;
    health = seen;
    onHealth(seen);
  }

  listen(document, 'visibilitychange', signal, schedule);
  for (const event of ['popstate', 'hashchange', 'load', 'pageshow']) globalThis.addEventListener(event, restart, { signal });
  // `pushState` alone changes no node. Firefox has it since 147; before, the next change of the page tells. A page can put an element there.
  const { navigation } = globalThis as { navigation?: unknown };
  if (navigation instanceof EventTarget) listen(navigation, 'currententrychange', signal, schedule);
  signal.addEventListener('abort', () => clearTimeout(patienceTimer));
  restart();
}

/** A message without words, links and files was found but not read: its marks moved. */
const isReadable = ({ isPassing, facts: { message, links, files } }: Reading) => !isPassing
  && (!message || typeof message.text === 'string' || [message.thread, links, files].some((list) => list?.length));

interface Reported { readonly says: string; readonly elements: readonly Element[] }

const toReported = ({ facts, element, links, files, photo }: Reading): Reported =>
  ({ says: JSON.stringify({ ...facts, seenAt: undefined }), elements: [element, ...links, ...files, ...(photo ? [photo] : [])] });

/** A page that draws its nodes anew says nothing new, but a warning must know the new nodes. */
const isSame = (fresh: readonly Reported[], old: readonly Reported[]) => fresh.length === old.length
  && fresh.every(({ says, elements }, i) => says === old[i]?.says
    && elements.length === old[i].elements.length && elements.every((element, j) => element === old[i]?.elements[j]));

/** Surfaces do not throw. If one does all the same, the others still read. */
function readSafely(surface: Surface, document: Document, url: URL, seenAt: string): Reading[] {
  try {
    if (surface.hosts.length > 0 && !surface.hosts.includes(url.hostname)) return [];
    takeAnswers(surface.places);
    const readings = surface.read(document, url, seenAt);
    const answered = takeAnswers(surface.places);
    return readings.map((reading) => ({ ...reading, answered }));
  } catch {
    return [];
  }
}
