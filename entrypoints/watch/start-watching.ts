import { browser } from 'wxt/browser';
import { ask } from '../../utils/platform/ask.ts';
import type { Health, Surface } from '../../utils/surfaces/surface.ts';
import { watch } from '../../utils/surfaces/watch.ts';
import { answerPopup } from './answer-popup.ts';
import { judgeReadings } from './judge-readings.ts';
import { photoPlace } from './photo-place.ts';
import { showWarning } from './show-warning.ts';
import { levelOfPage, type Judged } from './worst-item.ts';

/** Time for the card to leave the screen before a picture is taken, and to stay away meanwhile, in ms. */
const cardLeaves = 120;
const cardAway = 2_000;

/** Reads the page with these surfaces, has judged what it reads and warns, for as long as the extension and the page live. */
export function startWatching(surfaces: readonly Surface[]) {
  const life = new AbortController();
  const { signal } = life;
  let health: Health = 'nothing to read';
  let badge = '';

  /** After an update the old script stays in the page without its extension: it falls silent. */
  const isOrphan = () => browser.runtime?.id === undefined;
  const onFault = () => { if (isOrphan()) life.abort(); };
  const judging = judgeReadings((facts) => ask('judge', facts), () => refresh());
  const shown = showWarning(document, judging, onFault);
  signal.addEventListener('abort', () => {
    judging.update([]);
    shown.hide();
  });

  const refresh = () => {
    if (isOrphan()) life.abort();
    if (signal.aborted) return;
    shown.draw();
    const level = levelOfPage(judging.items());
    // What could not be judged must not look like what was judged harmless.
    const seen = judging.trouble() === undefined ? health : 'unreadable';
    if (badge === `${level} ${seen}`) return;
    badge = `${level} ${seen}`;
    ask('badge', { level, health: seen }).catch(onFault);
  };

  answerPopup({
    async state({ again }) {
      await (again ? judging.again() : judging.settled());
      const items = judging.items().filter((item): item is Judged => item.judgement !== undefined);
      return {
        health, trouble: judging.trouble(),
        items: items.map(({ key, reading, judgement }) => ({ key, facts: reading.facts, judgement })),
      };
    },
    async photoPlace({ key }) {
      shown.stepAside(cardAway);
      await new Promise((resolve) => setTimeout(resolve, cardLeaves));
      return photoPlace(judging.items(), key, window);
    },
  }, signal);

  watch({
    document, location, surfaces, signal,
    now: () => new Date(),
    onReadings: (readings) => judging.update(readings),
    onHealth: (seen) => {
      health = seen;
      refresh();
    },
  });
}
