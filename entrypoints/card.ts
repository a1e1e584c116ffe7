import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountWarning } from '../components/mount-warning.ts';
import { cardKey, type CardWorld } from './watch/load-card.ts';

/** The card, for the script that watches the page: both live in the extension's own world, which no page can see. */
export default defineUnlistedScript(() => {
  (globalThis as CardWorld)[cardKey] = mountWarning;
});
