import type { CallExpression, NewExpression, Node, OptionalCallExpression } from '@babel/types';
import { isMade } from '../hidden/path-kinds.ts';
import { callNative, pipe } from './call-native.ts';
import { hostIn } from './decode-text.ts';
import { evaluate, memberName, readPart } from './evaluate.ts';
import type { Frame, Site } from './frame.ts';
import { handOver } from './hand-over.ts';
import { arrayMethod, mappedElements, textMethod } from './method-text.ts';
import { secretLabels, signs } from './secret-places.ts';
import { noteCall, noteInput } from './sinks.ts';
import { deepLabels, elementsOf, fewValues, join, joinAll, label, memberOf, nothing, ofFunction, ofLabels, ofThing, unknown, type Callable, type Value } from './value.ts';

type Call = CallExpression | OptionalCallExpression | NewExpression;

export function evaluateCall(node: Call, frame: Frame): Value {
  const target = node.callee;
  const isMember = target.type === 'MemberExpression' || target.type === 'OptionalMemberExpression';
  const receiver = isMember ? evaluate(target.object, frame) : nothing;
  const callee = isMember ? readPart(receiver, target, frame) : evaluate(target, frame);
  const method = isMember && !target.computed ? memberName(target, frame) : isMember && target.property.type === 'StringLiteral' ? target.property.value : undefined;
  const args = node.arguments.map((argument) => (argument.type === 'SpreadElement' ? elementsOf(evaluate(argument, frame)) : evaluate(argument, frame)));
  const site: Site = { node, frame, receiver, method, args, argNodes: node.arguments };
  if (isMember) grow(target.object, site);
  if (method === 'bind' && isCallable(receiver)) return bound(receiver, site);
  if (method === 'call' && isCallable(receiver)) return invoke(receiver, { ...site, args: args.slice(1), argNodes: node.arguments.slice(1), method: undefined });
  if (method === 'apply' && isCallable(receiver)) return invoke(receiver, { ...site, args: spread(args[1]), method: undefined });
  return invoke(callee, site);
}

/** `parts.push.bind(parts)`: what the bound method is given goes into what it is bound to. */
function bound(receiver: Value, site: Site): Value {
  const { argNodes: [to], frame, node } = site;
  if (!to || !receiver.natives.some((native) => /^Array\.prototype\.(?:push|unshift)$/.test(native))) return receiver;
  return ofFunction(frame.program.callableOf(node, () => ({
    call: (args) => { grow(to, { ...site, method: 'push', args, receiver: evaluate(to, frame) }); return unknown; },
  })));
}

const isCallable = ({ functions, natives }: Value): boolean => functions.length > 0 || (natives.length > 0 && !natives.includes('Reflect'));

/** Elements of an array as arguments. */
export const spread = (array: Value | undefined): Value[] => {
  const thing = array?.things[0];
  if (!array || !thing) return array ? [array] : [];
  const known = [...thing.members.values()].map((cell) => cell.value);
  return known.length > 0 ? known : [elementsOf(array)];
};

const grows = new Set(['push', 'unshift', 'append', 'add', 'set', 'write', 'concat', 'splice', 'update']);

const packs = new Set(['directory', 'file', 'glob', 'append', 'addLocalFile', 'addLocalFolder', 'addFile', 'addReadStream', 'addBuffer', 'entry', 'folder']);
const archives = /^npm:(?:archiver|adm-zip|jszip|yazl|tar-stream|zip-stream|compressing|zip-local|easy-zip\d*|node-zip)\b/;

/** `chunks.push(data)`: what goes in colours what it goes into. */
function grow(object: Node, { method, args, receiver, frame }: Site): void {
  if (method && packs.has(method) && object.type === 'Identifier' && receiver.natives.some((native) => archives.test(native))
    && args.some((arg) => deepLabels(arg) & (secretLabels | label.home))) frame.scope.find(object.name)?.add(ofLabels(label.secretFile));
  if (!method || !grows.has(method)) return;
  for (const thing of receiver.things) args.forEach((arg) => thing.others.add(arg));
  const labels = joinAll(args.map((arg) => ofLabels(deepLabels(arg), arg.host)));
  if (labels.labels && object.type === 'Identifier') frame.scope.find(object.name)?.add(labels);
}

