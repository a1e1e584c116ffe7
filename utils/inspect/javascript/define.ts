import type { Class, ClassMethod, ClassPrivateMethod, Function as FunctionNode, Node, ObjectMethod } from '@babel/types';
import { assign } from './assign.ts';
import { evaluate, keyName } from './evaluate.ts';
import { executeAll, execute } from './execute.ts';
import type { Frame } from './frame.ts';
import { declareVariables, namesIn, Scope } from './scope.ts';
import { setterOf } from './member.ts';
import { Cell, joinAll, memberOf, newThing, ofFunction, ofThing, unknown, type Callable, type Thing, type Value } from './value.ts';

const results = new WeakMap<Node, Cell>();
const prepared = new WeakSet<Node>();

/** A function: its body is followed where it is defined, once a round, with what its calls have brought so far. */
export function functionOf(node: FunctionNode, frame: Frame): Value {
  const scope = frame.program.scopeOf(node, frame.scope);
  const result = results.get(node) ?? new Cell();
  results.set(node, result);
  const inner: Frame = { ...frame, scope, result };
  if (!prepared.has(node)) prepare(node, inner);
  const callable = frame.program.callableOf(node, () => callableFor(node, inner, result));
  // Defaults of parameters are worked out here, once.
  node.params.forEach((parameter) => { if (parameter.type !== 'Identifier') assignDefaults(parameter, inner); });
  if (node.body.type === 'BlockStatement') executeAll(node.body.body, inner);
  else result.add(evaluate(node.body, inner));
  return ofFunction(callable);
}

function prepare(node: FunctionNode, { scope }: Frame): void {
  prepared.add(node);
  if (node.type !== 'ArrowFunctionExpression') scope.declare('arguments');
  for (const parameter of node.params) namesIn(parameter).forEach((name) => scope.declare(name));
  if (node.body.type === 'BlockStatement') declareVariables(node.body.body, scope);
  if (node.type === 'FunctionExpression' && node.id) scope.declare(node.id.name);
}

function callableFor(node: FunctionNode, inner: Frame, result: Cell): Callable {
  const callable: Callable = {
    node,
    call: (args) => {
      const worked = isShort(node) ? workedOut(node, args, inner) : undefined;
      if (worked) return worked;
      node.params.forEach((parameter, index) => {
        const isRest = parameter.type === 'RestElement';
        const values = isRest ? args.slice(index) : [args[index]];
        for (const value of values) if (value) assign(parameter, value, inner, false);
      });
      args.forEach((value) => inner.scope.names.get('arguments')?.add(value));
      return result.value;
    },
  };
  if (node.type === 'FunctionExpression' && node.id) inner.scope.declare(node.id.name).add(ofFunction(callable));
  return callable;
}

/** Longest function that is worked out for each call that hands it constant texts alone: the decoders of names and addresses are. */
const longestWorked = 300;
const isShort = (node: FunctionNode): boolean => node.params.length > 0 && node.params.length < 4 && node.end! - node.start! <= longestWorked && !('async' in node && node.async) && !('generator' in node && node.generator);
const mostKept = 500;
const kept = new WeakMap<Node, Map<string, Value>>();
let depth = 0;

/** What a short function makes of constant texts: its result by itself, not joined with what it makes of others. */
function workedOut(node: FunctionNode, args: readonly Value[], { program, script, scope, self }: Frame): Value | undefined {
  if (depth > 2 || args.length === 0 || !args.every((arg) => arg.isWhole && arg.text !== undefined && arg.text.length < 2_000) || !node.params.every(({ type }) => type === 'Identifier')) return undefined;
  const body = node.body.type === 'BlockStatement' ? node.body.body.length === 1 && node.body.body[0]!.type === 'ReturnStatement' ? node.body.body[0].argument : undefined : node.body;
  if (!body) return undefined;
  const known = kept.get(node) ?? new Map<string, Value>();
  kept.set(node, known);
  const key = args.map(({ text, labels }) => `${labels} ${text}`).join('\n');
  const before = Cell.changes;
  const inner = new Scope(scope.parent);
  node.params.forEach((parameter, index) => inner.declare((parameter as { name: string }).name).add(args[index] ?? unknown));
  const things = new Map<Node, Thing>();
  const alone = { ...program, thingOf: (place: Node, kind: Thing['kind']): Thing => { const thing = things.get(place) ?? newThing(kind); things.set(place, thing); return thing; } };
  const worked = known.get(key) ?? evaluateAlone(body, { program: alone, script, scope: inner, ...(self ? { self } : {}) });
  // What only this call was worked out with has changed nothing of the program.
  Cell.changes = before;
  if (!worked.isWhole || worked.text === undefined) return undefined;
  if (known.size < mostKept) known.set(key, worked);
  return worked;
}

function evaluateAlone(body: Node, frame: Frame): Value {
  depth++;
  try {
    return evaluate(body, frame);
  } finally {
    depth--;
  }
}

function assignDefaults(pattern: Node | null, frame: Frame): void {
  if (pattern?.type === 'AssignmentPattern') { assign(pattern.left, evaluate(pattern.right, frame), frame); assignDefaults(pattern.left, frame); }
  if (pattern?.type === 'ObjectPattern') pattern.properties.forEach((property) => assignDefaults(property.type === 'RestElement' ? property.argument : property.value, frame));
  if (pattern?.type === 'ArrayPattern') pattern.elements.forEach((element) => assignDefaults(element, frame));
}

/** A getter is what it returns, and a setter is kept beside. */
export function defineMethod(thing: Thing, { kind, key }: ClassMethod | ClassPrivateMethod | ObjectMethod, value: Value): void {
  const name = keyName(key);
  if (kind === 'set' && name !== undefined) memberOf(thing, setterOf(name)).add(value);
  else memberOf(thing, name).add(kind === 'get' ? joinAll(value.functions.map((one) => one.call([]))) : value);
}

/** A class: its methods and those of its objects are kept together, for it matters little which of its objects holds a value. */
export function classOf(node: Class, frame: Frame): Value {
  const thing = frame.program.thingOf(node, 'class');
  const self = ofThing(thing);
  const inner: Frame = { ...frame, self };
  if (node.superClass) for (const parent of evaluate(node.superClass, frame).things) for (const [name, cell] of parent.members) memberOf(thing, name).add(cell.value);
  for (const part of node.body.body) {
    if (part.type === 'ClassMethod' || part.type === 'ClassPrivateMethod') defineMethod(thing, part, functionOf(part, inner));
    else if (part.type === 'ClassProperty' || part.type === 'ClassPrivateProperty') memberOf(thing, keyName(part.key)).add(evaluate(part.value, inner));
    else if (part.type === 'StaticBlock') part.body.forEach((statement) => execute(statement, inner));
  }
  return self;
}
