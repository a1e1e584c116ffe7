import type { Project, Skipped } from './project.ts';
import { resolvePath } from './runs/resolve-path.ts';

/** Links behind links that are followed: the kernel of Linux follows 40. */
const mostLinks = 40;
/** Files that are seen through links to folders, at most: links to a folder above would show everything again and again. */
const mostShown = 5_000;

/** Links to folders that are followed: each is a walk over all files. */
const mostFolders = 200;

interface Followed {
  /** Paths at which a file of the project is seen through a link, with the path at which it lies. */
  readonly shown: ReadonlyMap<string, string>;
  /** Links behind which everything is shown. */
  readonly whole: ReadonlySet<string>;
}

/** What leads out, in circles or nowhere is left out. */
export const linkedPaths = (project: Project): ReadonlyMap<string, string> => follow(project).shown;

/** What was put aside, without links that are followed. */
export function withoutFollowed(skipped: readonly Skipped[], project: Project): Skipped[] {
  const { whole } = follow(project);
  return skipped.filter(({ path, reason }) => reason !== 'link' || !whole.has(path));
}

function follow({ files }: Project): Followed {
  const links = new Map(files.flatMap(({ path, linksTo }) => (linksTo === undefined ? [] : [[path, linksTo] as const])));
  const shown = new Map<string, string>();
  const whole = new Set<string>();
  if (links.size === 0) return { shown, whole };
  const lie = new Set(files.flatMap(({ path, linksTo }) => (linksTo === undefined ? [path] : [])));
  const folders = foldersOf(lie);
  let walks = 0;
  for (const link of links.keys()) {
    const to = endOf(link, links);
    if (to === undefined) continue;
    if (lie.has(to)) { shown.set(link, to); whole.add(link); }
    else if (folders.has(to) && !`${link}/`.startsWith(`${to}/`) && walks++ < mostFolders) {
      const inside = [...lie].filter((path) => path.startsWith(`${to}/`));
      const room = Math.max(0, mostShown - shown.size);
      for (const path of inside.slice(0, room)) shown.set(link + path.slice(to.length), path);
      if (inside.length <= room) whole.add(link);
    }
  }
  return { shown, whole };
}

function foldersOf(paths: ReadonlySet<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) for (let at = path.lastIndexOf('/'); at > 0 && !folders.has(path.slice(0, at)); at = path.lastIndexOf('/', at - 1)) folders.add(path.slice(0, at));
  return folders;
}

function endOf(link: string, links: ReadonlyMap<string, string>): string | undefined {
  let at: string | undefined = link;
  for (let count = 0; at !== undefined && count < mostLinks; count++) {
    const next = links.get(at);
    if (next === undefined) return at === '' ? undefined : at;
    at = resolvePath(at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '', next);
  }
  return undefined;
}
