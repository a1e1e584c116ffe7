import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { collectProject } from '../inspect/archive/collect-project.ts';
import { archiveEntries, openArchive } from '../inspect/archive/open-archive.ts';
import type { Project } from '../inspect/project.ts';
import { folderEntries } from './read-folder.ts';

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

const sentenceOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === 'ENOENT' ? 'there is no such folder or file' : code === 'EACCES' || code === 'EPERM' ? 'may not be read: check its permissions' : message;
