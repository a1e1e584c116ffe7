import { drawText } from './draw-text.ts';
import { guardEvents } from './guard-events.ts';
import { ownSheet } from './own-sheet.ts';

/** An element for a page, not in it yet: bare outside, closed inside, with a place that stands above everything once its popover is shown. */
export function bareHost(document: Document, styles: readonly string[]): { host: HTMLElement; place: HTMLElement } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = styles.map(ownSheet);
  guardEvents(root);
  drawText();
  const place = document.createElement('div');
  place.className = 'theme place';
  place.popover = 'manual';
  root.append(place);
  return { host, place };
}
