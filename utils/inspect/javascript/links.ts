import type { Script } from './frame.ts';

/** Which scripts have to do with each other, by their imports. */
export class Links {
  readonly #next = new Map<string, Set<string>>();

  link(from: Script, to: Script): void {
    this.#of(from.file.path).add(to.file.path);
    this.#of(to.file.path).add(from.file.path);
  }

  #of(path: string): Set<string> {
    const next = this.#next.get(path) ?? new Set();
    this.#next.set(path, next);
    return next;
  }

  /** Scripts in groups: two that are linked, over however many others, are in the same. */
  groups(scripts: readonly Script[]): Script[][] {
    const left = new Map(scripts.map((script) => [script.file.path, script]));
    const groups: Script[][] = [];
    for (const { file: { path } } of scripts) {
      if (!left.has(path)) continue;
      const group: Script[] = [];
      const queue = [path];
      for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
        const script = left.get(one);
        if (!script) continue;
        left.delete(one);
        group.push(script);
        queue.push(...this.#of(one));
      }
      groups.push(group);
    }
    return groups;
  }
}
