import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { database } from './database.ts';
import { today } from './day.ts';
import type { Rows } from './rows.ts';

let making: Promise<Rows['origin']> | undefined;

/** The salt and the first day of this memory; made when there is none. */
export async function origin(): Promise<Rows['origin']> {
  return (await database.get('origin', 'origin')) ?? (making ??= make().finally(() => (making = undefined)));
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
