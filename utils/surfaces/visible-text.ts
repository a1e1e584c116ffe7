import { textLimit } from '../core/limits.ts';
import {
  attribute, elementType, firstChildOf, isShown, lengthOf, nextSiblingOf, parentNodeOf, piece, tagOf, textOf, textType, typeOf,
} from './dom.ts';

/** Elements that begin and end on lines of their own in every browser's style sheet. */
const blocks = new Set(['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'details', 'dialog', 'div', 'dl', 'dt', 'fieldset',
  'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'nav', 'ol', 'p', 'pre',
  'section', 'summary', 'table', 'tr', 'ul']);
/** Never text a person reads, or text the person types. */
const skipped = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'iframe', 'object', 'textarea', 'input', 'select',
  'svg', 'video', 'audio', 'canvas']);
/** Nodes walked at most, about 20 ms: a long newsletter has 5,000. */
const nodeLimit = 20_000;
/** Characters read at most on the way to `limit` visible ones, so that megabytes of spaces cost little. */
const readLimit = 50 * textLimit;
const chunk = 65_536;

export interface TextOptions {
  /** Longest text returned, in characters. */
  readonly limit?: number;
  /** Elements left out with all they hold. */
  readonly without?: ReadonlySet<Element>;
  /** Keep line breaks of the source, where the page's style does (`white-space: pre-wrap`). */
  readonly keepLines?: boolean;
}

/** Text as a person sees it: blocks and `<br>` break lines, space collapses, hidden parts are left out. */
export function visibleText(root: Element, { limit = textLimit, without, keepLines = false }: TextOptions = {}): string {
  const shown = new Map<Node, boolean>();
  let text = '';
  let gap = '';
  let unread = readLimit;
  const widen = (space: string) => { if (gap !== '\n') gap = space; };
  const add = (raw: string) => {
    for (const part of raw.split(keepLines ? /([ \t\r\f\u00a0]+|\n)/ : /([ \t\r\n\f\u00a0]+)/)) {
      if (part === '' || text.length > limit) continue;
      if (/^[ \t\r\n\f\u00a0]/.test(part)) widen(keepLines && part === '\n' ? '\n' : ' ');
      else {
        text += (text ? gap : '') + part;
        gap = '';
      }
    }
  };
  const read = (node: Node) => {
    const parent = parentNodeOf(node) as Element;
    if (!shown.has(parent)) shown.set(parent, isShown(parent));
    if (!shown.get(parent)) return;
    const length = lengthOf(node);
    for (let at = 0; at < length && unread > 0 && text.length <= limit; at += chunk, unread -= chunk) add(piece(node, at, chunk));
  };
  const isWhole = walk(root, (node, leaving) => {
    const type = typeOf(node);
    if (type === textType) read(node);
    if (type === elementType) {
      const tag = tagOf(node as Element);
      if (!leaving && (skipped.has(tag) || without?.has(node as Element) || isFolded(node as Element))) return 'past';
      if (tag === 'br' || blocks.has(tag)) gap = '\n';
      else if (tag === 'td' || tag === 'th') widen(' ');
    }
    return text.length > limit || unread <= 0 ? 'stop' : 'on';
  });
  if (isWhole) return text.slice(0, limit);
  // Thousands of empty nodes in front must not hide what follows: raw text is coarse, but the browser gives it at once.
  return textOf(root).slice(0, readLimit).replaceAll(/\s+/g, ' ').trim().slice(0, limit);
}

/**
 * Depth first; calls `visit` on entering and on leaving an element. `past` skips what an element holds. False when there are more
 * nodes than are walked.
 */
function walk(root: Node, visit: (node: Node, leaving: boolean) => 'on' | 'past' | 'stop'): boolean {
  let node: Node = root;
  for (let left = nodeLimit; left > 0; left--) {
    const next = visit(node, false);
    if (next === 'stop') return true;
    const child = next === 'past' ? null : firstChildOf(node);
    if (child) {
      node = child;
      continue;
    }
    let after: Node | null = null;
    while (node !== root && !(after = nextSiblingOf(node))) {
      node = parentNodeOf(node) ?? root;
      if (node !== root) visit(node, true);
    }
    if (node === root || !after) return true;
    node = after;
  }
  return false;
}

/**
 * Draft fields, and boxes of no size that cut off what they hold, as mails hide their phone version in
 * (`width:0;height:0;overflow:hidden`). By inline style only: mails are styled inline, and asking for layout would cost.
 */
function isFolded(element: Element): boolean {
  const editable = attribute(element, 'contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const style = attribute(element, 'style');
  return style !== null && style.includes('hidden')
    && /overflow(?:-[xy])?\s*:\s*hidden/i.test(style)
    && /(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:\.0+)?(?:px|em|pt|%)?\s*(?:!\s*important\s*)?(?:;|$)/i.test(style);
}
