import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * Does nothing, but before the page's first element is there. Chromium makes `chrome` for scripts of an extension when the first of them
 * runs, and an `<iframe name="chrome">` that stands there by then takes the name and with it the way to the background.
 */
export default defineUnlistedScript(() => undefined);
