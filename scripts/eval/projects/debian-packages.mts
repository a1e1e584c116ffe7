import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { folderEntries } from '../../../utils/cli/read-folder.ts';
import { collectProject } from '../../../utils/inspect/archive/collect-project.ts';
import type { Project } from '../../../utils/inspect/project.ts';
import { cache, published } from './published-list.mts';

export interface Folder { readonly id: string; readonly path: string }

const names = Object.keys(published.debian);
/** Where Debian keeps Python that others import. */
const modules = 'usr/lib/python3/dist-packages';
const placeOf = (name: string): string => join(cache, 'debian', name);

/** Folders of Python in packages of Debian, and names of packages that cannot be had here. */
export function debianPackages(): { folders: Folder[]; missing: string[] } {
  const [have, missing] = [names.filter((name) => existsSync(placeOf(name))), names.filter((name) => !existsSync(placeOf(name)))];
  const folders = have.flatMap((name) => ['', ...published.debian[name]!].map((part) => ({ id: part === '' ? name : `${name}: ${part}`, path: join(placeOf(name), modules, part) })));
  return { folders, missing };
}

export const readFolder = ({ id, path }: Folder): Promise<Project> => collectProject(id, folderEntries(path), { keepsTopFolder: true });

/** Each is unpacked once. Where the first cannot be had, there is no Debian in reach. */
export function fetchDebian(): void {
  const wanted = names.filter((name) => !existsSync(placeOf(name)));
  for (const [i, name] of wanted.entries()) if (!isUnpacked(name) && i === 0) return;
}

function isUnpacked(name: string): boolean {
  const fresh = `${placeOf(name)}.fresh`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    execFileSync('apt-get', ['download', name], { cwd: fresh, stdio: 'pipe' });
    for (const file of readdirSync(fresh)) {
      execFileSync('dpkg-deb', ['-x', file, '.'], { cwd: fresh, stdio: 'pipe' });
      rmSync(join(fresh, file));
    }
    renameSync(fresh, placeOf(name));
    return true;
  } catch {
    rmSync(fresh, { recursive: true, force: true });
    return false;
  }
}
