import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createJudge } from '../../core/judge.ts';
import { parsePack, type Pack } from '../../core/pack.ts';
import { fetchPublished, type Published } from '../../packs-publishing/fetch-published.ts';
import type { LinePatch } from '../../packs-publishing/line-patch.ts';
import { sha256Of } from '../../packs-publishing/offered-file.ts';
import { serveFolder } from '../../packs-publishing/serve-folder.ts';
import { jsonLine, plain, print } from '../results.ts';
import { contentOf, knowledgeBeside } from './merged-knowledge.ts';
import { partsOf } from './pack-source.ts';

/** Takes a published pack as a client that knows only the first root, and checks that it can be used. */
export async function verifyPack(args: string[]): Promise<void> {
  const { values, positionals: [place] } = parseArgs({
    args, allowPositionals: true, options: { root: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (place === undefined) throw new Error('Name a folder or an address: pack verify FOLDER|URL [--root FILE].');
  const isAddress = /^https?:\/\//.test(place);
  if (isAddress && values.root === undefined) throw new Error('Who may sign cannot be learned from the address itself: name the first root with --root 1.root.json.');
  const folder = isAddress ? undefined : repositoryIn(place);
  const rootText = readFileSync(values.root ?? join(folder!, 'metadata', '1.root.json'), 'utf8');
  const { url, close } = folder === undefined ? { url: place, close: () => {} } : await served(folder);
  try {
    await tell(place, await fetchPublished(url, rootText), values.json);
  } catch (error) {
    if (isUnreachable(error)) throw new Error(`${place} cannot be reached: ${reasonOf(error)}`, { cause: error });
    process.exitCode ||= 1;
    await print(values.json ? jsonLine({ place, accepted: false, error: reasonOf(error) }) : plain(`Refused: ${place}: ${reasonOf(error)}`));
  } finally {
    close();
  }
}

/** The part of a pack's folder that is served, or a folder that is served already. */
export function repositoryIn(place: string): string {
  const folder = [place, partsOf(place).public].find((one) => existsSync(join(one, 'metadata', '1.root.json')));
  if (folder === undefined) throw new Error(`${place} holds no repository: there is no metadata/1.root.json.`);
  return folder;
}

async function served(folder: string) {
  const { url, server } = await serveFolder(folder);
  return { url, close: () => void server.close() };
}

async function tell(place: string, { files, roles }: Published, json: boolean): Promise<void> {
  const pack = checkPack(files);
  const expires = Object.fromEntries(Object.entries(roles).map(([role, one]) => [role, one.expires]));
  if (json) return print(jsonLine({ place, accepted: true, id: pack.id, version: pack.version, issued: pack.issued, root: roles.root.version, expires, files: files.size }));
  await print(`Accepted: version ${pack.version} of "${pack.id}", issued ${pack.issued}: ${contentOf(pack)}, ${files.size} files.
Root version ${roles.root.version}. Holds until: ${Object.entries(expires).map(([role, when]) => `${role} ${when}`).join(', ')}.`);
}

/** What is signed can still be unusable: every part must be there, every patch lead where it says, every rule compile. */
function checkPack(files: ReadonlyMap<string, Uint8Array>): Pack {
  const content = files.get('pack.json');
  if (!content) throw new Error('No pack.json is signed.');
  const pack = parsePack(JSON.parse(textOf(content)));
  const bytes = new Map<string, ArrayBuffer>();
  for (const [name, file] of files) {
    const sha256 = /^([0-9a-f]{64})\.bin$/.exec(name)?.[1];
    if (sha256 === undefined) continue;
    if (sha256Of(file) !== sha256) throw new Error(`${name} is not what its name says.`);
    bytes.set(sha256, Uint8Array.from(file).buffer);
  }
  createJudge(knowledgeBeside({ pack, bytes }));
  for (const [name, file] of files) if (name.endsWith('.patch')) checkPatch(name, JSON.parse(textOf(file)) as LinePatch, files);
  return pack;
}

function checkPatch(name: string, { from, to, patch }: LinePatch, files: ReadonlyMap<string, Uint8Array>): void {
  const isPack = name === `pack.${from}.patch`;
  if (!isPack && name !== `list.${from}.${to}.patch`) throw new Error(`${name} is not what its name says.`);
  const target = files.get(isPack ? 'pack.json' : `${to}.bin`);
  if (!target || sha256Of(target) !== to || typeof patch !== 'string') throw new Error(`${name} leads to nothing that is signed.`);
}

const textOf = (content: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(content);

/** Nobody answered, or not with files: nothing was refused. */
const isUnreachable = (error: unknown): boolean => /fetch failed|ECONNREFUSED|ENOTFOUND|aborted due to timeout|Failed to download/.test(reasonOf(error));

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
