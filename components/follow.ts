/** How often the place is looked at without a scroll or a resize, in ms: pages move things by script too. */
const lookEvery = 500;

/** Calls `place` at most once a frame whenever things may have moved or `card` changed its size. Returns the way to stop. */
export function follow(view: Window, card: Element, place: () => void): () => void {
  let frame: number | undefined;
  const soon = () => {
    frame ??= view.requestAnimationFrame(() => {
      frame = undefined;
      place();
    });
  };
  const options = { capture: true, passive: true };
  view.addEventListener('scroll', soon, options);
  view.addEventListener('resize', soon, options);
  const sizes = new ResizeObserver(soon);
  sizes.observe(card);
  const timer = setInterval(soon, lookEvery);
  return () => {
    view.removeEventListener('scroll', soon, options);
    view.removeEventListener('resize', soon, options);
    sizes.disconnect();
    clearInterval(timer);
    if (frame !== undefined) view.cancelAnimationFrame(frame);
  };
}
