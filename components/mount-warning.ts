import { h, render } from 'preact';
import { bareHost } from './bare-host.ts';
import { follow } from './follow.ts';
import { keepAbove } from './keep-above.ts';
import { keepHost } from './keep-host.ts';
import { placeCard, type Box, type Size, type Whereabouts } from './place-card.ts';
import css from './warning.css?inline';
import { Warning, type WarningActions, type WarningContent } from './warning.tsx';

export interface ShownWarning extends WarningContent, WarningActions {
  /** The same key updates a card in place; another one replaces it and is announced anew. */
  readonly key: string;
  /** Where in the window stands what it is about, what that is a part of and what it scrolls in. Functions: a page's elements are not for our hands. */
  readonly anchor: () => Box | undefined;
  readonly around: () => Box | undefined;
  readonly within: () => Box | undefined;
}
export interface MountedWarning {
  show(warning: ShownWarning): void;
  hide(): void;
  /** Leaves the picture for a moment, in ms, while a photo under it is taken. */
  stepAside(time: number): void;
}

/** The one element we ever add to a page, and only while there is something to say. `mark`: an id no page can know. */
export function mountWarning(document: Document, mark: string): MountedWarning {
  removeDead(document, mark);
  const { host, place } = bareHost(document, css);
  place.id = mark;

  let shown: ShownWarning | undefined;
  let whereabouts: Whereabouts = 'beside';
  let stop: (() => void) | undefined;
  /** Where the keyboard was before it came into the card. */
  let cameFrom: HTMLElement | undefined;

  const draw = () => {
    if (shown) render(h(Warning, { ...shown, key: `${shown.key} ${shown.level}`, whereabouts, popover: mark }), place);
  };
  const settle = () => {
    if (!shown) return;
    keepOnTop();
    // A page's own `zoom` on its root is not for the card.
    place.style.zoom = String(1 / (host.currentCSSZoom || 1));
    const { width, height } = viewOf(document);
    const card = { width: place.offsetWidth, height: place.offsetHeight };
    const spot = placeCard(shown.anchor(), shown.around(), card, { width, height }, shown.within());
    // Moved by `left` and `top` it would be a layout shift, which the page can measure with the place of the card.
    place.style.translate = `${Math.round(spot.left)}px ${Math.round(spot.top)}px`;
    if (spot.whereabouts === whereabouts) return;
    whereabouts = spot.whereabouts;
    draw();
  };
  const keepOnTop = keepAbove(host, place);
  const raise = () => { if (host.isConnected && !place.matches(':popover-open')) place.showPopover(); };
  const noteFocus = ({ type, relatedTarget }: FocusEvent) => {
    const other = relatedTarget as HTMLElement | null;
    if (other && !place.contains(other)) cameFrom = type === 'focusin' ? other : undefined;
  };
  for (const kind of ['focusin', 'focusout'] as const) place.addEventListener(kind, noteFocus);
  const closeOnEscape = (event: KeyboardEvent) => {
    const here = document.activeElement;
    if (event.isTrusted && event.key === 'Escape' && (here === host || here === document.body)) shown?.onClose();
  };

  const appear = () => {
    document.documentElement.append(host);
    raise();
    const ends = [keepHost(host, raise), follow(document.defaultView!, place, settle)];
    document.addEventListener('keydown', closeOnEscape, true);
    // Neither bubbles from what the page opened; both can be caught on the way down.
    for (const kind of ['toggle', 'fullscreenchange']) document.addEventListener(kind, keepOnTop, true);
    return () => {
      for (const end of ends) end();
      for (const kind of ['toggle', 'fullscreenchange']) document.removeEventListener(kind, keepOnTop, true);
      document.removeEventListener('keydown', closeOnEscape, true);
      const hadFocus = document.activeElement === host;
      render(null, place);
      host.remove();
      // Not the focus of a person who is elsewhere: it only goes back from what is gone.
      if (hadFocus && cameFrom?.isConnected) cameFrom.focus({ preventScroll: true });
      cameFrom = undefined;
    };
  };

  return {
    show(warning) {
      shown = warning;
      stop ??= appear();
      draw();
      settle();
    },
    hide() {
      shown = undefined;
      stop?.();
      stop = undefined;
    },
    stepAside(time) {
      place.classList.add('away');
      setTimeout(() => place.classList.remove('away'), time);
    },
  };
}

/**
 * Firefox starts the new script in open pages after an update and leaves there the card of the old one, which nobody listens to. The
 * mark is inside a closed root and different in each Firefox: a page cannot make a card up to see whether it goes.
 */
function removeDead({ documentElement }: Document, mark: string) {
  for (const child of Array.from(documentElement.children) as (Element & { openOrClosedShadowRoot?: ShadowRoot | null })[]) {
    if (child.openOrClosedShadowRoot?.getElementById(mark)) child.remove();
  }
}

/** Size of the window without its scroll bars. The root's own size is another one on pages without a doctype. */
function viewOf({ defaultView }: Document): Size {
  const { width, height, scale } = defaultView!.visualViewport!;
  return { width: width * scale, height: height * scale };
}
