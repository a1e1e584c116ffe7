import { assign, assignParts, cellsOf, paramsOf } from './assign.ts';
import { listeningClass, listeningMethod, listens } from './callback-names.ts';
import { givesFetched } from './callbacks.ts';
import { evaluate, keyOf, lettersOf, memberOf, textOf } from './evaluate.ts';
import type { Frame } from './frame.ts';
import { readImport } from './python-import.ts';
import { isExpression, kid, partsOf, valuesOf, type Branch } from './python-tree.ts';
import { Cell, joinAll, label, nothing, ofLabels, Scope, type Value } from './python-value.ts';

/** Reads a statement once: what it puts where. */
export function readStatement(node: Branch, frame: Frame): void {
  switch (node.name) {
    case 'ImportStatement': return readImport(node, frame);
    case 'AssignStatement': return readAssignment(node, frame);
    case 'UpdateStatement': {
      const [target, value] = valuesOf(node);
      if (target && value) cellsOf(target, frame).forEach((cell) => cell.add({ ...evaluate(value, frame), text: undefined, items: undefined }));
      return;
    }
    case 'DecoratedStatement': return readDecorated(node, frame);
    case 'FunctionDefinition': return readFunction(node, frame);
    case 'ClassDefinition': return readClass(node, frame);
    case 'ReturnStatement': case 'YieldStatement': return returns(node, frame);
    case 'ForStatement': return readLoop(node, frame);
    case 'WithStatement': case 'TryStatement': return readBound(node, frame);
    case 'ScopeStatement':
      if (node.kids[0]?.name === 'global' || node.kids[0]?.name === 'nonlocal') node.kids.slice(1).filter(isExpression).forEach((one) => frame.scope.outside.add(textOf(one, frame)));
      return;
    default: node.kids.forEach((one) => readAny(one, frame));
  }
}

const statements = new Map<string, boolean>();

function readAny(node: Branch, frame: Frame): void {
  let is = statements.get(node.name);
  if (is === undefined) statements.set(node.name, (is = /Statement|Definition$|^Body$|^Match(?:Body|Clause)$|^StatementGroup$|^Decorator$/.test(node.name)));
  if (is) readStatement(node, frame);
  else if (isExpression(node)) evaluate(node, frame);
}

function readAssignment(node: Branch, frame: Frame): void {
  const groups: Branch[][] = [[]];
  for (const one of node.kids) {
    if (one.name === 'AssignOp') groups.push([]);
    else groups.at(-1)!.push(one);
  }
  const valuesOf = (group: Branch[]): Value[] => partsOf(group).map((part) => joinAll(part.filter(isExpression).map((one) => evaluate(one, frame))));
  const values = groups.length > 1 ? valuesOf(groups.pop()!) : [];
  const value = values.length === 1 ? values[0]! : { ...joinAll(values), text: undefined, items: values };
  for (const group of groups) assignParts(group.filter(isExpression), value, frame);
}

/** `@sio.on("quote")` lets the network call a function. */
function readDecorated(node: Branch, frame: Frame): void {
  const definition = node.kids.at(-1)!;
  readStatement(definition, frame);
  const decorators = node.kids.slice(0, -1).flatMap(({ kids }) => decoratorOf(kids, frame));
  const name = definition.kids.find((one) => one.name === 'VariableName');
  const value = name && frame.scope.find(textOf(name, frame))?.value;
  if (!value) return;
  for (const decorator of decorators) {
    if (decorator.names.some((one) => listens.test(one))) givesFetched(value);
    for (const routine of decorator.functions) routine.params[0]?.cell.add(value);
  }
}

/** A decorator is written as a call without brackets around it. */
function decoratorOf(kids: readonly Branch[], frame: Frame): Value[] {
  const list = kids.find(({ name }) => name === 'ArgList');
  const parts = kids.filter(({ name }) => name !== 'At' && name !== '@' && name !== 'ArgList');
  let value = parts[0] ? evaluate(parts[0], frame) : nothing;
  for (const part of parts.slice(1)) if (isExpression(part)) value = memberOf(value, textOf(part, frame));
  return [{ ...value, names: list ? value.names.map((name) => `${name}()`) : value.names }, ...(list?.kids.filter(isExpression).map((one) => evaluate(one, frame)) ?? [])];
}

