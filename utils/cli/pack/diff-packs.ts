import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { HashSet } from '../../core/hash-set.ts';
import type { Pack } from '../../core/pack.ts';
import { readNewest } from '../../packs-publishing/metadata-files.ts';
import { packText } from '../../packs-publishing/pack-text.ts';
import { targetPath } from '../../packs-publishing/offered-file.ts';
import type { BuiltPack } from '../build-pack.ts';
import { assetsFolder } from '../load-knowledge.ts';
import { jsonLine, plain, print } from '../results.ts';
import { packOfFolder, readBuilt, readPackFile } from './build-pack-folder.ts';
import { changedLevels, type ChangedLevel } from './changed-levels.ts';
import { partsOf } from './pack-source.ts';
import { repositoryIn } from './verify-pack.ts';

/** What changed from one pack to another: rules, lists, and what the cases of all rules come to. */
export async function diffPacks(args: string[]): Promise<void> {
  const { values, positionals: [oldPlace, newPlace] } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false }, 'own-cases': { type: 'boolean', default: false } } });
  if (oldPlace === undefined || newPlace === undefined) throw new Error('Name two packs: pack diff OLD NEW (folders or pack.json files).');
  const [before, after] = [openPack(oldPlace), openPack(newPlace)];
  const rules = changedParts(rulesOf(before.pack), rulesOf(after.pack));
  const lists = changedLists(before, after);
  const ownCases = values['own-cases'] ? [] : [join(assetsFolder, 'rules')];
  const caseFolders = [...ownCases, partsOf(oldPlace).rules, partsOf(newPlace).rules].filter((folder) => existsSync(folder));
  const isSame = packText(before.pack) === packText(after.pack);
  const levels = isSame ? [] : changedLevels(before, after, caseFolders);
  const versions = [before, after].map(({ pack: { id, version } }) => ({ id, version }));
  if (values.json) return print(jsonLine({ versions, rules, lists, levels }));
  const lines = [
    ...rules.added.map((id) => `+ rule ${id}`), ...rules.removed.map((id) => `- rule ${id}`),
    ...rules.changed.map(({ id, fields }) => `~ rule ${id}: ${fields.join(', ')}`),
    ...lists.map(({ name, added, removed, count }) => `~ list ${name}: +${added} -${removed}, now ${count}`),
    ...levels.map(levelLine),
  ];
  const [from, to] = versions.map(({ id, version }) => `version ${version} of "${id}"`);
  await print(plain(`From ${from} to ${to}: ${lines.length === 0 ? 'nothing changed' : `${lines.length} changes, ${levels.length} cases come to another level`}`));
  for (const line of lines) await print(plain(line));
}

const levelLine = ({ rule, name, before, after }: ChangedLevel) => `! case "${name}" of ${rule}: ${before} becomes ${after}`;

/** A pack.json with what lies beside it, a built folder, a pack's own folder as it stands, or what is published. */
function openPack(place: string): BuiltPack {
  if (!existsSync(place)) throw new Error(`There is no ${place}.`);
  if (!statSync(place).isDirectory()) return { pack: readPackFile(place), bytes: bytesBeside(place) };
  if (existsSync(partsOf(place).source)) return packOfFolder(place, new Date().toISOString().slice(0, 10)).built;
  if (existsSync(join(place, 'pack.json'))) return readBuilt(place);
  return publishedIn(repositoryIn(place));
}

/** A pack.json is looked at alone: its large lists are taken as empty unless they lie beside it. */
function bytesBeside(path: string): BuiltPack['bytes'] {
  const { lists } = readPackFile(path);
  const named = Object.values(lists).flatMap(({ sha256 }) => sha256 ?? []);
  return new Map(named.map((sha256) => {
    const beside = join(path, '..', `${sha256}.bin`);
    return [sha256, existsSync(beside) ? new Uint8Array(readFileSync(beside)).buffer : new ArrayBuffer(0)] as const;
  }));
}

function publishedIn(folder: string): BuiltPack {
  const targets = readNewest(folder, 'targets')?.signed.targets ?? {};
  const read = (name: string) => readFileSync(targetPath(folder, name, targets[name]!.hashes.sha256!));
  if (!Object.hasOwn(targets, 'pack.json')) throw new Error(`${folder} has no signed pack yet.`);
  const lists = Object.keys(targets).filter((name) => name.endsWith('.bin'));
  const path = targetPath(folder, 'pack.json', targets['pack.json']!.hashes.sha256!);
  return { pack: readPackFile(path), bytes: new Map(lists.map((name) => [name.slice(0, -4), Uint8Array.from(read(name)).buffer])) };
}

type Part = Readonly<Record<string, unknown>> & { readonly id: string };
const rulesOf = ({ rules, inspectionRules = [] }: Pack): Part[] => [...rules, ...inspectionRules] as unknown as Part[];

function changedParts(before: readonly Part[], after: readonly Part[]) {
  const old = new Map(before.map((rule) => [rule.id, rule]));
  const now = new Map(after.map((rule) => [rule.id, rule]));
  const changed = after.flatMap((rule) => {
    const was = old.get(rule.id);
    const fields = was ? [...new Set([...Object.keys(was), ...Object.keys(rule)])].filter((field) => JSON.stringify(was[field]) !== JSON.stringify(rule[field])) : [];
    return fields.length > 0 ? [{ id: rule.id, fields }] : [];
  });
  return { added: [...now.keys()].filter((id) => !old.has(id)), removed: [...old.keys()].filter((id) => !now.has(id)), changed };
}

function changedLists(before: BuiltPack, after: BuiltPack) {
  const names = [...new Set([...Object.keys(before.pack.lists), ...Object.keys(after.pack.lists)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [membersOf(before, name), membersOf(after, name)];
    const added = [...now].filter((member) => !old.has(member)).length;
    const removed = [...old].filter((member) => !now.has(member)).length;
    return added + removed > 0 ? [{ name, added, removed, count: now.size }] : [];
  });
}

/** Members of a list as keys: what is readable in one pack may be hashed in the other. */
function membersOf({ pack, bytes }: BuiltPack, name: string): ReadonlySet<bigint> {
  const list = Object.hasOwn(pack.lists, name) ? pack.lists[name]! : undefined;
  if (list?.members) return new Set(HashSet.from(list.members).keys);
  return new Set(HashSet.read(bytes.get(list?.sha256 ?? '') ?? new ArrayBuffer(0)).keys);
}
