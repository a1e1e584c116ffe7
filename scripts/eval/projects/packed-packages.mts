import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cache, type Versions } from './published-list.mts';

const folder = join(cache, 'packed');
/** Packages asked for at once: npm needs half a second to start. */
const batch = 25;

export interface Packed { readonly id: string; readonly path: string }

/** Archives of packages as their registry has them. Nothing of them is unpacked to disk or run. */
export function packedPackages(versions: Versions): { packed: Packed[]; missing: string[] } {
  const all = archivesOf(versions);
  return { packed: all.filter(({ path }) => existsSync(path)), missing: all.filter(({ path }) => !existsSync(path)).map(({ id }) => id) };
}

/** Each is fetched once. */
export const fetchPackages = (versions: Versions): void => fetchAll(archivesOf(versions).filter(({ path }) => !existsSync(path)).map(({ spec }) => spec));

const archivesOf = (versions: Versions) => Object.entries(versions).map(([name, version]) => ({ id: name, spec: `${name}@${version}`, path: join(folder, fileOf(name, version)) }));

/** As `npm pack` names it. */
export const fileOf = (name: string, version: string): string => `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;

/** One that cannot be had spoils its batch, and its neighbours are asked for alone. Where none can be had there is no registry. */
function fetchAll(specs: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (let from = 0; from < specs.length; from += batch) {
    const some = specs.slice(from, from + batch);
    if (!isFetched(some) && some.filter((spec) => isFetched([spec])).length === 0) return;
  }
}

function isFetched(specs: readonly string[]): boolean {
  try {
    execFileSync('npm', ['pack', ...specs, '--pack-destination', folder, '--ignore-scripts', '--prefer-offline', '--fetch-retries=0', '--silent'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
