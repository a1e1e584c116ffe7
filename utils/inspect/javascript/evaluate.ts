import type { ArrayExpression, AssignmentExpression, BinaryExpression, MemberExpression, Node, ObjectExpression, OptionalMemberExpression, TemplateLiteral } from '@babel/types';
import { isMade } from '../hidden/path-kinds.ts';
import { spelledWord } from '../hidden/spelled-word.ts';
import { assign } from './assign.ts';
import { evaluateCall, invoke } from './call.ts';
import { childrenOf } from './children-of.ts';
import { isNumber, signed, sumOf } from './constant-numbers.ts';
import { classOf, defineMethod, functionOf } from './define.ts';
import type { Frame } from './frame.ts';
import { readMember } from './member.ts';
import { globals } from './natives.ts';
import { secretLabels, secretPlace, walletKeyMember } from './secret-places.ts';
import { isFetchingCommand } from './shell-words.ts';
import { join, joinAll, label, memberOf, nothing, ofLabels, ofNative, ofText, ofThing, unknown, type Value } from './value.ts';

/** Value of an expression. Each node is worked out once a round: what it contains is defined, called and noted on the way. */
export function evaluate(node: Node | null | undefined, frame: Frame): Value {
  switch (node?.type) {
    case undefined: return unknown;
    case 'StringLiteral': case 'DirectiveLiteral': return ofText(node.value, namedBy(node.value));
    case 'NumericLiteral': case 'BooleanLiteral': return ofText(String(node.value));
    case 'TemplateLiteral': return templateText(node, frame);
    case 'Identifier': return readName(node.name, frame);
    case 'ThisExpression': return frame.self ?? ofNative('this');
    case 'Import': return ofNative('import');
    case 'MemberExpression': case 'OptionalMemberExpression': return readPart(evaluate(node.object, frame), node, frame);
    case 'CallExpression': case 'OptionalCallExpression': case 'NewExpression': return evaluateCall(node, frame);
    case 'TaggedTemplateExpression': return invoke(evaluate(node.tag, frame), { node, frame, receiver: nothing, method: undefined, args: [evaluate(node.quasi, frame)], argNodes: [node.quasi] });
    case 'AssignmentExpression': return evaluateAssignment(node, frame);
    case 'BinaryExpression': return evaluateBinary(node, frame);
    case 'UnaryExpression': return signed(node.operator, evaluate(node.argument, frame)) ?? unknown;
    case 'LogicalExpression': return join(evaluate(node.left, frame), evaluate(node.right, frame));
    case 'ConditionalExpression': evaluate(node.test, frame); return join(evaluate(node.consequent, frame), evaluate(node.alternate, frame));
    case 'SequenceExpression': return node.expressions.map((one) => evaluate(one, frame)).at(-1)!;
    case 'ArrayExpression': return arrayOf(node, frame);
    case 'ObjectExpression': return objectOf(node, frame);
    case 'ArrowFunctionExpression': case 'FunctionExpression': case 'FunctionDeclaration': return functionOf(node, frame);
    case 'ClassExpression': case 'ClassDeclaration': return classOf(node, frame);
    case 'YieldExpression': { const value = evaluate(node.argument, frame); frame.result?.add(value); return unknown; }
    case 'AwaitExpression': case 'SpreadElement': return evaluate(node.argument, frame);
    case 'ParenthesizedExpression': case 'TSAsExpression': case 'TSNonNullExpression': case 'TSSatisfiesExpression': case 'TSTypeAssertion':
    case 'JSXExpressionContainer': return evaluate(node.expression, frame);
    default: childrenOf(node!).forEach((child) => evaluate(child, frame)); return unknown;
  }
}

function readName(name: string, { scope, program }: Frame): Value {
  const cell = scope.find(name);
  if (cell) return cell.value === nothing && program.isSettled ? unknown : cell.value;
  if (globals.has(name)) return ofNative('global');
  if (name === 'undefined') return unknown;
  return join(program.globals.members.get(name)?.value ?? nothing, ofNative(name));
}

