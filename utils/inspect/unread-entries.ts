import type { Project, Skipped, SkipReason } from './project.ts';
import type { Sighting } from './sighting.ts';
import { oneLine } from './snippet.ts';

/** Told one by one, because it counts whether the file runs. Of the others the first is told, and how many there are. */
const toldApart: ReadonlySet<SkipReason> = new Set(['read in part']);

/** What was not looked into as places, so that rules say what it means. */
export function unreadEntries({ name, files }: Project, skipped: readonly Skipped[]): Sighting[] {
  const links = new Set(files.filter(({ linksTo }) => linksTo !== undefined).map(({ path }) => path));
  const groups = new Map<string, Skipped[]>();
  for (const skip of skipped) {
    const how = links.has(skip.path) ? 'link' : 'entry';
    const key = `${skip.reason} ${how} ${toldApart.has(skip.reason) ? skip.path : ''}`;
    const group = groups.get(key);
    if (group) group.push(skip);
    else groups.set(key, [skip]);
  }
  return [...groups.values()].map((group): Sighting => {
    const { path, reason } = group[0]!;
    const count = group.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
    // What holds for the whole archive has no path.
    const file = path || name || 'the archive';
    return { kind: 'unread-entry', file, line: 1, snippet: oneLine(file), detail: { reason, count, how: links.has(path) ? 'link' : 'entry' } };
  });
}
