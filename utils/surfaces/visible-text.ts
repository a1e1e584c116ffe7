import { lineLimit, textLimit } from '../core/limits.ts';
import {
  attribute, elementType, firstChildOf, isShown, lastChildOf, lengthOf, nextSiblingOf, parentNodeOf, piece, previousSiblingOf,
  tagOf, textOf, textType, typeOf,
} from './dom.ts';
import { isBlock, isFolded, isTiny } from './drawn-as.ts';

/** Never text a person reads, or text the person types. */
const skipped = new Set('script style template noscript head title iframe object textarea input select svg video audio canvas'.split(' '));
/** Of these, what a stranger's mail can show words in. */
const fields = new Set(['textarea', 'select']);
const wordless = /^(?:hidden|checkbox|radio)$/i;
/** Nodes walked at most from either end, about 60 ms: a long newsletter has 5,000. */
const nodeLimit = 60_000;
/** Characters read at most on the way to `limit` visible ones, so that megabytes of spaces cost little. */
const readLimit = 50 * textLimit;
const chunk = 65_536;

export interface TextOptions {
  /** Longest text returned, in characters. Of a longer one both ends are kept; of a line only its beginning. */
  readonly limit?: number;
  /** Elements left out with all they hold. */
  readonly without?: ReadonlySet<Element>;
  /** Keep line breaks of the source, where the page's style does (`white-space: pre-wrap`). */
  readonly keepLines?: boolean;
  /** All of it was written by a stranger: what stands in fields was typed by nobody here and is read too. */
  readonly isWritten?: boolean;
}

/** Beginning and end of a text that is too long: a quarter and the rest, because demands come last. */
export function bothEnds(text: string, limit: number): string {
  const front = limit >> 2;
  return text.length > limit ? `${text.slice(0, front)}\n${text.slice(front + 1 - limit)}` : text;
}

/** Text as a person sees it: blocks and `<br>` break lines, space collapses, hidden parts are left out. */
export function visibleText(root: Element, options: TextOptions = {}): string {
  const { limit = textLimit } = options;
  const head = collect(root, limit, options, false);
  if (head.ended === 'whole' || (limit <= lineLimit && head.text.length > limit)) return head.text.slice(0, limit);
  const tail = collect(root, limit, options, true);
  const front = limit >> 2;
  const ends = [head.text.slice(0, front), tail.text.slice(front + 1 - limit)] as const;
  const room = limit - ends[0].length - ends[1].length - 2;
  // Thousands of empty nodes must not hide what stands between them: raw text is coarse, but the browser gives it at once.
  const isUnread = room > 0 && [head, tail].some(({ ended }) => ended === 'tired');
  const middle = isUnread ? bothEnds(bothEnds(textOf(root), readLimit).replaceAll(/\s+/g, ' ').trim(), room) : '';
  return [...new Set([ends[0], middle, ends[1]])].filter(Boolean).join('\n');
}

type Ending = 'whole' | 'stopped' | 'tired';

/** Visible text from one end until there is more than `limit`. Backwards everything is the same in reverse. */
function collect(root: Element, limit: number, { without, keepLines, isWritten }: TextOptions, isBackward: boolean): { text: string; ended: Ending } {
  const shown = new Map<Node, boolean>();
  const parts: string[] = [];
  let length = 0;
  let gap = '';
  let unread = readLimit;
  const widen = (space: string) => { if (gap !== '\n') gap = space; };
  const ordered = <T>(list: T[]) => (isBackward ? list.reverse() : list);
  const add = (raw: string) => {
    for (const part of ordered(raw.split(keepLines ? /([ \t\r\f\u00a0]+|\n)/ : /([ \t\r\n\f\u00a0]+)/))) {
      if (part === '' || length > limit) continue;
      if (/^[ \t\r\n\f\u00a0]/.test(part)) widen(keepLines && part === '\n' ? '\n' : ' ');
      else {
        if (length === 0) gap = '';
        parts.push(gap, part);
        length += gap.length + part.length;
        gap = '';
      }
    }
  };
  const read = (node: Node) => {
    const parent = parentNodeOf(node) as Element;
    if (!shown.has(parent)) shown.set(parent, isShown(parent) && !isTiny(parent));
    if (!shown.get(parent)) return;
    const all = lengthOf(node);
    // `add` counts what was read.
    // oxlint-disable-next-line no-unmodified-loop-condition
    for (let done = 0; done < all && unread > 0 && length <= limit; done += chunk) {
      const size = Math.min(chunk, all - done);
      unread -= size;
      add(piece(node, isBackward ? all - done - size : done, size));
    }
  };
  const readInput = (input: Element) => {
    const words = wordless.test(attribute(input, 'type') ?? '') ? undefined : attribute(input, 'value') || attribute(input, 'placeholder');
    if (!words || !isShown(input)) return;
    widen(' ');
    unread -= words.length;
    add(words.slice(0, chunk));
    widen(' ');
  };
  const ended = walk(root, isBackward, (node, leaving) => {
    const type = typeOf(node);
    if (type === textType) read(node);
    if (type === elementType) {
      const tag = tagOf(node as Element);
      if (!leaving) {
        if (isWritten && tag === 'input') readInput(node as Element);
        if ((skipped.has(tag) && !(isWritten && fields.has(tag))) || without?.has(node as Element) || isFolded(node as Element, isWritten)) return 'past';
      }
      if (fields.has(tag)) widen(' ');
      if (isBlock(node as Element, tag)) gap = '\n';
      else if (tag === 'td' || tag === 'th') widen(' ');
    }
    return length > limit || unread <= 0 ? 'stop' : 'on';
  });
  return { text: ordered(parts).join(''), ended };
}

/** Depth first; calls `visit` on entering and on leaving an element. `past` skips what an element holds. */
function walk(root: Node, isBackward: boolean, visit: (node: Node, leaving: boolean) => 'on' | 'past' | 'stop'): Ending {
  const [into, along] = isBackward ? [lastChildOf, previousSiblingOf] : [firstChildOf, nextSiblingOf];
  let node: Node = root;
  for (let left = nodeLimit; left > 0; left--) {
    const next = visit(node, false);
    if (next === 'stop') return 'stopped';
    const child = next === 'past' ? null : into(node);
    if (child) {
      node = child;
      continue;
    }
    let after: Node | null = null;
    while (node !== root && !(after = along(node))) {
      node = parentNodeOf(node) ?? root;
      if (node !== root) visit(node, true);
    }
    if (node === root || !after) return 'whole';
    node = after;
  }
  return 'tired';
}
