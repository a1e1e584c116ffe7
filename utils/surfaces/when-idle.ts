/** Latest start of idle work, in ms: a busy page must not put off reading for ever. */
const latest = 500;

/** Runs `work` when the page has nothing better to do; at once where browsers do not tell (a timer's turn later). */
export function whenIdle(work: () => void, signal: AbortSignal) {
  const run = () => { if (!signal.aborted) work(); };
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: latest });
  else setTimeout(run, 0);
}
