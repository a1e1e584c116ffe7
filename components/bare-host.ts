import { guardEvents } from './guard-events.ts';
import hostSheet from './host.css?inline';
import { ownSheet } from './own-sheet.ts';
import { setLanguage } from './set-language.ts';
import theme from './theme.css?inline';

/** An element for a page, not in it yet: bare outside, closed inside, with a place that stands above everything once its popover is shown. */
export function bareHost(document: Document, style: string): { host: HTMLElement; place: HTMLElement } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  root.adoptedStyleSheets = [theme, hostSheet, style].map(ownSheet);
  guardEvents(root);
  const place = document.createElement('div');
  place.className = 'theme place';
  place.popover = 'manual';
  setLanguage(place);
  root.append(place);
  return { host, place };
}
