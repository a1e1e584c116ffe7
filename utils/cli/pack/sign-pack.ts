import { cpSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packTargets } from '../../packs-publishing/pack-targets.ts';
import { publish, signTargets } from '../../packs-publishing/publish.ts';
import { print } from '../results.ts';
import { readBuilt } from './build-pack-folder.ts';
import { wholeNumber } from './init-pack.ts';
import { keyOf, partsOf, readPackSource, signedPack } from './pack-source.ts';

const options = { 'keys-in': { type: 'string' }, days: { type: 'string' }, to: { type: 'string' } } as const;

function read(args: string[], name: string) {
  const { values, positionals: [folder] } = parseArgs({ args, allowPositionals: true, options });
  if (folder === undefined) throw new Error(`Name the folder of a pack: pack ${name} FOLDER.`);
  const days = values.days === undefined ? undefined : wholeNumber(values.days, '--days');
  const parts = partsOf(folder);
  return { folder, parts, days, keys: values['keys-in'] ?? parts.keys, to: values.to, source: readPackSource(folder) };
}

/** Signs what was built last with the targets key. Nobody sees it before it is published. */
export async function signPack(args: string[]): Promise<void> {
  const { folder, parts, keys, days, source } = read(args, 'sign');
  const built = readBuilt(parts.built);
  const before = signedPack(parts.public);
  if (before && built.pack.version < before.version) throw new Error(`Version ${before.version} is signed already, version ${built.pack.version} was built: run pack build again.`);
  const files = packTargets(parts.public, { ...built, needs: source.needs });
  const { signed } = signTargets(parts.public, keyOf(keys, 'targets'), files, days === undefined ? {} : { expiries: { targets: days } });
  const patches = files.filter(({ name }) => name.endsWith('.patch')).length;
  await print(`Signed version ${built.pack.version} of "${built.pack.id}": ${files.length} files, ${patches} of them patches; holds until ${signed.expires}. Next: pack publish ${folder}`);
}

/** Makes the newest signed version visible, or renews what is visible, with the online key. */
export async function publishSigned(args: string[]): Promise<void> {
  const { folder, parts, keys, days, to, source } = read(args, 'publish');
  const { signed } = publish(parts.public, keyOf(keys, 'online'), days === undefined ? {} : { expiries: { timestamp: days, snapshot: 2 * days } });
  if (to !== undefined) copyPublic(parts.public, to);
  const root = readFileSync(join(parts.public, 'metadata', '1.root.json'));
  await print(`Published version ${signedPack(parts.public)?.version} of "${source.id}" in ${to ?? parts.public}; publish again before ${signed.expires}.
For the policy (key privatePacks), with the address it is served at:
${JSON.stringify({ id: source.id, url: 'https://packs.example/', root: root.toString('base64') })}
Check it: pack verify ${folder}, or pack verify URL --root ${join(parts.public, 'metadata', '1.root.json')}`);
}

/** Copies what is served. The timestamp comes last: until then the readers of `to` see the old state whole. */
function copyPublic(from: string, to: string): void {
  mkdirSync(join(to, 'metadata'), { recursive: true });
  if (existsSync(join(from, 'targets'))) cpSync(join(from, 'targets'), join(to, 'targets'), { recursive: true });
  cpSync(join(from, 'metadata'), join(to, 'metadata'), { recursive: true, filter: (path) => !path.endsWith('timestamp.json') });
  copyFileSync(join(from, 'metadata', 'timestamp.json'), join(to, 'metadata', 'timestamp.json'));
}
