import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { browser } from 'wxt/browser';
import { parsePack, type Pack } from '../core/pack.ts';
import { photoRows } from './pack-photos.ts';
import { readWords } from './pack-words.ts';
import type { Rows } from './rows.ts';

/** A pack as it is kept, and as it is used. */
export interface KeptPack { readonly row: Rows['packs']; readonly pack: Pack }

/**
 * A stored pack. What was stored had fitted its schema, so a worker that wakes only makes sure that it is still the same: the schema
 * took 90 ms of every cold start. Throws when it is not.
 */
export function openPack(row: Rows['packs']): KeptPack {
  if (hashOf(row.json) !== row.sha256) throw new Error('The stored pack is damaged.');
  return { row, pack: JSON.parse(row.json) as Pack };
}

const hashOf = (json: string) => bytesToHex(sha256(utf8ToBytes(json)));

/** A pack as it is used: with the bytes of its large lists by their SHA-256, and its words in the language of the interface. */
export interface LoadedPack { readonly pack: Pack; readonly bytes: ReadonlyMap<string, ArrayBuffer>; readonly words?: Rows['lists'] }

/** SHA-256 of the large lists a pack names. */
export const listNames = ({ lists }: Pack): string[] => Object.values(lists).flatMap((list) => list.sha256 ?? []);

/** The pack inside the extension's own files, `packs/base.json`. */
export async function readBundledPack(): Promise<KeptPack> {
  const json = await (await fetchOwn('packs/base.json')).text();
  const pack = parsePack(JSON.parse(json));
  return { pack, row: { key: 'base', version: pack.version, sha256: hashOf(json), json } };
}

/** Bytes of the large lists of the bundled pack, `packs/<sha256>.bin`. Throws when one is not what its name says. */
export async function readBundledLists(pack: Pack): Promise<Rows['lists'][]> {
  return Promise.all(listNames(pack).map(readBundled));
}

/** The same of what it brings about pictures, as it is kept. */
export async function readBundledPhotos(pack: Pack): Promise<Rows['lists'][]> {
  const names = [pack.photos, pack.placeholders].flatMap((list) => list?.sha256 ?? []);
  const bytes = await Promise.all(names.map(readBundled));
  return photoRows(pack, new Map(bytes.map((list) => [list.key, list.bytes])));
}

/** The same of its words in the language of the interface. Throws when they are no words. */
export async function readBundledWords(key: string): Promise<Rows['lists']> {
  const row = await readBundled(key);
  readWords(new TextDecoder().decode(row.bytes));
  return row;
}

async function readBundled(key: string): Promise<Rows['lists']> {
  const bytes = await (await fetchOwn(`packs/${key}.bin`)).arrayBuffer();
  if (bytesToHex(sha256(new Uint8Array(bytes))) === key) return { key, bytes };
  throw new Error(`The list packs/${key}.bin is damaged: install the extension again.`);
}

/** A file of the extension itself. */
export async function fetchOwn(path: string): Promise<Response> {
  const response = await fetch(new URL(path, browser.runtime.getURL('/')));
  if (!response.ok) throw new Error(`The extension's file ${path} is missing: install the extension again.`);
  return response;
}