/** Name of the member that an expression reads, when it is constant. */
export function memberName(node: MemberExpression | OptionalMemberExpression, frame: Frame): string | undefined {
  const { property } = node;
  if (!node.computed) return property.type === 'Identifier' ? property.name : property.type === 'PrivateName' ? `#${property.id.name}` : undefined;
  const value = evaluate(property, frame);
  return value.isWhole ? value.text : symbolName(property);
}

/** `[Symbol.iterator]`, `[PropertySymbol.document]`: a symbol is a name, although no text. */
const symbolName = (key: Node): string | undefined =>
  key.type === 'MemberExpression' && !key.computed && key.object.type === 'Identifier' && /symbol/i.test(key.object.name) && key.property.type === 'Identifier' ? `@${key.property.name}` : undefined;

export function readPart(object: Value, node: MemberExpression | OptionalMemberExpression, frame: Frame): Value {
  const name = memberName(node, frame);
  const value = name === undefined && node.computed ? byHiddenName(object, node.property, frame) : readMember(object, name, frame.program);
  const own = name !== undefined && object.natives.some((native) => native === 'exports' || native === 'module.exports') ? frame.script.exports.members.get(name) : undefined;
  if (own) return own.value;
  // `globalThis['ev' + 'al']`: whoever puts the name together hides it.
  const isHidden = node.computed && node.property.type !== 'StringLiteral';
  return isHidden && value.natives.some((native) => native === 'eval' || native === 'Function')
    ? { ...value, natives: value.natives.map((native) => (native === 'eval' || native === 'Function' ? `${native}*` : native)) } : value;
}

/** Whoever decodes the name of what is called hides that it is the plain word for running text. */
function byHiddenName(object: Value, property: Node, frame: Frame): Value {
  const value = readMember(object, undefined, frame.program);
  const { labels } = evaluate(property, frame);
  const spelled = labels & label.fetched ? undefined : spelledName(object, frame);
  if (spelled) return join(value, ofNative(spelled));
  // Each name of the environment in turn: all of it.
  if (object.natives.includes('process.env') && labels & label.environment) return ofLabels(label.environment);
  if (object.natives.includes('global') && labels & (label.decoded | label.characters)) return join(value, ofNative('global.?'));
  return object.functions.length > 0 && labels & label.decoded ? join(value, ofNative('function.?')) : value;
}

/** A name that the pieces in the file spell, where it is not known which of them are put together. What tools made holds all pieces. */
function spelledName({ natives, functions }: Value, { script: { file } }: Frame): string | undefined {
  if (isMade(file.path)) return undefined;
  const word = natives.includes('global') ? spelledWord(file.text, ['eval', 'Function']) : functions.length > 0 ? spelledWord(file.text, ['constructor']) : undefined;
  return word && (word === 'constructor' ? 'Function*' : `${word}*`);
}

/** What a text names: a place of secrets, a command line that runs what it fetches. */
const namedBy = (text: string): number => secretPlace(text) | (text.length <= longestCommand && isFetchingCommand(text) ? label.fetchingCommand : 0);
const longestCommand = 2_000;

const secrets = label.home | secretLabels;

/** A key that lies in the project's own folder is none of the computer's. Whoever climbs out of it is somewhere else. */
export function besideThis(parts: readonly Value[], labels: number): number {
  const climbs = parts.some(({ text }) => (text?.match(/\.\./g)?.length ?? 0) > 2);
  return parts[0]?.natives.includes('__dirname') && !climbs ? labels & ~secrets : labels;
}

/** Texts put one behind the other; what is not constant stands as "…". */
export function concat(parts: readonly Value[]): Value {
  if (parts.includes(nothing)) return nothing;
  const joined = joinAll(parts);
  const known = parts.some((part) => part.text !== undefined);
  const text = parts.map((part) => part.text ?? '…').join('');
  const labels = besideThis(parts, joined.labels | (known ? namedBy(text) : 0));
  return { ...(known ? ofText(text, labels, parts.every((part) => part.isWhole)) : { ...unknown, labels }), ...(joined.host ? { host: joined.host } : {}), natives: parts[0]?.natives.includes('__dirname') ? ['__dirname'] : [] };
}