function readFunction(node: Branch, frame: Frame): void {
  const name = node.kids.find((one) => one.name === 'VariableName');
  const key = keyOf(node, frame);
  const routine = frame.analysis.routineOf(key, () => ({ params: paramsOf(kid(node, 'ParamList'), frame), returns: new Cell(), calls: new Set() }));
  if (name) frame.scope.cell(textOf(name, frame)).add({ ...nothing, functions: [routine] });
  const scope = frame.analysis.scopeOf(key, () => new Scope(frame.classOf ? frame.scope.parent : frame.scope));
  for (const [at, param] of routine.params.entries()) {
    scope.cell(param.name).add(param.cell.value);
    if (at === 0 && frame.classOf) scope.cell(param.name).add(frame.classOf);
  }
  const body = kid(node, 'Body');
  const inner: Frame = { ...frame, scope, returns: routine.returns, classOf: undefined };
  if (body) readStatement(body, inner);
}

function readClass(node: Branch, frame: Frame): void {
  const name = node.kids.find((one) => one.name === 'VariableName');
  const own = frame.analysis.routineOf(keyOf(node, frame), () => ({ params: [], returns: new Cell(), calls: new Set() }));
  const scope = new Scope(frame.scope);
  const value: Value = own.returns.value === nothing ? { ...nothing, things: [{ members: scope.names, isClass: true }] } : own.returns.value;
  own.returns.add(value);
  // The class of the first round is the class: later rounds add to it.
  for (const [key, cell] of value.things[0]!.members) scope.names.set(key, cell);
  const bases = joinAll((kid(node, 'ArgList')?.kids ?? []).filter(isExpression).map((one) => evaluate(one, frame)));
  for (const base of bases.things) for (const [key, cell] of base.members) if (!scope.names.has(key)) scope.names.set(key, cell);
  const body = kid(node, 'Body');
  if (body) readStatement(body, { ...frame, scope, classOf: value });
  for (const [key, cell] of scope.names) value.things[0]!.members.set(key, cell);
  if (bases.names.some((base) => listeningClass.test(base))) for (const [key, cell] of scope.names) if (listeningMethod.test(key)) givesFetched(cell.value);
  if (name) frame.scope.cell(textOf(name, frame)).add(value);
}

function returns(node: Branch, frame: Frame): void {
  const parts = partsOf(node.kids).map((part) => joinAll(part.filter(isExpression).map((one) => evaluate(one, frame))));
  frame.returns?.add(parts.length > 1 ? { ...joinAll(parts), text: undefined, items: parts } : parts[0] ?? nothing);
}

function readLoop(node: Branch, frame: Frame): void {
  const to = node.kids.findIndex(({ name }) => name === 'in');
  const source = node.kids[to + 1];
  if (to >= 0 && source) {
    const value = evaluate(source, frame);
    const targets = node.kids.slice(0, to).filter(isExpression);
    const items = value.items ?? [];
    // Rows of a table that is written out keep their columns apart.
    if (targets.length > 1 && items.length > 0 && items.every((row) => row.items?.length === targets.length)) items.forEach((row) => assignParts(targets, row, frame));
    else targets.forEach((one) => assign(one, { ...value, text: undefined, items: undefined, labels: value.labels | lettersOf(value) }, frame));
  }
  node.kids.slice(to + 2).forEach((one) => readAny(one, frame));
}

/** `with x as y` and `except X as y`. */
function readBound(node: Branch, frame: Frame): void {
  node.kids.forEach((one, at) => {
    if (node.kids[at - 1]?.name === 'as') {
      if (node.name === 'WithStatement' && node.kids[at - 2]) assign(one, evaluate(node.kids[at - 2]!, frame), frame);
      // An answer that is an error is an answer all the same.
      else assign(one, node.kids[at - 2] && evaluate(node.kids[at - 2]!, frame).names.some((name) => /^(?:requests|httpx|urllib|aiohttp|urllib3)\b/.test(name)) ? ofLabels(label.fetched) : nothing, frame);
    } else readAny(one, frame);
  });
}
