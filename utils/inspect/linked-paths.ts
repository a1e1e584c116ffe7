import type { Project, Skipped } from './project.ts';
import { resolvePath } from './runs/resolve-path.ts';

/** Links behind links that are followed: the kernel of Linux follows 40. */
const mostLinks = 40;
/** Files that are seen through links to folders, at most: links to a folder above would show everything again and again. */
const mostShown = 5_000;

/** Links to folders that are followed: each is a walk over all files. */
const mostFolders = 200;

/** Paths at which a file of the project is seen through a link of it, with the path at which it lies. What leads out, in circles or nowhere is left out. */
export function linkedPaths({ files }: Project): ReadonlyMap<string, string> {
  const links = new Map(files.flatMap(({ path, linksTo }) => (linksTo === undefined ? [] : [[path, linksTo] as const])));
  const shown = new Map<string, string>();
  if (links.size === 0) return shown;
  const lie = new Set(files.flatMap(({ path, linksTo }) => (linksTo === undefined ? [path] : [])));
  let folders = 0;
  for (const link of links.keys()) {
    const to = endOf(link, links);
    if (to === undefined) continue;
    if (lie.has(to)) shown.set(link, to);
    else if (folders++ < mostFolders && !`${link}/`.startsWith(`${to}/`)) for (const path of lie) if (path.startsWith(`${to}/`) && shown.size < mostShown) shown.set(link + path.slice(to.length), path);
  }
  return shown;
}

/** What was put aside, without links that are followed. */
export function withoutFollowed(skipped: readonly Skipped[], project: Project): Skipped[] {
  const followed = new Set<string>();
  for (const path of linkedPaths(project).keys()) for (let at = path; at !== '' && !followed.has(at); at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) followed.add(at);
  return skipped.filter(({ path, reason }) => reason !== 'link' || !followed.has(path));
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
