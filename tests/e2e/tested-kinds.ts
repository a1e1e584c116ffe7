import { browserKinds, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';

/** `npm run test:all` and `test:pages` do everything in both browsers, `npm test` what tells them apart. */
export const isEverything = ['test:all', 'test:pages'].includes(process.env.npm_lifecycle_event ?? '');

/**
 * For what hardly depends on the browser: pages of our own, words, and what is judged. A test takes two to three times as much of the
 * processor in Firefox, so that `npm test` leaves these to Chromium.
 */
export const ownKinds: readonly BrowserKind[] = isEverything ? browserKinds : ['chromium'];
