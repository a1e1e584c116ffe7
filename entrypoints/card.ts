import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawText } from '../components/draw-text.ts';
import { mountWarning } from '../components/mount-warning.ts';
import { cardKey, type CardWorld } from './watch/load-card.ts';

/** The card, for the script that watches the page: both live in the extension's own world, which no page can see. */
export default defineUnlistedScript(() => {
  drawText();
  (globalThis as CardWorld)[cardKey] = mountWarning;
});
