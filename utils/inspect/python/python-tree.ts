import type { TreeCursor } from '@lezer/common';
import { parser } from '@lezer/python';

/** A node of the syntax, without comments and signs of errors: the analysis walks it many times, and the parser's own nodes are made anew each time. */
export interface Branch { readonly name: string; readonly from: number; readonly to: number; readonly kids: readonly Branch[] }

/** Deeper nesting is cut: it is nothing that a person wrote, and would exhaust the stack. */
const deepest = 400;

/** Never fails: what the parser cannot read is left out. Brackets in brackets without end would exhaust its stack: such a text is not read. */
export const parsePython = (text: string): Branch =>
  (deepestBracket(text) > deepest ? { name: 'Script', from: 0, to: 0, kids: [] } : branchOf(parser.parse(text).cursor(), 0));

function deepestBracket(text: string): number {
  let [depth, most] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) most = Math.max(most, ++depth);
    else if (code === 41 || code === 93 || code === 125) depth = Math.max(0, depth - 1);
  }
  return most;
}

function branchOf(cursor: TreeCursor, depth: number): Branch {
  const { name, from, to } = cursor;
  const kids: Branch[] = [];
  if (depth < deepest && cursor.firstChild()) {
    do {
      if (cursor.name !== 'Comment' && !cursor.type.isError) kids.push(branchOf(cursor, depth + 1));
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return { name, from, to, kids };
}

export const kid = (branch: Branch, name: string): Branch | undefined => branch.kids.find((one) => one.name === name);

const signs = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '.', ';', 'AssignOp', 'UpdateOp', '*', '**', 'Ellipsis', 'TypeDef']);
/** Whether a node is a value and not a sign or a word of the language. */
export function isExpression({ name }: Branch): boolean {
  let is = expressions.get(name);
  if (is === undefined) expressions.set(name, (is = !signs.has(name) && /^[A-Z]/.test(name) && !name.endsWith('Op')));
  return is;
}
/** Kept, for the names of nodes are few and asked for without end. */
const expressions = new Map<string, boolean>();

/** Parts between commas. */
export function partsOf(kids: readonly Branch[]): Branch[][] {
  const parts: Branch[][] = [[]];
  for (const one of kids) {
    if (one.name === ',') parts.push([]);
    else parts.at(-1)!.push(one);
  }
  return parts.filter((part) => part.length > 0);
}
