import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MetaFile, Metadata, type MetadataKind, type Root, type Snapshot, type Targets, type Timestamp } from '@tufjs/models';

interface Kinds { root: Root; targets: Targets; snapshot: Snapshot; timestamp: Timestamp }
type Role = keyof Kinds;
type Json = Parameters<typeof Metadata.fromJSON>[1];

export const metadataPath = (folder: string, role: Role, version: number): string =>
  join(folder, 'metadata', role === 'timestamp' ? 'timestamp.json' : `${version}.${role}.json`);

/** The newest version of a role, undefined when there is none yet. */
export function readNewest<R extends Role>(folder: string, role: R): Metadata<Kinds[R]> | undefined {
  const version = role === 'timestamp' ? 1 : newestVersion(join(folder, 'metadata'), role);
  const path = metadataPath(folder, role, version);
  if (version === 0 || !existsSync(path)) return undefined;
  return parseMetadata(readFileSync(path, 'utf8'), role, path);
}

/** Reads metadata of one role. Throws an error that names the place. */
export function parseMetadata<R extends Role>(text: string, role: R, place: string): Metadata<Kinds[R]> {
  try {
    return Metadata.fromJSON(role as MetadataKind.Root, JSON.parse(text) as Json) as unknown as Metadata<Kinds[R]>;
  } catch (error) {
    throw new Error(`${place} is no metadata of ${role}: ${(error as Error).message}`, { cause: error });
  }
}

function newestVersion(folder: string, role: string): number {
  if (!existsSync(folder)) return 0;
  const versions = readdirSync(folder).map((name) => new RegExp(`^(\\d+)\\.${role}\\.json$`).exec(name)?.[1]);
  return Math.max(0, ...versions.map((version) => Number(version ?? 0)));
}

/** Writes metadata and gives what the role above names it by: version, length and hash, so that no two states can be mixed. */
export function writeMetadata(folder: string, role: Role, metadata: Metadata<Kinds[Role]>): MetaFile {
  const text = JSON.stringify(metadata.toJSON());
  writeWhole(metadataPath(folder, role, metadata.signed.version), text);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return new MetaFile({ version: metadata.signed.version, length: Buffer.byteLength(text), hashes: { sha256 } });
}

/** A reader of the folder sees the old file or the new one, never half of it. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.part`;
  writeFileSync(half, content);
  renameSync(half, path);
}
