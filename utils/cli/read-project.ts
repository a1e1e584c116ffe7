import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { collectProject } from '../inspect/archive/collect-project.ts';
import { archiveEntries, openArchive } from '../inspect/archive/open-archive.ts';
import type { Project } from '../inspect/project.ts';
import { folderEntries } from './read-folder.ts';

/** Bytes of an archive that is no file: they have to lie in memory, for a .zip is read from its end. The page downloads no more either. */
export const archiveLimit = 100_000_000;

/** A folder or an archive as a project. Throws an error whose message goes on from the path. */
export async function readProject(path: string): Promise<Project> {
  if (/^https?:\/\//i.test(path)) throw new Error('is an address, and nothing is fetched here: download the archive, without opening it, and name that file.');
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => { throw new Error(sentenceOf(error)); });
  const name = basename(resolve(path));
  // Single top folders are stripped of archives only: a folder is named by the person who wants it inspected.
  if (found.isDirectory()) return collectProject(name, folderEntries(path), { keepsTopFolder: true, openNested: archiveEntries });
  if (!found.isFile()) throw new Error('is neither a folder nor a file.');
  return openArchive(name, await openAsBlob(path).catch((error: NodeJS.ErrnoException) => { throw new Error(sentenceOf(error)); }));
}

export const sentenceOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT' ? 'there is no such folder or file' : code === 'EACCES' || code === 'EPERM' ? 'may not be read: check its permissions' : message;

/** An archive that comes as a stream. */
export async function readArchive(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Project> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > archiveLimit) throw new Error(`is longer than ${archiveLimit / 1e6} MB on the standard input: write it to a file and name that.`);
    parts.push(part);
  }
  return openArchive(name, new Blob(parts as BlobPart[]));
}
