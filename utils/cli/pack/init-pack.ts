import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createRepository } from '../../packs-publishing/create-repository.ts';
import { createKeyFile } from '../../packs-publishing/signing-key.ts';
import { print } from '../results.ts';
import { checkSource, partsOf, passphrase, writeSource } from './pack-source.ts';

const ownManifest = new URL('../../../package.json', import.meta.url);

/** Makes the folder of a new pack: its keys, the root that fleets start from, and places for rules and lists. */
export async function initPack(args: string[]): Promise<void> {
  const { values, positionals: [folder] } = parseArgs({
    args, allowPositionals: true, options: { id: { type: 'string' }, keys: { type: 'string', default: '3' }, threshold: { type: 'string', default: '2' } },
  });
  if (folder === undefined) throw new Error('Name a folder for the pack: pack init FOLDER.');
  const parts = partsOf(folder);
  if (existsSync(parts.source)) throw new Error(`${folder} holds a pack already. To change its keys: pack rotate.`);
  const keys = wholeNumber(values.keys, '--keys');
  const threshold = wholeNumber(values.threshold, '--threshold');
  if (keys < 1 || keys > 16 || threshold < 1 || threshold > keys) throw new Error(`--keys takes 1 to 16 and --threshold 1 to as many keys; ${keys} and ${threshold} do not fit.`);
  const { version } = JSON.parse(readFileSync(ownManifest, 'utf8')) as { version: string };
  const id = values.id ?? basename(resolve(folder)).toLowerCase().replace(/[^a-z0-9]+/g, '-');
  checkSource({ id, needs: version, keys: {} }, 'The new pack');
  for (const part of [parts.rules, parts.lists, parts.public]) mkdirSync(part, { recursive: true });
  mkdirSync(parts.keys, { recursive: true, mode: 0o700 });
  const names = [...Array.from({ length: keys }, (_, i) => `root-${i + 1}`), 'targets', 'online'];
  const made = new Map(names.map((name) => [name, createKeyFile(join(parts.keys, `${name}.pem`), passphrase())]));
  const root = [...made].filter(([name]) => name.startsWith('root-')).map(([, key]) => key);
  createRepository(parts.public, { root, targets: made.get('targets')!, online: made.get('online')! }, { threshold });
  writeSource(folder, { id, needs: version, keys: Object.fromEntries([...made].map(([name, key]) => [name, key.id])) });
  writeFileSync(join(folder, '.gitignore'), 'keys/\nbuilt/\nreports/\n');
  await print(`The pack "${id}" is in ${folder}. Keys: ${keys} for the root, of which ${threshold} must sign, one for targets, one for snapshot and timestamp.
They lie in ${parts.keys}, ${passphrase() ? 'encrypted with the passphrase' : 'NOT encrypted (set BONAFIDE_PASSPHRASE before pack init to encrypt them)'}, readable by you alone.
Take the root keys offline now, each to another place: they are needed again only to change keys.
Next: pack add ${folder} FILE..., pack build, pack sign, pack publish.`);
}

export function wholeNumber(text: string, option: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${option} takes a whole number, not "${text}".`);
  return Number(text);
}
