import type { Links } from './project-evidence.ts';
import type { Project } from './project.ts';
import { createLoader } from './reach/loaded-files.ts';
import { moments, type Moment, type Run } from './run.ts';
import { nameOf } from './runs/folder.ts';
import { folderOf } from './runs/runs-of.ts';

/** Which files run at which moments, as far as names in the files tell. */
export interface Reach {
  /** In the order of `moments`; none for a file that nothing was seen to start. */
  readonly momentsOf: (path: string) => readonly Moment[];
  /** Files that each reached file loads. */
  readonly imports: Links;
}

/**
 * Follows what the runs start through imports, requires and names of files in quotes. Cheap and generous: a file that is only named may
 * never be loaded, but a file that is loaded is hardly ever missed, and only what a detector saw in it is spoken of. Moments are a set of
 * bits that is handed on until nothing changes, so cycles end.
 */
export function reach(project: Project, runs: readonly Run[]): Reach {
  const loadedBy = createLoader(folderOf(project));
  const started = startedBy(runs);
  const imports = new Map<string, readonly string[]>();
  const bits = new Map<string, number>();
  const waiting: string[] = [];
  const mark = (path: string, more: number) => {
    const before = bits.get(path) ?? 0;
    if ((before | more) === before) return;
    bits.set(path, before | more);
    waiting.push(path);
  };
  for (const { moment, targets } of runs) for (const target of targets) mark(target, 1 << moments.indexOf(moment));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    let loaded = imports.get(path);
    if (!loaded) imports.set(path, (loaded = loadedBy(path)));
    for (const next of [...loaded, ...(started.get(path) ?? [])]) mark(next, bits.get(path) ?? 0);
  }
  const lists = moments.map((_, index) => index);
  const known = new Map<number, readonly Moment[]>();
  return {
    imports,
    momentsOf: (path) => {
      const set = bits.get(path) ?? 0;
      const list = known.get(set) ?? lists.filter((index) => set & (1 << index)).map((index) => moments[index] as Moment);
      known.set(set, list);
      return list;
    },
  };
}

/** What a build file starts is started whenever it is reached. To load a package.json or another JSON file is to read it only. */
function startedBy(runs: readonly Run[]): ReadonlyMap<string, readonly string[]> {
  const started = new Map<string, string[]>();
  for (const { file, targets } of runs) {
    if (/\.(?:json|jsonc|toml|md|txt|code-workspace)$/i.test(nameOf(file))) continue;
    started.set(file, [...(started.get(file) ?? []), ...targets]);
  }
  return started;
}
