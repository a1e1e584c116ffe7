import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/** Contents by path, with forward slashes. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Zip entries carry a local time without a zone. One noon for all of them reads the same everywhere. */
const everyTime = new Date(2026, 0, 1, 12);

/**
 * A zip whose bytes depend on nothing but names and contents: entries in the order of their names, one time, no owners or modes. The
 * compressor is JavaScript at an exact version, so that Node's zlib, which differs by release, has no say.
 */
export function zipFiles(files: Files): Uint8Array {
  const inOrder: Zippable = {};
  // Code units: the order of a language differs between machines.
  for (const path of Object.keys(files).sort()) inOrder[path] = files[path]!;
  return zipSync(inOrder, { level: 9, mtime: everyTime });
}

export const readFiles = (root: string, paths: readonly string[] = pathsIn(root)): Files =>
  Object.fromEntries(paths.map((path) => [path, new Uint8Array(readFileSync(join(root, path)))]));

function pathsIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(below, entry.name);
    return entry.isDirectory() ? pathsIn(folder, path) : [path];
  });
}
