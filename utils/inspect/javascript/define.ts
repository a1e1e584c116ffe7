import type { Class, ClassMethod, ClassPrivateMethod, Function as FunctionNode, Node, ObjectMethod } from '@babel/types';
import { assign } from './assign.ts';
import { clientOf } from './client-types.ts';
import { evaluate, keyName } from './evaluate.ts';
import { executeAll, execute } from './execute.ts';
import type { Frame } from './frame.ts';
import { declareVariables, namesIn, type Scope } from './scope.ts';
import { setterOf } from './member.ts';
import { workedOut } from './worked-out.ts';
import { Cell, joinAll, memberOf, ofFunction, ofNative, ofThing, type Callable, type Thing, type Value } from './value.ts';

/** By the scope of a function, not by its place: one that is worked out by itself has a scope of its own. */
const results = new WeakMap<Scope, Cell>();
const prepared = new WeakSet<Scope>();

/** A function: its body is followed where it is defined, once a round, with what its calls have brought so far. */
export function functionOf(node: FunctionNode, frame: Frame): Value {
  const scope = frame.program.scopeOf(node, frame.scope);
  const result = results.get(scope) ?? new Cell();
  results.set(scope, result);
  const inner: Frame = { ...frame, scope, result };
  if (!prepared.has(scope)) prepare(node, inner);
  const callable = frame.program.callableOf(node, () => callableFor(node, inner, result));
  // Defaults of parameters are worked out here, once.
  node.params.forEach((parameter) => { if (parameter.type !== 'Identifier') assignDefaults(parameter, inner); });
  if (node.body.type === 'BlockStatement') executeAll(node.body.body, inner);
  else result.add(evaluate(node.body, inner));
  return ofFunction(callable);
}

function prepare(node: FunctionNode, inner: Frame): void {
  const { scope } = inner;
  prepared.add(scope);
  if (node.type !== 'ArrowFunctionExpression') scope.declare('arguments');
  for (const parameter of node.params) {
    namesIn(parameter).forEach((name) => scope.declare(name));
    const client = clientOf(parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter);
    if (client !== undefined) assign(parameter, ofNative(client), inner, false);
  }
  if (node.body.type === 'BlockStatement') declareVariables(node.body.body, scope);
  if (node.type === 'FunctionExpression' && node.id) scope.declare(node.id.name);
}

function callableFor(node: FunctionNode, inner: Frame, result: Cell): Callable {
  const callable: Callable = {
    node,
    call: (args) => {
      const worked = workedOut(node, args, inner);
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
    else if (part.type === 'ClassProperty' || part.type === 'ClassPrivateProperty') {
      const client = clientOf(part);
      memberOf(thing, keyName(part.key)).add(client === undefined ? evaluate(part.value, inner) : ofNative(client));
    }
    else if (part.type === 'StaticBlock') part.body.forEach((statement) => execute(statement, inner));
  }
  return self;
}
