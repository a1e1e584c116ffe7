import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Facts } from '../core/facts.ts';
import { textLimit } from '../core/limits.ts';
import { ByteStore, splitLines } from '../mail/byte-lines.ts';
import { readMail } from '../mail/eml.ts';
import { readMbox } from '../mail/mbox.ts';
import { mailLimit } from '../mail/thin-mail.ts';
import { parseFactsLine, type InputId } from './facts-line.ts';

/**
 * `place` is where it stands: the file, and in it the number of the mail or line. It is the id of what has
 * none of its own.
 */
export type Input = { readonly place: string; readonly id?: InputId } & (
  { readonly facts: Facts } | { readonly error: string }
);
type Bytes = AsyncIterable<Uint8Array>;

/** Longest JSON line: the judge looks at 20,000 characters of text, so this is many times what can matter. */
const jsonLineLimit = 4_000_000;
/** Most of a text file that is read. */
const textFileLimit = 1_000_000;

/** Mails of a Maildir have names without an ending, or with one that tells what was done with them. */
const inMaildir = /(?:^|[\\/])(?:cur|new)[\\/][^\\/]+$/;

const kinds: Record<string, (path: string, bytes: Bytes) => AsyncIterable<Input>> = {
  '.eml': async function* (path, bytes) {
    yield { place: path, facts: await readMail(await readStart(bytes, mailLimit)) };
  },
  '.mbox': async function* (path, bytes) {
    let number = 0;
    for await (const mail of readMbox(bytes))
      yield { place: `${path}#${++number}`, facts: await readMail(mail) };
  },
  '.txt': async function* (path, bytes) {
    yield {
      place: path,
      facts: { surface: 'text', message: { text: decode(await readStart(bytes, textFileLimit)) } },
    };
  },
  '.jsonl': readJsonLines,
};

/**
 * Facts of a file, or of JSON lines on stdin for `-`, one at a time. Never throws: an input that cannot be
 * read says why.
 */
export async function* readInputs(path: string): AsyncGenerator<Input> {
  if (path === '-') return yield* readJsonLines(path, process.stdin);
  const read = kinds[extname(path).toLowerCase()] ?? (inMaildir.test(path) ? kinds['.eml'] : undefined);
  try {
    if ((await stat(path)).isDirectory()) throw new Error('is a folder: name the files in it');
    if (!read) throw new Error(`is of no known kind: name a ${Object.keys(kinds).join(', ')} file`);
    yield* read(path, createReadStream(path));
  } catch (error) {
    yield { place: path, error: describeReadError(error as NodeJS.ErrnoException) };
  }
}

function describeReadError({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read: check its permissions';
  return message;
}

async function* readJsonLines(path: string, bytes: Bytes): AsyncGenerator<Input> {
  const decoder = new TextDecoder();
  let number = 0;
  for await (const lines of splitLines(bytes, jsonLineLimit)) {
    for (const { bytes: line, cut } of lines) {
      const place = `${path}:${++number}`;
      const text = decoder.decode(line).trim();
      if (cut) yield { place, error: `is longer than ${jsonLineLimit} bytes` };
      else if (text) yield { place, ...parseFactsLine(text) };
    }
  }
}

async function readStart(chunks: Bytes, limit: number): Promise<Uint8Array> {
  const store = new ByteStore(limit);
  for await (const chunk of chunks) {
    store.add(chunk);
    if (store.cut) break;
  }
  return store.bytes();
}

/**
 * Text in UTF-8 or UTF-16 by its byte order mark, else Windows-1252; of a long one its beginning and its end.
 */
function decode(bytes: Uint8Array): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const text =
    mark === 0xfffe
      ? new TextDecoder('utf-16le').decode(bytes)
      : mark === 0xfeff
        ? new TextDecoder('utf-16be').decode(bytes)
        : decodeUtf8(bytes);
  const half = textLimit / 2 - 1;
  return text.length > textLimit ? `${text.slice(0, half)}\n${text.slice(-half)}` : text;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, {
      stream: bytes.length === textFileLimit,
    });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
