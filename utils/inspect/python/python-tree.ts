import type { TreeCursor } from '@lezer/common';
import { parser } from '@lezer/python';
import type { Value } from './python-value.ts';

/**
 * A node of the syntax, without comments and signs of errors: the analysis walks it many times, and the parser's own nodes are made anew each time.
 * What is asked for in each round is kept at it.
 */
export class Branch {
  /** What stands there; its place among all modules; what a literal is worth; kids that are values. */
  text: string | undefined = undefined;
  key: string | undefined = undefined;
  value: Value | undefined = undefined;
  values: readonly Branch[] | undefined = undefined;
  constructor(readonly name: string, readonly from: number, readonly to: number, readonly kids: readonly Branch[]) {}
}

/** Kids that are values. */
export const valuesOf = (branch: Branch): readonly Branch[] => (branch.values ??= branch.kids.filter(isExpression));

/** Deeper nesting is cut: it is nothing that a person wrote, and would exhaust the stack. */
const deepest = 400;

/** Never fails: what the parser cannot read is left out. Brackets in brackets without end would exhaust its stack: such a text is not read. */
export const parsePython = (text: string): Branch =>
  (deepestBracket(text) > deepest ? new Branch('Script', 0, 0, []) : branchOf(parser.parse(text).cursor(), 0));

function deepestBracket(text: string): number {
  let [depth, most] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91 || code === 123) most = Math.max(most, ++depth);
    else if (code === 41 || code === 93 || code === 125) depth = Math.max(0, depth - 1);
  }
  return most;
}

const none: readonly Branch[] = [];
/** A text that stands for itself is a remark. */
const isRemark = ({ name, kids }: Branch): boolean => name === 'ExpressionStatement' && kids.length === 1 && kids[0]!.name === 'String';

function branchOf(cursor: TreeCursor, depth: number): Branch {
  const { name, from, to } = cursor;
  if (depth >= deepest || !cursor.firstChild()) return new Branch(name, from, to, none);
  const kids: Branch[] = [];
  do {
    if (cursor.name === 'Comment' || cursor.type.isError) continue;
    const branch = branchOf(cursor, depth + 1);
    if (!isRemark(branch)) kids.push(branch);
  } while (cursor.nextSibling());
  cursor.parent();
  return new Branch(name, from, to, kids);
}

export const kid = (branch: Branch, name: string): Branch | undefined => branch.kids.find((one) => one.name === name);

const signs = new Set(['(', ')', '[', ']', '{', '}', ',', ':', '.', ';', 'AssignOp', 'UpdateOp', '*', '**', 'Ellipsis', 'TypeDef']);
/** Whether a node is a value and not a sign or a word of the language. */
export function isExpression({ name }: { readonly name: string }): boolean {
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
