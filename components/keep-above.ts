/**
 * Puts `card`, a popover inside `host`, above what the page opened later: the last one shown stands on top, and pages have popovers and
 * full screen too. Returns what to call when something may have come; it raises at most once for each thing in the way, because what
 * still is in the way then cannot be helped (`inert` on the root). A modal dialog of the page keeps its place: the browser takes all
 * presses outside of one away, and a card above it that cannot be closed would only be in the way.
 */
export function keepAbove(host: HTMLElement, card: HTMLElement): () => void {
  const { ownerDocument: document } = host;
  const root = card.getRootNode() as ShadowRoot;
  let hopeless: Element | null | undefined;
  const inTheWay = () => {
    const { left, top, width, height } = card.getBoundingClientRect();
    const points = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]] as const;
    const found = points.map(([x, y]) => document.elementFromPoint(left + x * width, top + y * height));
    return found.find((element) => element !== host);
  };
  return () => {
    const other = inTheWay();
    if (other === undefined) hopeless = undefined;
    if (other === hopeless || document.querySelector('dialog:modal')) return;
    const focused = root.activeElement as HTMLElement | null;
    card.hidePopover();
    card.showPopover();
    focused?.focus({ preventScroll: true });
    hopeless = inTheWay();
  };
}
