import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { InspectedProject } from './inspected-project.mts';
import type { ProjectSet } from './project-tables.mts';
import { fetchPublished, publishedSets } from './published-projects.mts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./inspect-share.mts', import.meta.url));
/** Bytes of results that are taken: a project has some hundred. */
const mostOutput = 100_000_000;

/** Projects of other people, inspected on all cores. What cannot be had here is said in a sentence, and counted nowhere. */
export async function inspectPublished(): Promise<{ sets: ProjectSet[]; unread: string[] }> {
  fetchPublished();
  const shares = availableParallelism();
  const results = await Promise.all(Array.from({ length: shares }, async (_, share) => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', script, String(share), String(shares)], { maxBuffer: mostOutput });
    return JSON.parse(stdout) as InspectedProject[][];
  }));
  const sets = publishedSets();
  return {
    sets: sets.map(({ name }, i) => ({ name, ones: results.flatMap((share) => share[i]!).sort((a, b) => (a.id < b.id ? -1 : 1)) })).filter(({ ones }) => ones.length > 0),
    unread: sets.filter(({ missing }) => missing.length > 0).map(({ name, missing }) => `Of "${name}" could not be fetched, so nothing is said of: ${missing.join(', ')}.`),
  };
}
