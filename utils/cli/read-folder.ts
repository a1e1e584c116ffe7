import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Entries, Entry, Take } from '../inspect/archive/entry.ts';
import { isOwnInstall, namesPackage } from '../inspect/archive/installed-packages.ts';

/** Bytes read of a file at once. */
const chunkLength = 65_536;
/** Bytes that are asked for at least: what says that it is empty may give some. */
const smallest = 4_096;

/** Of git's own folder what git runs or obeys; the rest is packed and never runs. Samples of hooks do nothing. */
const readOfGit = /\/\.git\/(?:config|hooks\/[^/]+(?<!\.sample))$/;

/**
 * Everything in a folder, outermost first, links not followed. Packages that git does not keep were installed by the person and have run already:
 * of these only names and versions are read. Without git nobody can tell, and they are read whole.
 */
export async function* folderEntries(root: string): Entries {
  const isOwn = await ownPackages(root);
  const queue = [''];
  for (const folder of queue) {
    const contents = await contentsOf(join(root, folder)).catch(() => undefined);
    if (!contents) yield { path: folder.slice(1), reason: 'unreadable' };
    for (const found of contents ?? []) {
      const path = `${folder}/${found.name}`;
      if (!found.isDirectory()) {
        if (isWanted(path, isOwn)) yield await entryOf(root, path, found);
        continue;
      }
      if (found.name === '.git') yield { path: path.slice(1), reason: 'kept by git' };
      if (isOwn(path) && !isOwn(folder)) yield { path: path.slice(1), reason: 'installed packages' };
      if (isWalked(path, isOwn)) queue.push(path);
    }
  }
}

type IsOwn = (path: string) => boolean;

const isWanted = (path: string, isOwn: IsOwn): boolean =>
  path.includes('/.git/') ? readOfGit.test(path) : !isOwn(path) || namesPackage(path);

/** Folders in which something can be wanted. */
const isWalked = (path: string, isOwn: IsOwn): boolean => {
  if (/\/\.git(?:\/|$)/.test(path)) return /\/\.git(?:\/hooks)?$/.test(path);
  return !isOwn(path) || /\/node_modules(?:\/@[^/]+)?(?:\/[^/@]+)?$/.test(path);
};

/** Is a path inside packages that the person installed? Yes if the folder is kept by git, and they are not. */
async function ownPackages(root: string): Promise<IsOwn> {
  const index = await readFile(join(root, '.git', 'index')).catch(() => undefined);
  if (!index || !isOwnInstall(index.toString('latin1'))) return () => false;
  return (path) => /\/node_modules(?:\/|$)/.test(path);
}

const contentsOf = async (folder: string): Promise<Dirent[]> =>
  (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));

async function entryOf(root: string, path: string, found: Dirent): Promise<Entry> {
  const place = join(root, path);
  const name = path.slice(1);
  const unread = { name, size: 0, read: async () => {} };
  if (found.isSymbolicLink()) return { ...unread, kind: 'link', linksTo: await readlink(place).catch(() => '') };
  if (!found.isFile()) return { ...unread, kind: 'other' };
  const { size, mode } = sizeOf(place);
  return { name, kind: 'file', size, isExecutable: (mode & 0o111) !== 0, read: async (take) => readFileOf(place, size, take) };
}

/** One that went away, or may not be asked, says so when it is read. */
function sizeOf(place: string): { size: number; mode: number } {
  try {
    return statSync(place);
  } catch {
    return { size: 0, mode: 0 };
  }
}

/** Waits for the disk: handing each of thousands of small files to another thread took ten times as long as reading it. */
function readFileOf(place: string, size: number, take: Take): void {
  const file = openSync(place, 'r');
  try {
    const chunk = new Uint8Array(Math.min(chunkLength, Math.max(size, smallest) + 1));
    for (;;) {
      const length = readSync(file, chunk, 0, chunk.length, null);
      if (length === 0 || !take(chunk.subarray(0, length))) return;
    }
  } finally {
    closeSync(file);
  }
}
