import { h, render } from 'preact';
import { follow } from './follow.ts';
import { guardEvents } from './guard-events.ts';
import { keepHost } from './keep-host.ts';
import { placeCard, type Whereabouts } from './place-card.ts';
import theme from './theme.css?inline';
import css from './warning.css?inline';
import { Warning, type WarningActions, type WarningContent } from './warning.tsx';

export interface ShownWarning extends WarningContent, WarningActions {
  /** The same key updates a card in place; another one replaces it and is announced anew. */
  readonly key: string;
  /** What it is about, and what that is a part of. */
  readonly anchor: Element;
  readonly around: Element;
}
export interface MountedWarning {
  show(warning: ShownWarning): void;
  hide(): void;
  /** Leaves the picture for a moment, in ms, while a photo under it is taken. */
  stepAside(time: number): void;
}

/** The one element we ever add to a page, and only while there is something to say. */
export function mountWarning(document: Document): MountedWarning {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [theme, css].map(sheetOf);
  guardEvents(root);
  const place = document.createElement('div');
  place.className = 'theme place';
  place.popover = 'manual';
  root.append(place);

  let shown: ShownWarning | undefined;
  let whereabouts: Whereabouts = 'beside';
  let stop: (() => void) | undefined;

  const draw = () => {
    if (shown) render(h(Warning, { ...shown, key: `${shown.key} ${shown.level}`, whereabouts }), place);
  };
  const settle = () => {
    if (!shown) return;
    const [anchor, around] = [shown.anchor, shown.around].map(boxOf);
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const spot = placeCard(anchor, around, { width: place.offsetWidth, height: place.offsetHeight }, { width, height });
    place.style.left = `${Math.round(spot.left)}px`;
    place.style.top = `${Math.round(spot.top)}px`;
    if (spot.whereabouts === whereabouts) return;
    whereabouts = spot.whereabouts;
    draw();
  };
  const raise = () => { if (host.isConnected && !place.matches(':popover-open')) place.showPopover(); };
  const closeOnEscape = (event: KeyboardEvent) => {
    const here = document.activeElement;
    if (event.isTrusted && event.key === 'Escape' && (here === host || here === document.body)) shown?.onClose();
  };

  const appear = () => {
    document.documentElement.append(host);
    raise();
    const ends = [keepHost(host, raise), follow(document.defaultView!, place, settle)];
    document.addEventListener('keydown', closeOnEscape, true);
    return () => {
      for (const end of ends) end();
      document.removeEventListener('keydown', closeOnEscape, true);
      render(null, place);
      host.remove();
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

const boxOf = (element: Element) => (element.isConnected ? element.getBoundingClientRect() : undefined);

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
