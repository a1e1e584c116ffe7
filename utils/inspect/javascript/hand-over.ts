import { joinAll, memberOf, type Value } from './value.ts';

const tells = /^(?:emit|dispatchEvent|publish|trigger|fire|next|broadcast)$/;
const hears = /^(?:on|once|addListener|addEventListener|prependListener|subscribe|listen|tap)$/;

/** What is told to the listeners of a thing: `emit(name, value)` and `next(value)` keep it with the thing, `on(name, listener)` hands it to the listener. */
export function handOver(method: string, receiver: Value, args: readonly Value[]): void {
  const isTelling = tells.test(method);
  if (!isTelling && !hears.test(method)) return;
  const named = args.length > 1 || method === 'emit';
  const told = named ? args.slice(1) : args;
  for (const thing of receiver.things) {
    const kept = memberOf(thing, `event ${(named && args[0]?.isWhole && args[0].text) || ''}`);
    if (isTelling) kept.add(joinAll(told));
    else told.forEach((listener) => listener.functions.forEach((one) => one.call([kept.value])));
  }
}
