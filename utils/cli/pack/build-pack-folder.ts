import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePack, type Pack } from '../../core/pack.ts';
import { packText } from '../../packs-publishing/pack-text.ts';
import { sha256Of } from '../../packs-publishing/offered-file.ts';
import type { PackCases } from '../../core/pack-cases.ts';
import type { TestedRule } from '../../core/rule.ts';
import { buildPack, readRules, type BuiltPack } from '../build-pack.ts';
import { partsOf, readPackSource, signedPack } from './pack-source.ts';

/** Cases of a rule that travel, as many as a browser takes (core/pack-cases.ts). */
const mostCases = 100;

/**
 * Builds the pack of a folder as it stands: the version after the signed one, or that one again when nothing changed since. Entries
 * whose time is over are left out.
 */
export function packOfFolder(folder: string, today: string): { readonly built: BuiltPack; readonly isNew: boolean } {
  const { id } = readPackSource(folder);
  const signed = signedPack(partsOf(folder).public);
  const version = signed?.version ?? 0;
  const same = signed && withCases(folder, buildPack(folder, id, { version, issued: signed.issued, today }));
  if (same && packText(same.pack) === packText(signed)) return { built: same, isNew: false };
  const built = withCases(folder, buildPack(folder, id, { version: version + 1, issued: today, today }));
  if (built.pack.rules.length + (built.pack.inspectionRules?.length ?? 0) + Object.keys(built.pack.lists).length === 0) {
    throw new Error(`${folder} holds neither rules nor lists yet: pack add ${folder} FILE...`);
  }
  return { built, isNew: true };
}

/** The cases travel with the rules: a browser tries them before it takes the pack over. */
function withCases(folder: string, { pack, bytes }: BuiltPack): BuiltPack {
  const rules = readRules(partsOf(folder).rules);
  if (rules.length === 0) return { pack, bytes };
  const factsOf = (cases: TestedRule['tests']['match']) => cases.slice(0, mostCases).map(({ facts }) => facts);
  const cases: PackCases = Object.fromEntries(rules.map(({ id, tests }) => [id, { match: factsOf(tests.match), pass: factsOf(tests.pass) }]));
  const content = new TextEncoder().encode(JSON.stringify(cases));
  const sha256 = sha256Of(content);
  return { pack: { ...pack, cases: sha256 }, bytes: new Map([...bytes, [sha256, content.buffer]]) };
}

/** Puts a built pack where `pack sign` finds it. */
export function keepBuilt(folder: string, { pack, bytes }: BuiltPack): void {
  const { built } = partsOf(folder);
  rmSync(built, { recursive: true, force: true });
  mkdirSync(built, { recursive: true });
  writeFileSync(join(built, 'pack.json'), packText(pack));
  for (const [sha256, content] of bytes) writeFileSync(join(built, `${sha256}.bin`), new Uint8Array(content));
}

/** Reads a built pack: `pack.json` and the files beside it. Throws when one is not what its name says. */
export function readBuilt(folder: string): BuiltPack {
  const path = join(folder, 'pack.json');
  if (!existsSync(path)) throw new Error(`${folder} holds no built pack: run pack build first.`);
  const bytes = new Map<string, ArrayBuffer>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.bin'))) {
    const content = new Uint8Array(readFileSync(join(folder, name)));
    if (`${sha256Of(content)}.bin` !== name) throw new Error(`${join(folder, name)} is damaged: run pack build again.`);
    bytes.set(name.slice(0, -4), content.buffer);
  }
  return { pack: readPackFile(path), bytes };
}

/** Throws an error that names the file. */
export function readPackFile(path: string): Pack {
  try {
    return parsePack(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
