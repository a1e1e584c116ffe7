import { createReadStream } from 'node:fs';
import { hashFromHex } from '../core/pdq-hash.ts';
import { splitLines } from '../mail/byte-lines.ts';

/** Longest line that is read whole: a hash has 64 digits, the rest is a comment. */
const lineLimit = 1_000;
/** Most bad lines of a list that are named: a file that is no list has nothing else. */
const faultLimit = 10;

export interface HashList {
  readonly hashes: readonly Uint8Array[];
  /** A sentence for each line that holds no hash, with its number. */
  readonly faults: readonly string[];
}

/** Reads a list of hashes, one a line; empty lines and those that begin with # are passed over. Throws a sentence when there is no list. */
export async function readHashList(path: string): Promise<HashList> {
  const hashes: Uint8Array[] = [];
  const faults: string[] = [];
  const decoder = new TextDecoder();
  let number = 0;
  try {
    for await (const lines of splitLines(createReadStream(path), lineLimit)) {
      for (const { bytes } of lines) {
        number += 1;
        const text = decoder.decode(bytes).trim();
        if (text === '' || text.startsWith('#')) continue;
        try {
          hashes.push(hashFromHex(text));
        } catch (error) {
          faults.push(`${path}:${number}: ${(error as Error).message}`);
        }
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${path}: ${readFaults[code ?? ''] ?? message}`, { cause: error });
  }
  const more = faults.length - faultLimit;
  return { hashes, faults: more > 0 ? [...faults.slice(0, faultLimit), `${path}: and ${more} more lines that hold no hash`] : faults };
}

const readFaults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such list',
  EISDIR: 'is a folder: name the list in it',
  EACCES: 'may not be read: check its permissions',
};