/** What a value gives when it is called; everything worth noting about the call is noted. */
export function invoke(callee: Value, site: Site): Value {
  noteCall(callee, site);
  const { args, receiver, method } = site;
  const results: Value[] = callee.functions.map((one) => one.call(args));
  for (const thing of callee.things) {
    if (thing.kind !== 'class') continue;
    memberOf(thing, 'constructor').value.functions.forEach((one) => one.call(args));
    results.push(ofThing(thing));
  }
  for (const native of callee.natives) results.push(withoutKey(native, noteDecoded(ownMethod.test(native) ? callUnknown(method, receiver, site) : callNative(native, site), site)));
  if (results.length > 0) return joinAll(results);
  return noteDecoded(callUnknown(method, receiver, site), site);
}

/** Methods of texts and arrays are worked out by what they are called on. */
const ownMethod = /^(?:Array|String)\.prototype\.\w+$/;

/** A wallet or token that a library makes of a key is used by many honest programs, and they send what comes of it. */
const withoutKey = (native: string, value: Value): Value =>
  (value.labels & label.walletKey && /^npm:|^ethers\./.test(native) && signs(native) ? { ...value, labels: value.labels & ~label.walletKey } : value);

function noteDecoded(value: Value, { frame, node }: Site): Value {
  const host = value.labels & label.decoded ? hostIn(value.text) : undefined;
  if (host && value.isWhole) frame.program.see('decodes-address', frame.script, node, { host, where: 'code' });
  return value;
}

const picks = new Set(['pop', 'shift', 'find', 'at', 'findLast']);
const keepsElements = new Set(['slice', 'splice', 'filter', 'concat', 'sort', 'reverse', 'toSorted', 'toReversed', 'flat']);
const iterates = new Set(['map', 'forEach', 'filter', 'flatMap', 'some', 'every', 'find', 'reduce', 'reduceRight', 'findLast']);

/** A method of a value whose kind is not known, or of a text or an array. */
function callUnknown(method: string | undefined, receiver: Value, site: Site): Value {
  const { args, frame, node } = site;
  const array = () => frame.program.thingOf(node, 'array');
  if (method) {
    const worked = textMethod(receiver, method, args, array) ?? arrayMethod(receiver, method, args, array)
      ?? (method === 'map' || method === 'reduce' ? mappedElements(receiver, method, args, array) : undefined);
    if (worked) return worked;
  }
  if (method) handOver(method, receiver, args);
  if (method === 'pipe') { noteInput(receiver, args, site); pipe(receiver, args, site); }
  const items = method && iterates.has(method) ? elementsOf(receiver) : receiver;
  const given = callBack(args, method === 'reduce' ? [items, items] : [items, items], site);
  if (method === 'then' || method === 'finally') return given.isNone ? receiver : given.value;
  if (method === 'catch') return join(receiver, given.value);
  if (method && picks.has(method)) return elementsOf(receiver);
  const own = ofLabels(receiver.labels | (joinAll(args).labels & ~label.environment), receiver.host ?? joinAll(args).host);
  // In bundles objects hold each other, and what lies in one tells nothing of what a call with it gives.
  const inner = isMade(frame.script.file.path) ? 0 : args.reduce((labels, arg) => labels | (deepLabels(arg, fewValues) & ~label.environment), 0);
  const result = joinAll([own, ofLabels(inner), ofLabels(given.value.labels, given.value.host)]);
  if (method && /^(?:charCodeAt|codePointAt)$/.test(method)) return { ...result, labels: result.labels | label.codes };
  if (method && keepsElements.has(method)) return { ...result, things: receiver.things.filter(({ kind }) => kind === 'array') };
  return method === 'map' || method === 'flatMap' ? { ...result, things: given.value.things } : result;
}

/** Hands values to the functions among the arguments of a call, and joins what they return. */
export function callBack(args: readonly Value[], values: readonly Value[], site: Site): { value: Value; isNone: boolean } {
  const given: Value[] = [];
  for (const arg of args) {
    for (const one of arg.functions) given.push(one.call(values));
    // `.then(eval)`: a native handed over by its name is called all the same.
    if (arg.natives.length > 0 && site.method && /^(?:then|map|flatMap|forEach|catch|finally|filter|find|some|every|from|replace|replaceAll|on|once|addListener|addEventListener|subscribe)$/.test(site.method)) {
      given.push(invoke({ ...arg, functions: [] }, { ...site, receiver: nothing, method: undefined, args: [values[0]!] }));
    }
  }
  return { value: joinAll(given), isNone: given.length === 0 };
}

/** `new Promise((resolve) => resolve(text))` gives the text. */
export function newPromise(site: Site): Value {
  const { program } = site.frame;
  const result = program.thingOf(site.node, 'object').others;
  const resolve: Callable = program.callableOf(site.node, () => ({ call: ([value]) => { if (value) result.add(value); return unknown; } }));
  site.args[0]?.functions.forEach((one) => one.call([ofFunction(resolve)]));
  return result.value;
}

