import type { Function as FunctionNode, Node } from '@babel/types';
import { evaluate } from './evaluate.ts';
import type { Frame, Program } from './frame.ts';
import { getOrMake } from './get-or-make.ts';
import { constantValues } from './method-text.ts';
import { namesIn, Scope } from './scope.ts';
import { Cell, memberOf, newThing, ofThing, unknown, type Callable, type Thing, type Value } from './value.ts';

/** Longest function that is worked out for each call that hands it constants alone: the decoders of names and addresses are. */
const longestWorked = 300;
/** Characters of constants that a call may hand over. */
const longestGiven = 4_000;
const mostKept = 500;
const kept = new WeakMap<Scope, Map<string, Value>>();
let depth = 0;

/** What a short function makes of constant texts and numbers, and of lists of them: its result by itself, not joined with what it makes of others. */
export function workedOut(node: FunctionNode, args: readonly Value[], { program, script, scope, self }: Frame): Value | undefined {
  if (depth > 2 || args.length === 0 || !isShort(node)) return undefined;
  const body = answerOf(node);
  const key = body ? keyOf(args) : undefined;
  if (!body || key === undefined) return undefined;
  const known = kept.get(scope) ?? new Map<string, Value>();
  kept.set(scope, known);
  const before = Cell.changes;
  const inner = new Scope(scope.parent);
  node.params.forEach((parameter, index) => {
    const isRest = parameter.type === 'RestElement';
    inner.declare(namesIn(parameter)[0] ?? '').add(isRest ? ofThing(listOf(args.slice(index))) : args[index] ?? unknown);
  });
  const worked = known.get(key) ?? evaluateAlone(body, { program: apart(program), script, scope: inner, ...(self ? { self } : {}) });
  // What only this call was worked out with has changed nothing of the program.
  Cell.changes = before;
  if (!worked.isWhole || worked.text === undefined) return undefined;
  if (known.size < mostKept) known.set(key, worked);
  return worked;
}

const isShort = (node: FunctionNode): boolean =>
  node.params.length > 0 && node.params.length < 4 && node.end! - node.start! <= longestWorked && !('async' in node && node.async) && !('generator' in node && node.generator)
  && node.params.every(({ type }, index) => type === 'Identifier' || (type === 'RestElement' && index === node.params.length - 1));

/** The one expression that a function answers with. */
function answerOf({ body }: FunctionNode): Node | null | undefined {
  if (body.type !== 'BlockStatement') return body;
  const [only, ...more] = body.body;
  return only?.type === 'ReturnStatement' && more.length === 0 ? only.argument : undefined;
}

function keyOf(args: readonly Value[]): string | undefined {
  let length = 0;
  const parts: string[] = [];
  for (const arg of args) {
    const values = arg.text === undefined ? constantValues(arg) : arg.isWhole ? [arg] : undefined;
    if (!values) return undefined;
    for (const { text, labels } of values) {
      length += text!.length;
      parts.push(`${labels} ${text}`);
    }
    if (length > longestGiven || parts.length > longestGiven) return undefined;
    parts.push('');
  }
  return parts.join('\n');
}

function listOf(values: readonly Value[]): Thing {
  const thing = newThing('array');
  values.forEach((value, index) => memberOf(thing, String(index)).add(value));
  return thing;
}

/** The program with things, scopes and functions that only one call has. */
function apart(program: Program): Program {
  const things = new Map<Node, Thing>();
  const scopes = new Map<Node, Scope>();
  const callables = new Map<Node, Callable>();
  return {
    ...program,
    thingOf: (place, kind) => getOrMake(things, place, () => newThing(kind)),
    scopeOf: (place, parent) => getOrMake(scopes, place, () => new Scope(parent)),
    callableOf: (place, make) => getOrMake(callables, place, make),
  };
}

function evaluateAlone(body: Node, frame: Frame): Value {
  depth++;
  try {
    return evaluate(body, frame);
  } finally {
    depth--;
  }
}