function templateText(node: TemplateLiteral, frame: Frame): Value {
  const parts = node.quasis.flatMap((quasi, index) => [
    ofText(quasi.value.cooked ?? quasi.value.raw), ...(node.expressions[index] ? [partOf(node.expressions[index], frame)] : [])]);
  return concat(parts);
}

/** What stands in a text as JSON is data there, wherever it came from. */
function partOf(node: Node, frame: Frame): Value {
  const value = evaluate(node, frame);
  const isData = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.object.type === 'Identifier' && node.callee.object.name === 'JSON'
    && memberName(node.callee, frame) === 'stringify';
  return isData ? { ...value, labels: value.labels & ~(label.fetched | label.chain | label.dns | label.decoded | label.characters) } : value;
}

const comparisons = new Set(['==', '===', '!=', '!==', '<', '>', '<=', '>=', 'in', 'instanceof']);

function evaluateBinary(node: BinaryExpression, frame: Frame): Value {
  // Generated sources add thousands of texts: their left sides are walked in a loop, the stack would not hold them.
  const operands: Value[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    operands.unshift(partOf(left.right, frame));
    left = left.left;
  }
  if (operands.length > 0) {
    const first = evaluate(left, frame);
    return (operands.length === 1 && (isNumber(left) || isNumber(node.right)) ? sumOf('+', first, operands[0]!) : undefined) ?? concat([first, ...operands]);
  }
  const [one, other] = [evaluate(node.left, frame), evaluate(node.right, frame)];
  const sum = sumOf(node.operator, one, other);
  if (sum) return sum;
  const sides = join(one, other);
  return comparisons.has(node.operator) ? unknown : { ...unknown, labels: sides.labels | (node.operator === '^' ? label.mixed : 0) };
}

function evaluateAssignment(node: AssignmentExpression, frame: Frame): Value {
  const right = evaluate(node.right, frame);
  const value = node.operator === '+=' && node.left.type === 'Identifier' ? concat([readName(node.left.name, frame), right]) : right;
  assign(node.left, value, frame);
  return right;
}

function arrayOf(node: ArrayExpression, frame: Frame): Value {
  const thing = frame.program.thingOf(node, 'array');
  let spread = false;
  node.elements.forEach((element, index) => {
    if (element?.type === 'SpreadElement') spread = true;
    const value = evaluate(element, frame);
    memberOf(thing, spread || index > 500 ? undefined : String(index)).add(value);
  });
  return ofThing(thing);
}

function objectOf(node: ObjectExpression, frame: Frame): Value {
  const thing = frame.program.thingOf(node, 'object');
  const self = ofThing(thing);
  let labels = 0;
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const value = evaluate(property.argument, frame);
      labels |= value.labels;
      thing.others.add({ ...value, things: [] });
      for (const from of value.things) for (const [name, cell] of from.members) memberOf(thing, name).add(cell.value);
      continue;
    }
    const key = property.computed ? evaluate(property.key, frame) : undefined;
    const name = key ? (key.isWhole ? key.text : symbolName(property.key)) : keyName(property.key);
    if (property.type === 'ObjectMethod' && !property.computed) defineMethod(thing, property, functionOf(property, { ...frame, self }));
    else memberOf(thing, name).add(property.type === 'ObjectMethod' ? functionOf(property, { ...frame, self }) : namedValue(evaluate(property.value, { ...frame, self }), name, property.value));
  }
  return { ...self, labels };
}

/** What is called the key of a wallet is one. A private key is also what other programs have (ssh, TLS): where none is given yet, none is there. */
function namedValue(value: Value, name: string | undefined, node: Node): Value {
  const secret = name && !(isEmpty(node) && /^private/i.test(name)) ? walletKeyMember(name) : 0;
  return secret && value !== nothing ? { ...value, labels: value.labels | secret } : value;
}

const isEmpty = (node: Node): boolean =>
  node.type === 'NullLiteral' || (node.type === 'Identifier' && node.name === 'undefined') || (node.type === 'UnaryExpression' && node.operator === 'void');

export const keyName = (key: Node): string | undefined =>
  key.type === 'Identifier' ? key.name : key.type === 'StringLiteral' || key.type === 'NumericLiteral' ? String(key.value) : key.type === 'PrivateName' ? `#${key.id.name}` : symbolName(key);
