import { gzipSync, zipSync, type ZipOptions } from 'fflate';
import { packTar } from 'modern-tar';
import type { Project } from '../../../utils/inspect/project.ts';
import { openArchive } from '../../../utils/inspect/archive/open-archive.ts';

type Content = string | Uint8Array;
const encoder = new TextEncoder();
export const bytesOf = (content: Content): Uint8Array => (typeof content === 'string' ? encoder.encode(content) : content);

/** A zip archive; the options of a file are fflate's (attrs, os). */
export const zipOf = (files: Readonly<Record<string, Content | [Content, ZipOptions]>>, options: ZipOptions = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, file]) =>
    [name, Array.isArray(file) ? [bytesOf(file[0]), file[1]] : bytesOf(file)])), options);

export const tarOf = (files: Readonly<Record<string, Content>>): Promise<Uint8Array> =>
  packTar(Object.entries(files).map(([name, content]) => ({ header: { name, size: bytesOf(content).length }, body: bytesOf(content) })));

export const tarGzOf = async (files: Readonly<Record<string, Content>>): Promise<Uint8Array> => gzipSync(await tarOf(files));

export const blobOf = (...parts: Uint8Array[]): Blob => new Blob(parts as BlobPart[]);
export const open = (name: string, ...parts: Uint8Array[]): Promise<Project> => openArchive(name, blobOf(...parts));

/** Texts of a project by path. */
export const textsOf = ({ files }: Project): Record<string, string | undefined> =>
  Object.fromEntries(files.map(({ path, bytes }) => [path, bytes && new TextDecoder().decode(bytes)]));

export const reasonsOf = ({ skipped }: Project): string[] => skipped.map(({ path, reason }) => `${path}: ${reason}`);

/** Offsets of a signature of zip, "PK" and two bytes, in an archive. */
export function offsetsOf(archive: Uint8Array, third: number, fourth: number): number[] {
  const offsets: number[] = [];
  for (let i = 0; i + 3 < archive.length; i++) {
    if (archive[i] === 0x50 && archive[i + 1] === 0x4b && archive[i + 2] === third && archive[i + 3] === fourth) offsets.push(i);
  }
  return offsets;
}
export const directoryEntries = (archive: Uint8Array): number[] => offsetsOf(archive, 1, 2);
export const localHeaders = (archive: Uint8Array): number[] => offsetsOf(archive, 3, 4);

/** A copy with bytes changed. */
export function changed(archive: Uint8Array, change: (view: DataView, bytes: Uint8Array) => void): Uint8Array {
  const copy = archive.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}
