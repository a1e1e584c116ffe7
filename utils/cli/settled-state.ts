import type { PageState } from '../platform/questions.ts';

/**
 * Longest time a page may take to be read, what was read may take to be judged on a busy machine (a first failure is asked about
 * again after 2 s, a second after 10 s), and the pause between two looks, in milliseconds.
 */
const patience = 8_000;
const judgingPatience = 30_000;
const pauseLength = 400;

/**
 * What stands on a page once two looks in a row find the same; at the end of the patience, what stands there then. A page tells
 * only what is judged: one that calls itself readable and tells nothing, or that has trouble, is waited for longer.
 */
export async function settledState(look: () => Promise<PageState | undefined>): Promise<PageState> {
  let before = '';
  let state: PageState | undefined;
  const start = Date.now();
  const isUnjudged = () => state?.health === 'readable' && (state.items.length === 0 || state.trouble !== undefined);
  while (Date.now() < start + (isUnjudged() ? judgingPatience : patience)) {
    state = (await look()) ?? state;
    const now = JSON.stringify(state?.items.map(({ facts }) => facts));
    if (state && state.items.length > 0 && !isUnjudged() && now === before) return state;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, pauseLength));
  }
  if (!state)
    throw new Error('the extension does not answer on this page: it runs on the sites of its manifest only');
  if (isUnjudged() && state.items.length === 0) {
    const why = state.trouble ? ` (${state.trouble})` : '';
    throw new Error(`it was read, but not judged within ${judgingPatience / 1000} s${why}; try again when the machine is less busy`);
  }
  return state;
}
