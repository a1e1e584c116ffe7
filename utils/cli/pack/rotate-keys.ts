import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRoot, rotateRoot } from '../../packs-publishing/create-repository.ts';
import { createKeyFile, readKeyFile, type PublicKey, type SigningKey } from '../../packs-publishing/signing-key.ts';
import { print } from '../results.ts';
import { wholeNumber } from './init-pack.ts';
import { partsOf, passphrase, readPackSource, writeSource } from './pack-source.ts';

/**
 * The next root: new keys in place of the named ones, everything else as it was. Without names only a later end. As many of the old
 * root keys must be at hand as the root asks for; a replaced one counts while it is there.
 */
export async function rotateKeys(args: string[]): Promise<void> {
  const { values, positionals: [folder, ...names] } = parseArgs({
    args, allowPositionals: true, options: { 'keys-in': { type: 'string' }, days: { type: 'string' } },
  });
  if (folder === undefined) throw new Error('Name the folder of a pack: pack rotate FOLDER NAME...');
  const source = readPackSource(folder);
  const parts = partsOf(folder);
  const keys = values['keys-in'] ?? parts.keys;
  const unknown = names.find((name) => !Object.hasOwn(source.keys, name));
  if (unknown !== undefined) throw new Error(`The pack has no key "${unknown}": it has ${Object.keys(source.keys).join(', ')}.`);
  const old = readRoot(parts.public);
  // Root keys come from elsewhere and go back there; the others stay with the pack.
  const pathOf = (name: string) => join(name.startsWith('root-') ? keys : parts.keys, `${name}.pem`);
  const atHand = Object.keys(source.keys).filter((name) => name.startsWith('root-') && existsSync(pathOf(name)));
  const signers = atHand.map((name): SigningKey => readKeyFile(pathOf(name), passphrase()));
  const needed = old.signed.roles.root!.threshold;
  const counted = signers.filter(({ id }) => old.signed.roles.root!.keyIDs.includes(id)).length;
  // Before anything is written: new keys without a root that names them would be in the way.
  if (counted < needed) throw new Error(`${counted} of the root keys are in ${keys}, ${needed} must sign: bring the others.`);

  const fresh = new Map(names.map((name) => [name, replaceKey(pathOf(name), old.signed.version)]));
  const keyNamed = (name: string): PublicKey => fresh.get(name) ?? { id: source.keys[name]!, key: old.signed.keys[source.keys[name]!]! };
  const root = Object.keys(source.keys).filter((name) => name.startsWith('root-')).map(keyNamed);
  const newSigners = [...fresh].filter(([name]) => name.startsWith('root-')).map(([, key]) => key);
  const next = rotateRoot(parts.public, { root, targets: keyNamed('targets'), online: keyNamed('online') }, [...signers, ...newSigners], {
    threshold: needed, ...(values.days !== undefined && { expiries: { root: wholeNumber(values.days, '--days') } }),
  });
  writeSource(folder, { ...source, keys: { ...source.keys, ...Object.fromEntries([...fresh].map(([name, key]) => [name, key.id])) } });
  const steps = names.includes('targets') ? 'pack build, pack sign and pack publish' : 'pack publish';
  await print(`Root version ${next.signed.version} holds until ${next.signed.expires}. New keys: ${names.join(', ') || 'none'}. Now: ${steps} ${folder}. Browsers that have the first root follow by themselves.`);
}

/** The replaced key stays beside it under another name: whoever can prove that it leaked deletes it. */
function replaceKey(path: string, version: number): SigningKey {
  if (existsSync(path)) renameSync(path, path.replace(/\.pem$/, `.until-root-${version}.pem`));
  return createKeyFile(path, passphrase());
}
