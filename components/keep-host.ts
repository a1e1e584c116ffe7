/** Least time between two repairs, in ms: a page that fights back costs it nothing to win, and us no more than this. */
const repairEvery = 300;

/**
 * Keeps the host the last child of the root and free of attributes, whatever the page does to it. Hiding by style is answered by
 * the sheet inside (warning.css). Returns the way to stop.
 */
export function keepHost(host: HTMLElement, onRestored: () => void): () => void {
  const { ownerDocument: document } = host;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const repair = () => {
    timer = undefined;
    last = performance.now();
    for (const name of host.getAttributeNames()) host.removeAttribute(name);
    if (isAtHome()) return;
    document.documentElement?.append(host);
    watchRoot();
    onRestored();
  };
  const isAtHome = () => host.parentNode === document.documentElement;
  const isHarmed = () => !isAtHome() || host.hasAttributes();
  const observer = new MutationObserver(() => {
    if (timer !== undefined || !isHarmed()) return;
    timer = setTimeout(repair, Math.max(0, last + repairEvery - performance.now()));
  });
  // A page can put another root in the place of the one it had.
  const watchRoot = () => { if (document.documentElement) observer.observe(document.documentElement, { childList: true }); };
  watchRoot();
  observer.observe(document, { childList: true });
  observer.observe(host, { attributes: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
