import { watchPage, type Names, type Orders, type Wanted } from './watchful-script.ts';

/**
 * What a page found out, by the way it looked. Nothing in it depends on time or chance: two visits to the
 * same page differ only in what else is there.
 */
export type PageReport = Readonly<Record<typeof looks[number], unknown>>;
export const looks = ['received', 'globals', 'markup', 'mutations', 'calls', 'errors', 'entries', 'sheets',
  'drawn', 'text', 'focus', 'storage', 'messaging', 'resources'] as const;

/** Functions a page can put its own in place of, to learn who calls them and for what. */
const patched: Names = {
  'EventTarget.prototype': ['addEventListener', 'removeEventListener', 'dispatchEvent'],
  'Node.prototype': ['appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'contains',
    'compareDocumentPosition', 'getRootNode'],
  'Element.prototype': ['append', 'prepend', 'before', 'after', 'remove', 'attachShadow', 'setAttribute',
    'getAttribute', 'removeAttribute', 'closest', 'matches', 'querySelector', 'querySelectorAll',
    'checkVisibility', 'getBoundingClientRect', 'insertAdjacentHTML', 'animate'],
  'HTMLElement.prototype': ['showPopover', 'hidePopover', 'focus', 'click'],
  'Document.prototype': ['createElement', 'createElementNS', 'querySelector', 'querySelectorAll',
    'createTreeWalker'],
  'CharacterData.prototype': ['substringData'],
  'CSSStyleSheet.prototype': ['replaceSync', 'insertRule'],
  'MutationObserver.prototype': ['observe'],
  'IntersectionObserver.prototype': ['observe'],
  'ResizeObserver.prototype': ['observe'],
  'CustomElementRegistry.prototype': ['define'],
  'Storage.prototype': ['getItem', 'setItem'],
  'History.prototype': ['pushState', 'replaceState'],
  'IDBFactory.prototype': ['open'],
  window: ['requestIdleCallback', 'requestAnimationFrame', 'setTimeout', 'setInterval', 'getComputedStyle',
    'fetch', 'postMessage', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'XMLHttpRequest',
    'WebSocket', 'BroadcastChannel'],
  console: ['log', 'info', 'warn', 'error', 'debug'],
};
/** Properties to read is to be seen, when the page has its own getter there. */
const getters: Names = {
  'Node.prototype': ['textContent', 'parentNode', 'childNodes', 'firstChild', 'nextSibling', 'nodeType'],
  'Element.prototype': ['shadowRoot', 'children', 'localName'],
  'Document.prototype': ['body', 'documentElement', 'adoptedStyleSheets', 'hidden'],
  'HTMLIFrameElement.prototype': ['contentDocument'],
};

/** Time from its load until a page looks again, in ms: the extension has read it and shown what it has to. */
const patience = { quiet: 2_500, warned: 4_000 };

/** The script for the beginning of a page's head. */
export function watchfulScript(wanted: Wanted, kind: keyof typeof patience): string {
  const orders: Orders = { ...wanted, patched, getters, patience: patience[kind] };
  return `<script>(${watchPage.toString()})(${JSON.stringify(orders)})</script>`;
}
