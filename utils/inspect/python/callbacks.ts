import { allGiven, callRoutine, type Given } from './call.ts';
import { keyOf } from './evaluate.ts';
import { callers, listeners } from './callback-names.ts';
import type { Frame } from './frame.ts';
import { callNative } from './native-call.ts';
import * as natives from './python-natives.ts';
import type { Branch } from './python-tree.ts';
import { joinAll, label, nothing, ofLabels, type Value } from './python-value.ts';

/** What a function that is given away is called with: `Thread(target=run, args=(text,))`, `map(decode, parts)`, `WebSocketApp(url, on_message=run)`. */
export function callBack(name: string, given: Given, node: Branch, frame: Frame): Value | undefined {
  if (listeners.test(name)) {
    [...given.plain, ...given.named.values()].forEach(givesFetched);
    return ofLabels(label.fetched);
  }
  if (!callers.test(name)) return undefined;
  const values = [...(given.named.has('target') ? [given.named.get('target')!] : []), ...given.plain];
  const called = values.find(({ functions, names }) => functions.length > 0 || names.some((one) => natives.evaluators.test(one) || natives.starts.test(one)));
  if (!called) return undefined;
  const rest = values.slice(values.indexOf(called) + 1).concat(given.named.get('args') ?? []);
  const handed = rest.flatMap((value) => value.items ?? [{ ...value, items: undefined }]);
  const passed: Given = { plain: handed, named: new Map(), spread: name === 'map' || name.endsWith('reduce') ? joinAll(handed) : nothing };
  return joinAll([
    ...called.functions.map((routine) => callRoutine(routine, passed, keyOf(node, frame), frame)),
    ...called.names.map((one) => callNative(one, undefined, passed, node, frame) ?? nothing), ofLabels(allGiven(passed).labels),
  ]);
}

/** Whatever a listener is called with came from the network. */
export const givesFetched = ({ functions }: Value): void =>
  functions.forEach(({ params }) => params.forEach(({ name, cell }) => name !== 'self' && cell.add(ofLabels(label.fetched))));
