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

export const elementType = 1;
export const textType = 3;
const documentType = 9;

export const typeOf = getter<number>(Node.prototype, 'nodeType');
export const parentNodeOf = getter<Node | null>(Node.prototype, 'parentNode');
export const firstChildOf = getter<Node | null>(Node.prototype, 'firstChild');
export const nextSiblingOf = getter<Node | null>(Node.prototype, 'nextSibling');
export const parentOf = getter<Element | null>(Node.prototype, 'parentElement');
export const isConnected = getter<boolean>(Node.prototype, 'isConnected');
/** Raw text of an element, hidden parts included. */
export const textOf = getter<string>(Element.prototype, 'textContent');
const baseOf = getter<string>(Node.prototype, 'baseURI');
const windowOf = getter<(Window & typeof globalThis) | null>(Document.prototype, 'defaultView');
const documentOf = getter<Document | null>(Node.prototype, 'ownerDocument');
const positionOf = method<[Node], number>(Node.prototype, 'compareDocumentPosition');
const holds = method<[Node], boolean>(Node.prototype, 'contains');

export const tagOf = getter<string>(Element.prototype, 'localName');
export const nextElementOf = getter<Element | null>(Element.prototype, 'nextElementSibling');
export const firstElementOf = getter<Element | null>(Element.prototype, 'firstElementChild');
export const shadowOf = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot');
export const attribute = method<[string], string | null>(Element.prototype, 'getAttribute');
export const matches = method<[string], boolean>(Element.prototype, 'matches');
export const closest = method<[string], Element | null>(Element.prototype, 'closest');
const checkVisibility = typeof member(Element.prototype, 'checkVisibility').value === 'function'
  ? method<[object], boolean>(Element.prototype, 'checkVisibility')
  : undefined;

export const lengthOf = getter<number>(CharacterData.prototype, 'length');
export const piece = method<[number, number], string>(CharacterData.prototype, 'substringData');
const frameContent = getter<Document | null>(HTMLIFrameElement.prototype, 'contentDocument');

export const titleOf = getter<string>(Document.prototype, 'title');
export const isHiddenTab = getter<boolean>(Document.prototype, 'hidden');
export const readyStateOf = getter<string>(Document.prototype, 'readyState');
const rootElementOf = getter<Element | null>(Document.prototype, 'documentElement');

const find1 = method<[string], Element | null>(Element.prototype, 'querySelector');
const find9 = method<[string], Element | null>(Document.prototype, 'querySelector');
const find11 = method<[string], Element | null>(DocumentFragment.prototype, 'querySelector');
const all1 = method<[string], NodeListOf<Element>>(Element.prototype, 'querySelectorAll');
const all9 = method<[string], NodeListOf<Element>>(Document.prototype, 'querySelectorAll');
const all11 = method<[string], NodeListOf<Element>>(DocumentFragment.prototype, 'querySelectorAll');

/** First match of the first selector that has one: candidates in order of trust. */
export function find(root: Root, ...selectors: readonly string[]): Element | undefined {
  const type = typeOf(root);
  const query = type === elementType ? find1 : type === documentType ? find9 : find11;
  for (const selector of selectors) {
    const found = query(root, selector);
    if (found) return found;
  }
  return undefined;
}

export function findAll(root: Root, selector: string): Element[] {
  const type = typeOf(root);
  return Array.from((type === elementType ? all1 : type === documentType ? all9 : all11)(root, selector));
}

export const isWithin = (node: Node, ancestor: Node): boolean => holds(ancestor, node);
export const precedes = (node: Node, other: Node): boolean => (positionOf(node, other) & 4) !== 0;

/** Language the page states for itself (BCP 47). */
export function languageOf(document: Document): string | undefined {
  const root = rootElementOf(document);
  return (root && attribute(root, 'lang')) || undefined;
}

/** Whole address of a `href` or `src`; undefined when it cannot be read. */
export function resolve(node: Node, address: string): string | undefined {
  if (URL.canParse(address)) return new URL(address).href;
  const base = baseOf(node);
  return URL.canParse(address, base) ? new URL(address, base).href : undefined;
}

/** Document of a frame of the same origin. */
export function documentIn(frame: Element): Document | undefined {
  try {
    return frameContent(frame) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether an element's own text is drawn. `display: contents` has no box of its own and asks its parent. Without
 * `checkVisibility` (Firefox before 106) only inline styles and `hidden` are known.
 */
export function isShown(element: Element): boolean {
  if (!checkVisibility) return !closest(element, '[hidden],[style*="display:none"],[style*="display: none"]');
  if (checkVisibility(element, { visibilityProperty: true, checkVisibilityCSS: true })) return true;
  const parent = parentOf(element);
  return parent !== null && displayOf(element) === 'contents' && isShown(parent);
}

function displayOf(element: Element): string | undefined {
  const owner = documentOf(element);
  const view = owner && windowOf(owner);
  return view ? getComputedStyle(element).display : undefined;
}
