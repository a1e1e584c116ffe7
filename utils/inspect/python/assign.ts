import { listeningMember } from './callback-names.ts';
import { givesFetched } from './callbacks.ts';
import { evaluate, textOf } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { kid, partsOf, valuesOf, type Branch } from './python-tree.ts';
import { Cell, cellIn, type Param, type Value } from './python-value.ts';

/** Puts a value where a pattern says; of several names each may be any part of it. */
export function assign(target: Branch, value: Value, frame: Frame): void {
  switch (target.name) {
    case 'VariableName': return frame.scope.cell(textOf(target, frame)).add(value);
    case 'TupleExpression': case 'ArrayExpression': return assignParts(valuesOf(target), value, frame);
    case 'ParenthesizedExpression': return valuesOf(target).forEach((one) => assign(one, value, frame));
    case 'MemberExpression': {
      const property = kid(target, 'PropertyName');
      if (property && listeningMember.test(textOf(property, frame))) givesFetched(value);
      return cellsOf(target, frame).forEach((cell) => cell.add(value));
    }
  }
}

export function assignParts(targets: readonly Branch[], value: Value, frame: Frame): void {
  targets.forEach((one, at) => assign(one, value.items?.length === targets.length ? value.items[at]! : targets.length === 1 ? value : { ...value, text: undefined, items: undefined }, frame));
}

/** Where a value is kept that an expression names: a name, a member of an object, or what holds an element. */
export function cellsOf(node: Branch, frame: Frame): Cell[] {
  if (node.name === 'VariableName') {
    const cell = frame.scope.find(textOf(node, frame));
    return cell ? [cell] : [];
  }
  if (node.name !== 'MemberExpression' || !node.kids[0]) return [];
  const property = kid(node, 'PropertyName');
  if (!property) return cellsOf(node.kids[0], frame);
  return evaluate(node.kids[0], frame).things.map(({ members }) => cellIn(members, textOf(property, frame)));
}

/** Parameters with what their defaults bring. */
export function paramsOf(list: Branch | undefined, frame: Frame): Param[] {
  return partsOf(list?.kids.filter(({ name }) => name !== '(' && name !== ')') ?? []).flatMap((part) => {
    const name = part.find((one) => one.name === 'VariableName');
    if (!name) return [];
    const at = part.findIndex((one) => one.name === 'AssignOp');
    const cell = new Cell();
    if (at >= 0 && part[at + 1]) cell.add(evaluate(part[at + 1]!, frame));
    return [{ name: textOf(name, frame), stars: part[0]!.name === '**' ? 2 : part[0]!.name === '*' ? 1 : 0, cell }];
  });
}
