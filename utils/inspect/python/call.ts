import { cellsOf } from './assign.ts';
import { elementOf, evaluate, keyOf, marked, memberOf, textOf } from './evaluate.ts';
import { textMethod } from './fold-text.ts';
import type { Frame } from './frame.ts';
import { callNative } from './native-call.ts';
import { dropsAll } from './known-names.ts';
import { signs } from '../javascript/secret-places.ts';
import { evaluators, starts } from './python-natives.ts';
import { isExpression, kid, partsOf, type Branch } from './python-tree.ts';
import { Cell, joinAll, label, nothing, ofLabels, ofText, type Routine, type Value } from './python-value.ts';

/** What a call is given. */
export interface Given { readonly plain: readonly Value[]; readonly named: ReadonlyMap<string, Value>; readonly spread: Value }

/** Methods that put something into what they are called on. */
const puts = new Set(['append', 'extend', 'add', 'insert', 'update', 'setdefault', 'appendleft', 'put', 'put_nowait', '__setitem__', 'push']);
/** Methods that take it out again. */
const takes = new Set(['get', 'get_nowait', 'pop', 'popleft', 'recv', 'popitem']);
const conversion = /(?:^|\.)(?:str|bytes|bytearray|Path|PurePath|expanduser|expandvars|abspath|realpath|normpath|fspath)$/;
const longestName = 90;

export function callOf(node: Branch, frame: Frame): Value {
  const [callee, list] = node.kids;
  if (!callee) return nothing;
  const given = givenTo(list, frame);
  const property = callee.name === 'MemberExpression' ? kid(callee, 'PropertyName') : undefined;
  if (!property || !callee.kids[0]) return callValue(evaluate(callee, frame), undefined, given, node, frame);
  const method = textOf(property, frame);
  const receiver = evaluate(callee.kids[0], frame);
  // What is put into a queue comes out of it wherever the queue is known.
  if (puts.has(method)) keepIn(receiver, joinAll(given.plain), frame);
  const kept = takes.has(method) ? takenFrom(receiver, frame) : nothing;
  if (kept !== nothing) return kept;
  // A table of functions gives one of them.
  if (method === 'get' && receiver.functions.length > 0) return joinAll([{ ...nothing, functions: receiver.functions }, given.plain[1] ?? nothing]);
  if (puts.has(method) || (method === 'write' && receiver.names.some((name) => /^(?:io\.(?:BytesIO|StringIO)|mmap\.mmap)\(\)$/.test(name)))) cellsOf(callee.kids[0], frame).forEach((cell) => cell.add({ ...joinAll(given.plain), text: undefined, items: undefined }));
  const text = textMethod(receiver, method, given.plain);
  if (text) return { ...marked(text), keys: [keyOf(node, frame)] };
  if (method === 'get' && receiver.names.some((name) => name === 'os.environ' || name.endsWith('builtins.__dict__'))) return elementOf(receiver, given.plain[0] ?? nothing, false);
  return callValue(memberOf(receiver, method), receiver, given, node, frame);
}

const queue = /(?:Queue|deque|Manager|Pipe|Channel|defaultdict|OrderedDict|dict|list)\(\)$/;
const placesOf = ({ names, keys }: Value): readonly string[] => (names.some((name) => queue.test(name)) ? keys : []);
const keepIn = (receiver: Value, value: Value, { analysis }: Frame): void =>
  placesOf(receiver).forEach((key) => analysis.cellOf(`in ${key}`).add({ ...value, text: undefined, items: undefined }));
const takenFrom = (receiver: Value, { analysis }: Frame): Value => joinAll(placesOf(receiver).map((key) => analysis.cellOf(`in ${key}`).value));

