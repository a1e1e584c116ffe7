import { concatenated, filledIn, gap, slicedText } from './fold-text.ts';
import { callOf } from './call.ts';
import { spelledName } from './native-call.ts';
import type { Frame } from './frame.ts';
import { isWrittenInNumbers, literalText } from './literal-text.ts';
import { isExpression, kid, partsOf, valuesOf, type Branch } from './python-tree.ts';
import { chainQuestion, dropsMembers, keepsAll } from './python-natives.ts';
import { Cell, cellIn, joinAll, label, nothing, ofLabels, ofName, ofText, Scope, type Value } from './python-value.ts';
import { lastingPlace } from './lasting-places.ts';
import { hostIn } from '../javascript/decode-text.ts';
import { secretPlace, walletKeySetting } from '../javascript/secret-places.ts';
import { assign, paramsOf } from './assign.ts';

const longestName = 90;

/** What an expression may be worth. */
export function evaluate(node: Branch, frame: Frame): Value {
  switch (node.name) {
    case 'VariableName': return variable(textOf(node, frame), frame);
    case 'String': return (node.value ??= literal(node, frame));
    case 'Number': return (node.value ??= { ...nothing, number: Number(textOf(node, frame)) });
    case 'ContinuedString': return marked(concatenated(node.kids.map((one) => evaluate(one, frame))));
    case 'FormatString': return formatString(node, frame);
    case 'BinaryExpression': return binary(node, frame);
    case 'MemberExpression': return member(node, frame);
    case 'CallExpression': return callOf(node, frame);
    case 'ArrayExpression': case 'TupleExpression': case 'SetExpression': return listed(node, frame);
    case 'DictionaryExpression': return container(valuesOf(node), frame);
    case 'ArrayComprehensionExpression': case 'ComprehensionExpression': case 'SetComprehensionExpression': case 'DictionaryComprehensionExpression':
      return comprehension(node, frame);
    case 'LambdaExpression': return lambda(node, frame);
    case 'NamedExpression': {
      const [name, value] = valuesOf(node);
      const result = value ? evaluate(value, frame) : nothing;
      if (name) assign(name, result, frame);
      return result;
    }
    case 'UnaryExpression': return node.kids[0]?.name === 'not' ? nothing : ofLabels(container(valuesOf(node), frame).labels);
    default: return joinAll(valuesOf(node).map((one) => evaluate(one, frame)));
  }
}

export const textOf = (node: Branch, { module }: Frame): string => (node.text ??= module.text.slice(node.from, node.to));

/** Letters and digits as no word has them; a network address. Of what is joined the text is lost, and this stays. */
const keptText = (text: string): number =>
  (hostIn(text) ? label.address : 0) | (text.length >= 4 && text.length < 1_000_000 && !text.includes(' ') && (text.length > 120 || /^[\w+/=-]*(?:=$|\d[A-Z]|[a-z]\d[a-z]|[A-Z]\d[a-zA-Z])/.test(text)) ? label.encodedText : 0);

/** What browsers call their entry in the key ring of the system, with which the passwords they keep are opened. */
export const browserSecret = /\b(?:Chrome|Chromium|Brave|Edge|Opera|Vivaldi|Arc) Safe Storage\b|\bfind-generic-password\b.*\b(?:Chrome|Brave|Edge|Opera)/;

/** A text that names where wallets, browsers or keys keep things is marked as such. */
export const marked = (value: Value): Value => {
  const place = value.text === undefined ? 0 : secretPlace(value.text) | lastingPlace(value.text) | keptText(value.text) | (browserSecret.test(value.text) ? label.browser : 0) | (chainQuestion.test(value.text) ? label.chain : 0) | (/^(?:~|\$HOME|%(?:APPDATA|LOCALAPPDATA|USERPROFILE)%)(?:[\\/]|$)/i.test(value.text) ? label.home : 0);
  return place ? { ...value, labels: value.labels | place } : value;
};

function literal(node: Branch, frame: Frame): Value {
  const source = textOf(node, frame);
  return marked(ofText(literalText(source), source.includes('\\') && isWrittenInNumbers(source) ? label.decoded : 0));
}

function variable(name: string, { scope }: Frame): Value {
  const cell = scope.find(name);
  if (cell) return cell.value;
  const stars = scope.allStars();
  if (stars.length === 0) return ofName(name);
  return joinAll([ofName(name), ...stars.map((star) => memberOf(star, name))]);
}

