/** What the keyboard can be on. */
const controls = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';
/** Time for a component to put the keyboard somewhere itself, which it knows better, in ms. */
const settles = 150;

/** Something that holds the focused control, and how many controls stand before that one in it. */
interface Holder { readonly element: Element; readonly before: number }

/**
 * For pages of our own: when the control that was pressed goes with what it did, a row that was erased, the browser throws the keyboard back to
 * the start of the page. This leaves it where it was: on the control that took the place, or on the part of the page where it stood.
 */
export function keepFocus(document: Document): void {
  let holders: readonly Holder[] = [];
  const isLost = () => document.activeElement === null || document.activeElement === document.body;
  const settle = () => {
    if (!isLost() || holders.length === 0 || holders[0]!.element.isConnected) return;
    const stayed = holders.find(({ element }) => element.isConnected);
    holders = [];
    if (stayed) focusNear(stayed);
  };
  document.addEventListener('focusin', ({ target }) => { holders = holdersOf(target as Element); });
  // Who presses beside everything has left by themselves.
  document.addEventListener('focusout', () => queueMicrotask(() => { if (isLost() && holders[0]?.element.isConnected) holders = []; }));
  new MutationObserver(() => {
    if (holders.length > 0 && !holders[0]!.element.isConnected) setTimeout(settle, settles);
  }).observe(document, { childList: true, subtree: true });
}

function holdersOf(focused: Element): Holder[] {
  const holders: Holder[] = [];
  for (let element: Element | null = focused; element && element !== focused.ownerDocument.documentElement; element = element.parentElement) {
    holders.push({ element, before: [...element.querySelectorAll(controls)].indexOf(focused) });
  }
  return holders;
}

function focusNear({ element, before }: Holder): void {
  const near = [...element.querySelectorAll<HTMLElement>(controls)].filter((one) => one.checkVisibility());
  const next = near[Math.min(Math.max(before, 0), near.length - 1)];
  if (next) return next.focus();
  const part = element.closest<HTMLElement>('section, fieldset, article, main') ?? element.querySelector<HTMLElement>('main');
  if (!part) return;
  part.tabIndex = -1;
  part.focus();
}
