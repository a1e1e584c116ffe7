import { readUrl } from '../core/url.ts';

/**
 * The only way surfaces touch a page. Mail and messages are written by strangers: `<form><input name=children>` or
 * `<img name=querySelector>` replace properties of the form and of `document` itself. Everything here is taken from the
 * prototypes when the script starts, where a page's names cannot reach, and is called on the node.
 */
type Root = Document | DocumentFragment | Element;

/** The member as the prototype (or the one it inherits from) has it. */
function member(prototype: object, name: string): PropertyDescriptor {
  for (let holder: object | null = prototype; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    const found = Object.getOwnPropertyDescriptor(holder, name);
    if (found) return found;
  }
  return {};
}
const getter = <T>(prototype: object, name: string) => {
  const get = member(prototype, name).get;
  return (node: Node): T => get?.call(node) as T;
};
const method = <A extends unknown[], T>(prototype: object, name: string) => {
  const call = member(prototype, name).value as (this: unknown, ...values: A) => T;
  return (node: object, ...values: A): T => call.apply(node, values);
};

const ofNode = Node.prototype;
const ofElement = Element.prototype;
const ofDocument = Document.prototype;

export const elementType = 1;
export const textType = 3;
const documentType = 9;
const fragmentType = 11;

export const typeOf = getter<number>(ofNode, 'nodeType');
export const parentNodeOf = getter<Node | null>(ofNode, 'parentNode');
export const firstChildOf = getter<Node | null>(ofNode, 'firstChild');
export const lastChildOf = getter<Node | null>(ofNode, 'lastChild');
export const nextSiblingOf = getter<Node | null>(ofNode, 'nextSibling');
export const previousSiblingOf = getter<Node | null>(ofNode, 'previousSibling');
export const parentOf = getter<Element | null>(ofNode, 'parentElement');
/** Raw text of an element, hidden parts included. */
export const textOf = getter<string>(ofElement, 'textContent');
const baseOf = getter<string>(ofNode, 'baseURI');
const windowOf = getter<(Window & typeof globalThis) | null>(ofDocument, 'defaultView');
const documentOf = getter<Document | null>(ofNode, 'ownerDocument');
export const isConnected = getter<boolean>(ofNode, 'isConnected');
const positionOf = method<[Node], number>(ofNode, 'compareDocumentPosition');
const holds = method<[Node], boolean>(ofNode, 'contains');

export const tagOf = getter<string>(ofElement, 'localName');
export const nextElementOf = getter<Element | null>(ofElement, 'nextElementSibling');
export const firstElementOf = getter<Element | null>(ofElement, 'firstElementChild');
export const shadowOf = getter<ShadowRoot | null>(ofElement, 'shadowRoot');
export const attribute = method<[string], string | null>(ofElement, 'getAttribute');
export const matches = method<[string], boolean>(ofElement, 'matches');
export const closest = method<[string], Element | null>(ofElement, 'closest');
export const innerWidthOf = getter<number>(ofElement, 'clientWidth');
export const innerHeightOf = getter<number>(ofElement, 'clientHeight');
export const boxOf = method<[], DOMRect>(ofElement, 'getBoundingClientRect');
const hostOf = getter<Element | null>(ShadowRoot.prototype, 'host');
const borderLeftOf = getter<number>(ofElement, 'clientLeft');
const borderTopOf = getter<number>(ofElement, 'clientTop');
const checkVisibility = typeof member(ofElement, 'checkVisibility').value === 'function'
  ? method<[object], boolean>(ofElement, 'checkVisibility')
  : undefined;

export const lengthOf = getter<number>(CharacterData.prototype, 'length');
export const piece = method<[number, number], string>(CharacterData.prototype, 'substringData');
const frameContent = getter<Document | null>(HTMLIFrameElement.prototype, 'contentDocument');
const frameWindow = getter<Window | null>(HTMLIFrameElement.prototype, 'contentWindow');

export const titleOf = getter<string>(ofDocument, 'title');
export const isHiddenTab = getter<boolean>(ofDocument, 'hidden');
export const readyStateOf = getter<string>(ofDocument, 'readyState');
const rootElementOf = getter<Element | null>(ofDocument, 'documentElement');

/** A query by the type of its root: each type has its own. */
function query<T>(name: string): (root: Root, selector: string) => T {
  const [element, document, fragment] = [ofElement, ofDocument, DocumentFragment.prototype].map((holder) => method<[string], T>(holder, name));
  return (root, selector) => {
    const type = typeOf(root);
    const ask = type === elementType ? element : type === documentType ? document : fragment;
    return (ask as NonNullable<typeof ask>)(root, selector);
  };
}
const first = query<Element | null>('querySelector');
const every = query<NodeListOf<Element>>('querySelectorAll');