function formatString(node: Branch, frame: Frame): Value {
  const parts: Value[] = [];
  let at = node.from + textOf(node, frame).search(/['"]/) + (/^\w*(?:'''|""")/.test(textOf(node, frame)) ? 3 : 1);
  for (const replacement of node.kids.filter(({ name }) => name === 'FormatReplacement')) {
    parts.push(ofText(frame.module.text.slice(at, replacement.from)));
    parts.push({ ...joinAll(replacement.kids.filter((one) => isExpression(one) && !/^Format(?:Spec|Conversion)$/.test(one.name)).map((one) => evaluate(one, frame))), names: [] });
    at = replacement.to;
  }
  const text = textOf(node, frame);
  parts.push(ofText(frame.module.text.slice(at, node.to - (/(?:'''|""")$/.test(text) ? 3 : 1))));
  return withKey(concatenated(parts), node, frame);
}

export const keyOf = (node: Branch, { module }: Frame): string => (node.key ??= `${module.id}@${node.from}`);

const withKey = (value: Value, node: Branch, frame: Frame): Value => ({ ...marked(value), keys: [...value.keys, keyOf(node, frame)].slice(-8) });

function binary(node: Branch, frame: Frame): Value {
  const [left, right] = valuesOf(node);
  const operator = node.kids.find(({ name }) => !isExpression({ name }));
  const [a, b] = [left ? evaluate(left, frame) : nothing, right ? evaluate(right, frame) : nothing];
  switch (operator && textOf(operator, frame)) {
    case '+': return a.items && b.items ? { ...nothing, items: [...a.items, ...b.items], labels: a.labels | b.labels } : withKey(concatenated([a, b]), node, frame);
    // A path of pathlib, put together.
    case '/': return a.text !== undefined || b.text !== undefined || a.names.some((name) => name.startsWith('pathlib.'))
      ? { ...marked(concatenated([a, b], '/')), names: a.names.filter((name) => name.startsWith('pathlib.')), keys: [keyOf(node, frame)] } : ofLabels(a.labels | b.labels);
    case '%': return a.text === undefined ? ofLabels(a.labels | b.labels) : marked(filledIn(a, b));
    // Bytes that are mixed with a key.
    case '^': return ofLabels(a.labels | b.labels | label.mixed);
    case '*': return a.text !== undefined && b.number !== undefined && a.text.length * b.number < 500 ? ofText(a.text.repeat(Math.max(0, b.number)), a.labels) : ofLabels(a.labels | b.labels);
    case 'and': case 'or': return joinAll([a, b]);
    case '==': case '!=': case '<': case '>': case '<=': case '>=': case 'in': case 'is': case 'not': return nothing;
    default: return ofLabels(a.labels | b.labels);
  }
}

function member(node: Branch, frame: Frame): Value {
  const [object, ...rest] = node.kids;
  if (!object) return nothing;
  const receiver = evaluate(object, frame);
  const property = kid(node, 'PropertyName');
  if (property) return memberOf(receiver, textOf(property, frame));
  const inside = rest.filter(({ name }) => name !== '[' && name !== ']');
  if (inside.some(({ name }) => name === ':') && receiver.text !== undefined) {
    const [whole, from, to, step] = /^\s*(-?\d*)\s*:\s*(-?\d*)\s*(?::\s*(-?\s*\d*)\s*)?$/.exec(frame.module.text.slice(inside[0]!.from, inside.at(-1)!.to)) ?? [];
    if (whole !== undefined) return slicedText(receiver, [from, to, step].map((one) => (one ? Number(one.replace(/\s/g, '')) : undefined)));
  }
  const index = inside.filter(isExpression).map((one) => evaluate(one, frame))[0] ?? nothing;
  return spelledName(receiver, index, frame) ?? elementOf(receiver, index, inside.some(({ name }) => name === ':'));
}

/** Tables of all names there are. */
const namespace = /^(?:globals\(\)|locals\(\)|vars\(\)|(?:.*\.)?__builtins__(?:\.__dict__)?|builtins\.__dict__|sys\.modules)$/;

