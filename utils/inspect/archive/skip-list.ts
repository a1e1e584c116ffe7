import { limits } from '../limits.ts';
import type { Skipped, SkipReason } from '../project.ts';

/** What was skipped, of each reason the first places by name and the others by number: an archive can have 200,000 of them. */
export class SkipList {
  readonly #byReason = new Map<SkipReason, { named: string[]; more: number }>();

  add(path: string, reason: SkipReason): void {
    const known = this.#byReason.get(reason);
    if (!known) this.#byReason.set(reason, { named: [path], more: 0 });
    else if (known.named.length < limits.namedSkips) known.named.push(path);
    else known.more++;
  }

  list(): Skipped[] {
    return [...this.#byReason].flatMap(([reason, { named, more }]) =>
      named.map((path, i) => ({ path, reason, ...(more > 0 && i === named.length - 1 && { more }) })));
  }
}