/** First match of the first selector that has one: candidates in order of trust. */
export function find(root: Root, ...selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = first(root, selector);
    if (found) return found;
  }
  return undefined;
}

export const findAll = (root: Root, selector: string): Element[] => Array.from(every(root, selector));

export const isWithin = (node: Node, ancestor: Node): boolean => holds(ancestor, node);
export const precedes = (node: Node, other: Node): boolean => (positionOf(node, other) & 4) !== 0;

/** Language the page states for itself (BCP 47). */
export function languageOf(document: Document): string | undefined {
  const root = rootElementOf(document);
  return (root && attribute(root, 'lang')) || undefined;
}

export const listen = (target: EventTarget, type: string, signal: AbortSignal, onEvent: () => void) =>
  EventTarget.prototype.addEventListener.call(target, type, onEvent, { signal, capture: true });

/** Whole address of a `href` or `src`; undefined when it cannot be read. */
export const resolve = (node: Node, address: string): string | undefined => (readUrl(address) ?? readUrl(address, baseOf(node)))?.href;

/** Document of a frame of the same origin. */
export function documentIn(frame: Element): Document | undefined {
  try {
    return frameContent(frame) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Window of an `<iframe>`, of whatever origin. */
export const windowIn = (frame: Element): Window | undefined => (tagOf(frame) === 'iframe' && frameWindow(frame)) || undefined;

/**
 * Where an element stands in the window, in CSS pixels, also from within frames of the same origin; undefined once it is on no page.
 * A frame's own scaling (`transform`) is not counted in.
 */
export function boxInView(element: Element): { left: number; top: number; width: number; height: number } | undefined {
  const view = viewOf(element);
  if (!view || !isConnected(element)) return undefined;
  const { left, top, width, height } = boxOf(element);
  const frame = view.frameElement;
  if (!frame) return { left, top, width, height };
  const outer = boxInView(frame);
  return outer && { left: left + outer.left + borderLeftOf(frame), top: top + outer.top + borderTopOf(frame), width, height };
}

/** Ancestors looked at for one that scrolls: deeper pages are built to cost time. */
const mostAncestors = 200;

/**
 * The box of what an element scrolls in, in CSS pixels of the window: the innermost part of the page that scrolls, else the frame it stands
 * in. Undefined where only the page itself scrolls.
 */
export function scrollerBox(element: Element): ReturnType<typeof boxInView> {
  if (!isConnected(element)) return undefined;
  let node = parentNodeOf(element);
  for (let left = mostAncestors; node && left > 0; left--) {
    if (typeOf(node) === elementType && scrolls(node as Element)) return boxInView(node as Element);
    // Of what is on a page, only a shadow root is a fragment.
    node = typeOf(node) === fragmentType ? hostOf(node) : parentNodeOf(node);
  }
  const frame = viewOf(element)?.frameElement;
  return frame ? boxInView(frame) : undefined;
}

/** What scrolls by itself. What stands at the root of a page gives its scrolling to the window. */
const scrolls = (element: Element): boolean =>
  !/^(?:html|body)$/.test(tagOf(element)) && /auto|scroll/.test(styleOf(element)?.overflowY ?? '');

/** Window it is shown in; null outside of one, as in a frame that was taken away. */
function viewOf(element: Element): (Window & typeof globalThis) | null {
  const owner = documentOf(element);
  return owner && windowOf(owner);
}

/** In both spellings: browsers of 2022 and 2023 know the longer ones. */
const asSeen = { visibilityProperty: true, checkVisibilityCSS: true, opacityProperty: true, checkOpacity: true };

/** Elements without a box inside each other that are climbed: thousands cost seconds. What stands deeper is rather read than passed over. */
const mostContents = 30;

/**
 * Whether an element's own text is drawn. `display: contents` has no box of its own and asks its parent. Without
 * `checkVisibility` (Firefox before 106) only inline styles and `hidden` are known.
 */
export function isShown(element: Element): boolean {
  if (!checkVisibility) return !closest(element, '[hidden],[style*="display:none"],[style*="display: none"]');
  let node: Element | null = element;
  for (let left = mostContents; node && left > 0; left--) {
    if (checkVisibility(node, asSeen)) return true;
    if (styleOf(node)?.display !== 'contents') return false;
    node = parentOf(node);
  }
  return node !== null;
}

/** The style an element is drawn with; undefined outside of a window. */
export function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return viewOf(element) ? getComputedStyle(element) : undefined;
}