function givenTo(list: Branch | undefined, frame: Frame): Given {
  const plain: Value[] = [];
  const named = new Map<string, Value>();
  const spread: Value[] = [];
  // A generator stands between the same brackets without brackets of its own.
  if (list?.kids.some(({ name }) => name === 'for')) return { plain: [evaluate({ ...list, name: 'ComprehensionExpression' }, frame)], named, spread: nothing };
  for (const part of partsOf(list?.kids.filter(({ name }) => name !== '(' && name !== ')') ?? [])) {
    const value = part.at(-1)!;
    if (!isExpression(value)) continue;
    if (part[0]!.name === '*' || part[0]!.name === '**') spread.push(evaluate(value, frame));
    else if (part[1]?.name === 'AssignOp') named.set(textOf(part[0]!, frame), evaluate(value, frame));
    else plain.push(evaluate(value, frame));
  }
  return { plain, named, spread: joinAll(spread) };
}

export const allGiven = ({ plain, named, spread }: Given): Value => joinAll([...plain, ...named.values(), spread]);

function callValue(callee: Value, receiver: Value | undefined, given: Given, node: Branch, frame: Frame): Value {
  const results: Value[] = [];
  for (const routine of callee.functions) results.push(callRoutine(routine, given, keyOf(node, frame), frame));
  for (const thing of callee.things) {
    const made: Value = { ...nothing, things: [thing] };
    for (const routine of thing.members.get('__init__')?.value.functions ?? []) callRoutine({ ...routine, self: made }, given, keyOf(node, frame), frame);
    results.push(made);
  }
  const unknown: string[] = [];
  for (const name of callee.names) {
    // Whoever encodes the name of what he calls hides it.
    if (callee.labels & label.decoded && (evaluators.test(name) || starts.test(name))) frame.analysis.see('runs-decoded-text', node, frame, { by: name, how: 'an encoded name' });
    const result = callNative(name, receiver, given, node, frame);
    if (result) results.push(result.keys.length > 0 ? result : { ...result, keys: [keyOf(node, frame)] });
    // What is known wholly is not blurred by what any call may answer.
    if (result?.text === undefined && !result?.items) unknown.push(name);
  }
  // What a call of something unknown answers may hold all that it was given.
  if (unknown.length > 0 && callee.functions.length === 0 && !unknown.some(dropsAll)) {
    const passed = allGiven(given);
    const converts = unknown.some((name) => conversion.test(name));
    const labels = (passed.labels | ((receiver?.labels ?? 0) & (callee.labels | ~label.environment))) & (unknown.some(signs) ? ~label.walletKey : ~0);
    results.push({
      ...marked(converts && passed.text !== undefined ? ofText(passed.text, labels) : ofLabels(labels)),
      ...(converts && passed.within && { within: passed.within }),
      names: unknown.filter((name) => name.length < longestName).map((name) => `${name}()`), keys: [...(converts ? passed.keys : receiver?.keys ?? []), keyOf(node, frame)].slice(0, 4),
      ...(passed.host ?? receiver?.host ? { host: passed.host ?? receiver?.host } : {}),
      // Functions given to a library come back when it wraps them.
      functions: passed.functions.length < 4 ? passed.functions : [],
    });
  }
  return joinAll(results);
}

export function callRoutine({ params, returns, self, calls }: Routine, { plain, named, spread }: Given, at: string, { analysis }: Frame): Value {
  if (calls.size < analysis.mostCalls) calls.add(at);
  else if (!calls.has(at)) return returns.value;
  // Of a whole library what one module gives another is not followed: in the end everything would come from everywhere.
  if (analysis.isMuch && params[0] && params[0].cell.home !== Cell.home) return returns.value;
  const values = self ? [self, ...plain] : plain;
  params.forEach(({ name, stars, cell }, at) => {
    if (stars === 1) values.slice(at).forEach((value) => cell.add({ ...value, items: undefined }));
    else if (stars === 2) named.forEach((value, key) => (params.some((one) => one.name === key) ? undefined : cell.add({ ...value, items: undefined })));
    else if (values[at] && !params.slice(0, at).some((one) => one.stars > 0)) cell.add(values[at]);
    const own = named.get(name);
    if (own) cell.add(own);
    if (stars === 0 && spread !== nothing) cell.add({ ...spread, text: undefined, items: undefined });
  });
  return returns.value;
}
