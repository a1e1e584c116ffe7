import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Metadata, Snapshot, TargetFile, Targets, Timestamp } from '@tufjs/models';
import { expiresFor, readRoot, requireRole, type RepositoryKeys, type SigningOptions } from './create-repository.ts';
import { metadataPath, readNewest, writeMetadata, writeWhole } from './metadata-files.ts';
import { sha256Of, targetPath, type OfferedFile } from './offered-file.ts';
import { packTargets, type PublishedPack } from './pack-targets.ts';
import type { SigningKey } from './signing-key.ts';

export const specVersion = '1.0.31';

/** Writes the files under `targets/` and the next `metadata/N.targets.json`, which names these and no others. Nobody sees it before `publish`. */
export function signTargets(folder: string, key: SigningKey, files: readonly OfferedFile[], options: SigningOptions = {}): Metadata<Targets> {
  requireRole(readRoot(folder), 'targets', key);
  const version = (readNewest(folder, 'targets')?.signed.version ?? 0) + 1;
  const targets = new Metadata(new Targets({ version, specVersion, expires: expiresFor('targets', options) }));
  for (const { name, content, custom } of files) {
    const sha256 = sha256Of(content);
    writeServed(targetPath(folder, name, sha256), content);
    targets.signed.addTarget(new TargetFile({ path: name, length: content.byteLength, hashes: { sha256 }, unrecognizedFields: custom ? { custom: custom as never } : {} }));
  }
  targets.sign(key.sign);
  writeMetadata(folder, 'targets', targets);
  return targets;
}

/**
 * Makes the newest signed targets visible: the next snapshot, then the timestamp, last. Without new targets it only renews both,
 * which somebody must do before they run out.
 */
export function publish(folder: string, key: SigningKey, options: SigningOptions = {}): Metadata<Timestamp> {
  const root = readRoot(folder);
  requireRole(root, 'snapshot', key);
  const targets = readNewest(folder, 'targets');
  if (!targets) throw new Error(`Nothing is signed in ${folder} yet.`);
  root.verifyDelegate('targets', targets);
  const text = readFileSync(metadataPath(folder, 'targets', targets.signed.version));
  const version = (readNewest(folder, 'snapshot')?.signed.version ?? 0) + 1;
  const named = { version: targets.signed.version, length: text.byteLength, hashes: { sha256: sha256Of(text) } };
  const snapshot = new Metadata(Snapshot.fromJSON({
    _type: 'snapshot', spec_version: specVersion, version, expires: expiresFor('snapshot', options), meta: { 'targets.json': named },
  }));
  snapshot.sign(key.sign);
  const snapshotMeta = writeMetadata(folder, 'snapshot', snapshot);
  const timestamp = new Metadata(new Timestamp({
    version: (readNewest(folder, 'timestamp')?.signed.version ?? 0) + 1, specVersion, expires: expiresFor('timestamp', options), snapshotMeta,
  }));
  timestamp.sign(key.sign);
  writeMetadata(folder, 'timestamp', timestamp);
  return timestamp;
}

/** Signs a pack and makes it visible, with patches from the packs published before it. */
export function publishPack(folder: string, keys: Pick<RepositoryKeys, 'targets' | 'online'>, pack: PublishedPack, options: SigningOptions = {}): Metadata<Timestamp> {
  signTargets(folder, keys.targets, packTargets(folder, pack), options);
  return publish(folder, keys.online, options);
}

/** Files that shrink lie beside their gzip, for servers that send what lies ready. Time stamps are left out: the same bytes every time. */
function writeServed(path: string, content: Uint8Array): void {
  if (existsSync(path)) return;
  writeWhole(path, content);
  const packed = gzipSync(content, { level: 9 });
  if (packed.byteLength < content.byteLength * 0.9) writeWhole(`${path}.gz`, packed);
}

