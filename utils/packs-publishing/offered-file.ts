import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** A file that is offered. `custom` is signed with its name, length and hash. */
export interface OfferedFile {
  readonly name: string;
  readonly content: Uint8Array;
  readonly custom?: Readonly<Record<string, unknown>>;
}

export const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Where a file lies that is served under the name of its hash (TUF 1.0, 7.3). */
export const targetPath = (folder: string, name: string, sha256: string): string => join(folder, 'targets', `${sha256}.${name}`);
