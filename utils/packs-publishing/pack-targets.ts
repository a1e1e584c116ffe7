import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Pack } from '../core/pack.ts';
import { makePatch, type LinePatch } from './line-patch.ts';
import { makeListPatch } from './list-patch.ts';
import { metadataPath, parseMetadata } from './metadata-files.ts';
import { packText } from './pack-text.ts';
import { sha256Of, targetPath, type OfferedFile } from './offered-file.ts';

/** A built pack, and the least version of the extension that understands it. */
export interface PublishedPack {
  readonly pack: Pack;
  /** Bytes of its large lists by their SHA-256. */
  readonly bytes: ReadonlyMap<string, ArrayBuffer>;
  readonly needs: string;
}

/** Packs from which patches lead to the newest. Who was away for longer fetches it whole. */
const patchedVersions = 5;
/** Share of the whole, both packed as they travel, up to which a patch is worth offering. */
const worthwhile = 0.5;

/** The files a pack is offered as: itself, its lists, and patches from the packs that `folder` published before. */
export function packTargets(folder: string, { pack, bytes, needs }: PublishedPack): OfferedFile[] {
  const { id, version, issued } = pack;
  const text = packText(pack);
  const lists = [...bytes].map(([sha256, content]): OfferedFile => ({ name: `${sha256}.bin`, content: new Uint8Array(content) }));
  const whole = [{ name: 'pack.json', content: bytesOf(text), custom: { id, version, needs, issued } }, ...lists];
  const earlier = earlierPacks(folder).filter((one) => one !== text);
  const patches = earlier.flatMap((one) => [packPatch(one, text), ...listPatches(folder, JSON.parse(one) as Pack, pack, bytes)]);
  return [...new Map([...whole, ...patches.filter((one) => one !== undefined)].map((file) => [file.name, file])).values()];
}

function packPatch(before: string, after: string): OfferedFile | undefined {
  return offer(`pack.${sha256Of(before)}.patch`, makePatch(before, after), bytesOf(after));
}

/** Patches of the hash sets that changed. */
function listPatches(folder: string, before: Pack, after: Pack, bytes: PublishedPack['bytes']): (OfferedFile | undefined)[] {
  return Object.entries(after.lists).map(([name, { sha256: to = '' }]) => {
    const from = Object.hasOwn(before.lists, name) ? before.lists[name]!.sha256 ?? '' : '';
    const path = targetPath(folder, `${from}.bin`, from);
    const content = bytes.get(to);
    if (!from || from === to || !content || !existsSync(path)) return undefined;
    const whole = new Uint8Array(content);
    return offer(`list.${from}.${to}.patch`, makeListPatch(readFileSync(path), whole), whole);
  });
}

function offer(name: string, patch: LinePatch | undefined, whole: Uint8Array): OfferedFile | undefined {
  if (!patch) return undefined;
  const content = bytesOf(JSON.stringify(patch));
  return packed(content) < packed(whole) * worthwhile ? { name, content } : undefined;
}

const packed = (content: Uint8Array): number => gzipSync(content).byteLength;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Texts of the packs published last, the newest first. */
function earlierPacks(folder: string): string[] {
  const metadata = join(folder, 'metadata');
  const versions = readdirSync(metadata).flatMap((name) => /^(\d+)\.targets\.json$/.exec(name)?.[1] ?? []).map(Number).sort((a, b) => b - a);
  const hashes = versions.map((version) => {
    const path = metadataPath(folder, 'targets', version);
    return parseMetadata(readFileSync(path, 'utf8'), 'targets', path).signed.targets['pack.json']?.hashes.sha256 ?? '';
  });
  const paths = [...new Set(hashes)].map((sha256) => targetPath(folder, 'pack.json', sha256)).filter((path) => existsSync(path));
  return paths.slice(0, patchedVersions).map((path) => readFileSync(path, 'utf8'));
}
