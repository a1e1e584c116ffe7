import type { Facts } from '../../utils/core/facts.ts';

/** Facts remembered besides those on the page: where a person goes back to. Each holds a whole conversation. */
const besides = 20;

/**
 * Numbers all facts of a page, the same for the same whenever they were read. The whole text is compared, in this page's memory only: a
 * message that differs from a harmless one must never be taken for it, as with a short hash it could be. The number gives nothing away.
 */
export function numberFacts(): (page: readonly Facts[]) => number[] {
  let last = 0;
  const numbers = new Map<string, number>();
  return (page) => page.map((facts) => {
    const says = JSON.stringify({ ...facts, seenAt: undefined });
    const number = numbers.get(says) ?? (last += 1);
    // Deleted and set again, so that the oldest is the one unused for longest.
    numbers.delete(says);
    numbers.set(says, number);
    if (numbers.size > page.length + besides) numbers.delete(numbers.keys().next().value as string);
    return number;
  });
}
