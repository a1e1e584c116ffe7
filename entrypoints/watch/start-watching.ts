import { browser } from 'wxt/browser';
import { ask } from '../../utils/platform/ask.ts';
import type { Placement } from '../../utils/core/settings-schema.ts';
import type { Health, Surface } from '../../utils/surfaces/surface.ts';
import { watch } from '../../utils/surfaces/watch.ts';
import { answerPopup } from './answer-popup.ts';
import { judgeReadings } from './judge-readings.ts';
import { photoPlace } from './photo-place.ts';
import { sightPeople } from './sight-people.ts';
import { showWarning } from './show-warning.ts';
import { levelOfPage, type Judged } from './worst-item.ts';

/** Time for the card to leave the screen before a picture is taken, and to stay away meanwhile, in ms. */
const cardLeaves = 120;
const cardAway = 2_000;
/** Pauses before the background is asked once more whether this site may be read, in ms: it starts in a tenth of a second. */
const firstPause = 250;
const lastPause = 60_000;

/** The script's own world, which no page can see. */
const world = globalThis as { bonafideLife?: AbortController };

/** Reads the page with these surfaces, has judged what it reads and warns, for as long as the extension and the page live. */
export function startWatching(surfaces: readonly Surface[]) {
  const life = new AbortController();
  const { signal } = life;
  // A site that was taken back and added again, or an update, starts a second one beside the first: two cards.
  world.bonafideLife?.abort();
  world.bonafideLife = life;
  let health: Health | 'switched off' = 'nothing to read';
  let told = '';
  /** As the newest judgement says. Before the first there is nothing to show. */
  let placement: Placement | undefined;

  /** After an update the old script stays in the page without its extension: it falls silent. */
  const isOrphan = () => browser.runtime?.id === undefined;
  const onFault = () => { if (isOrphan()) life.abort(); };
  const judging = judgeReadings(async (facts) => {
    const judgement = await ask('judge', facts);
    placement = judgement.placement;
    return judgement;
  }, () => refresh());
  const sight = sightPeople((people) => ask('sighted', { people }), signal);
  const shown = showWarning(document, judging, () => placement === 'inline', onFault);
  signal.addEventListener('abort', () => {
    judging.update([]);
    shown.hide();
  });

  const refresh = () => {
    if (isOrphan()) life.abort();
    if (signal.aborted) return;
    shown.draw();
    const items = judging.items();
    const level = levelOfPage(items);
    // What could not be judged must not look like what was judged harmless.
    const seen = judging.trouble() === undefined ? health : 'unreadable';
    // Other items with the same badge are news too, for an open side panel.
    const telling = [level, seen, ...items.map(({ key }) => key)].join();
    if (told === telling) return;
    told = telling;
    ask('badge', { level, health: seen }).catch(onFault);
  };

  answerPopup({
    async state({ again }) {
      await (again ? judging.again() : judging.settled());
      const items = judging.items().filter((item): item is Judged => item.judgement !== undefined);
      return {
        health, trouble: judging.trouble(),
        items: items.map(({ key, reading, judgement }) => ({ key, facts: reading.facts, judgement, answered: reading.answered })),
      };
    },
    async photoPlace({ key }) {
      shown.stepAside(cardAway);
      await new Promise((resolve) => setTimeout(resolve, cardLeaves));
      return photoPlace(judging.items(), key, window);
    },
  }, signal);

  // A page that comes back from the browser's cache missed what changed meanwhile, and its badge went with the page that came between.
  // Sites can make up such events.
  addEventListener('pageshow', (event) => {
    if (!event.isTrusted || !event.persisted) return;
    told = '';
    refresh();
    void judging.again();
  }, { signal });

  const start = () => watch({
    document, location, surfaces, signal,
    now: () => new Date(),
    onReadings: (readings) => {
      judging.update(readings.filter(({ isPassing }) => !isPassing));
      sight(readings);
    },
    onHealth: (seen) => {
      health = seen;
      refresh();
    },
  });
  // Nothing is read before that is known. While nobody answers nothing could be judged either, and that must not look harmless.
  const begin = async () => {
    for (let pause = firstPause; !signal.aborted; pause = Math.min(pause * 4, lastPause)) {
      const may = await ask('mayRead', {}).catch(() => undefined);
      if (signal.aborted) return;
      if (may) return void start();
      health = may === false ? 'switched off' : 'unreadable';
      refresh();
      if (may === false) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  void begin();
}
