import { existsSync } from 'node:fs';
import { Metadata, Root } from '@tufjs/models';
import { expiresAt, usualExpiries, type Expiries } from './expiry.ts';
import { metadataPath, readNewest, writeMetadata } from './metadata-files.ts';
import type { PublicKey, SigningKey } from './signing-key.ts';

/**
 * Who may sign what. Root keys lie with people and decide about all others; `targets` says which rules are right; `online` signs
 * snapshot and timestamp every day, and can do no more than hold rules back.
 */
export interface RepositoryKeys<K extends PublicKey = SigningKey> {
  readonly root: readonly K[];
  readonly targets: K;
  readonly online: K;
}

export interface SigningOptions {
  /** When it is signed. Left out: now. */
  readonly now?: Date;
  readonly expiries?: Partial<Expiries>;
}
export interface RootOptions extends SigningOptions {
  /** How many of the root keys must sign. */
  readonly threshold: number;
}

export const expiresFor = (role: keyof Expiries, { now = new Date(), expiries }: SigningOptions): string =>
  expiresAt(now, expiries?.[role] ?? usualExpiries[role]);

/** Writes `metadata/1.root.json` into `folder`, signed by every root key. Throws when there is a repository already. */
export function createRepository(folder: string, keys: RepositoryKeys, options: RootOptions): Metadata<Root> {
  if (existsSync(metadataPath(folder, 'root', 1))) throw new Error(`${folder} holds a repository already: a second root would lock out everybody who has the first.`);
  const root = rootOf(keys, 1, options);
  for (const key of keys.root) root.sign(key.sign);
  writeMetadata(folder, 'root', root);
  return root;
}

/**
 * Writes the next version of the root: other keys, another threshold, or only a later end. Old and new root keys must both sign
 * with their thresholds, so `signers` are all root keys at hand, old and new. What changed keys signed must be signed anew afterwards.
 */
export function rotateRoot(folder: string, keys: RepositoryKeys<PublicKey>, signers: readonly SigningKey[], options: RootOptions): Metadata<Root> {
  const old = readRoot(folder);
  const root = rootOf(keys, old.signed.version + 1, options);
  for (const key of signers) root.sign(key.sign);
  for (const [who, judge] of [['old', old], ['new', root]] as const) {
    try {
      judge.verifyDelegate('root', root);
    } catch (error) {
      throw new Error(`Too few of the ${who} root keys are at hand: ${(error as Error).message}.`, { cause: error });
    }
  }
  writeMetadata(folder, 'root', root);
  return root;
}

/** The newest root. Throws when the folder holds no repository. */
export function readRoot(folder: string): Metadata<Root> {
  const root = readNewest(folder, 'root');
  if (!root) throw new Error(`${folder} holds no repository: there is no metadata/1.root.json.`);
  return root;
}

/** Refuses to sign with a key that the root does not name for the role: nobody could verify it. */
export function requireRole(root: Metadata<Root>, role: keyof Expiries, key: SigningKey): void {
  if (root.signed.roles[role]!.keyIDs.includes(key.id)) return;
  throw new Error(`The key ${key.id.slice(0, 12)} may not sign ${role}: root version ${root.signed.version} names ${root.signed.roles[role]!.keyIDs.map((id) => id.slice(0, 12)).join(', ')}.`);
}

function rootOf(keys: RepositoryKeys<PublicKey>, version: number, options: RootOptions): Metadata<Root> {
  const { threshold } = options;
  const rootKeys = keys.root.map(({ id }) => id);
  if (new Set(rootKeys).size !== rootKeys.length) throw new Error('A root key is named twice.');
  if (!Number.isInteger(threshold) || threshold < 1 || threshold > rootKeys.length) {
    throw new Error(`A threshold of ${threshold} does not fit ${rootKeys.length} root keys: 1 to ${rootKeys.length}.`);
  }
  const all = [...keys.root, keys.targets, keys.online];
  const one = ({ id }: PublicKey) => ({ keyids: [id], threshold: 1 });
  return new Metadata(Root.fromJSON({
    _type: 'root', spec_version: '1.0.31', version, expires: expiresFor('root', options), consistent_snapshot: true,
    keys: Object.fromEntries(all.map(({ id, key }) => [id, key.toJSON()])),
    roles: { root: { keyids: rootKeys, threshold }, targets: one(keys.targets), snapshot: one(keys.online), timestamp: one(keys.online) },
  }));
}