/** One place of a table of globals is a thing of the language; one variable of the environment is no longer all of it. */
export function elementOf(receiver: Value, index: Value, isSlice: boolean): Value {
  const { text } = index;
  if (receiver.names.includes('os.environ')) return text !== undefined && /^(?:HOME|APPDATA|LOCALAPPDATA|USERPROFILE)$/.test(text) ? ofText(gap, label.home) : ofLabels(text !== undefined && walletKeySetting(text.toUpperCase()) ? label.address | label.walletKey : label.address);
  if (text !== undefined && receiver.names.some((name) => namespace.test(name))) return { ...ofName(text), labels: index.labels & label.decoded };
  const owner = text === undefined ? undefined : receiver.names.find((name) => name.endsWith('.__dict__'));
  if (owner) return { ...memberOf(ofName(owner.slice(0, -9)), text!), labels: index.labels & label.decoded };
  const item = index.number !== undefined && !isSlice ? receiver.items?.at(index.number) : undefined;
  // Letters that are picked out of a text by numbers.
  if (receiver.text !== undefined && !isSlice && text === undefined) {
    const isNumbered = index.number !== undefined && Number.isInteger(index.number);
    const labels = receiver.labels | (isNumbered || index.labels & label.characters ? label.decoded : 0);
    return isNumbered ? ofText(receiver.text.at(index.number!) ?? '', labels) : ofLabels(labels);
  }
  return item ?? { ...receiver, ...(receiver.text !== undefined && { text: undefined }), ...(isSlice ? {} : { items: undefined }) };
}

export function memberOf(receiver: Value, name: string): Value {
  const found = receiver.things.flatMap(({ members }) => members.get(name)?.value ?? []);
  const isEnvironment = receiver.names.some((one) => one === 'os') && name === 'environ';
  const labels = dropsMembers.has(name) ? 0 : keepsAll.has(name) ? receiver.labels : receiver.labels & ~label.environment;
  const names = receiver.names.filter((one) => one.length < longestName).map((one) => (name !== '__dict__' && /^(?:.*\.)?(?:builtins|__builtins__)$/.test(one) ? name : `${one}.${name}`));
  const own = { ...nothing, labels: labels | (isEnvironment ? label.environment : 0), names, keys: receiver.keys, ...(receiver.host && { host: receiver.host }) };
  // A function that was reached through an object is called with it.
  const bound = found.map((value) => (receiver.things.some(({ isClass }) => isClass)
    ? { ...value, functions: value.functions.map((one) => (one.self ? one : { ...one, self: receiver })) } : value));
  const value = joinAll([own, ...bound]);
  // A constant of another module keeps its text beside the name that it is reached by.
  return bound.length === 1 && bound[0]!.text !== undefined ? { ...value, text: bound[0]!.text } : value;
}

function listed(node: Branch, frame: Frame): Value {
  const items = partsOf(node.kids.filter(({ name }) => !/^[()[\]{}]$/.test(name))).map((part) => joinAll(part.filter(isExpression).map((one) => evaluate(one, frame))));
  const all = joinAll(items);
  return { ...all, text: undefined, number: undefined, items: items.length <= 5_000 ? items : undefined };
}

const container = (nodes: readonly Branch[], frame: Frame): Value => ({ ...joinAll(nodes.map((one) => evaluate(one, frame))), text: undefined, items: undefined });

/** Numbers that are written out, and letters of a text that is: what programs spell hidden words of. */
export const lettersOf = ({ items, text }: Value): number => ((text?.length ?? 0) > 7 || (items !== undefined && items.length > 0 && items.every((one) => one.number !== undefined)) ? label.characters : 0);

/** `f(x) for x in xs`: x is all that lies in xs. */
function comprehension(node: Branch, frame: Frame): Value {
  const inner: Frame = { ...frame, scope: frame.analysis.scopeOf(keyOf(node, frame), () => new Scope(frame.scope)) };
  const kids = node.kids.filter(({ name }) => !/^[()[\]{}]$/.test(name));
  const first = kids.findIndex(({ name }) => name === 'for' || name === 'async');
  for (let at = first; at >= 0 && at < kids.length; at++) {
    if (kids[at]!.name !== 'for') continue;
    const to = kids.findIndex(({ name }, index) => index > at && name === 'in');
    const source = kids[to + 1];
    if (to < 0 || !source) break;
    const value = evaluate(source, inner);
    for (const target of kids.slice(at + 1, to).filter(isExpression)) assign(target, { ...value, text: undefined, items: undefined, labels: value.labels | lettersOf(value) }, inner);
  }
  return container(kids.slice(0, first < 0 ? undefined : first).filter(isExpression), inner);
}

function lambda(node: Branch, frame: Frame): Value {
  const scope = frame.analysis.scopeOf(keyOf(node, frame), () => new Scope(frame.scope));
  const routine = frame.analysis.routineOf(keyOf(node, frame), () => ({ params: paramsOf(kid(node, 'ParamList'), frame), returns: new Cell(), calls: new Set() }));
  for (const { name, cell } of routine.params) cellIn(scope.names, name).add(cell.value);
  const body = node.kids.at(-1);
  if (body && isExpression(body)) routine.returns.add(evaluate(body, { ...frame, scope }));
  return { ...nothing, functions: [routine] };
}
