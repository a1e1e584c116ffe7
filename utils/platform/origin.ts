import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { connected, database } from './database.ts';
import { today } from './day.ts';
import type { Rows } from './rows.ts';

let making: Promise<Rows['origin']> | undefined;
/** What was read over one connection: another may lead to a memory that was started anew. */
let kept: { readonly over: unknown; readonly row: Rows['origin'] } | undefined;

/** The salt and the first day of this memory; made when there is none. */
export async function origin(): Promise<Rows['origin']> {
  const over = connected();
  if (kept && over !== undefined && kept.over === over) return kept.row;
  const row = (await database.get('origin', 'origin')) ?? (await (making ??= make().finally(() => (making = undefined))));
  kept = { over, row };
  return row;
}

/** Forgets all contacts and photos. From today on "never met" has to be earned anew. */
export async function startAnew(): Promise<void> {
  const { salt } = await origin();
  await database.change({ clear: ['photos', 'photoHashes', 'photoCrops', 'contacts'], put: { origin: [{ key: 'origin', salt, since: today() }] } });
  kept = undefined;
}

async function make(): Promise<Rows['origin']> {
  const row = { key: 'origin', salt: bytesToHex(randomBytes(16)), since: today() } as const;
  await database.change({ put: { origin: [row] } });
  return row;
}

/**
 * Key under which something is remembered: 128 bits of a salted SHA-256, hexadecimal. The salt keeps a copied database from
 * being compared with lists of known people by ready-made tables; it does not hide them from who has salt and database.
 */
export const sealed = (salt: string, text: string): string =>
  bytesToHex(sha256(utf8ToBytes(`${salt}\n${text}`))).slice(0, 32);
