import { createTarDecoder, type ParsedTarEntry } from 'modern-tar';
import { EntryFault, type Entries, type Entry, type Take } from './entry.ts';

/** Types of entries whose bytes are a file's. */
const kindsByType: Readonly<Record<string, Entry['kind']>> = { file: 'file', directory: 'folder', symlink: 'link', link: 'link' };

/** Entries of a tar archive, each to be read before the next is asked for. The archive can be cut off anywhere: what came before is given. */
export async function* tarEntries(name: string, bytes: ReadableStream<Uint8Array>): Entries {
  const entries = bytes.pipeThrough(createTarDecoder() as ReadableWritablePair<ParsedTarEntry, Uint8Array>).getReader();
  try {
    for (;;) {
      const { done, value } = await entries.read();
      if (done) return;
      yield* settled(value);
    }
  } catch (error) {
    yield { path: name, reason: error instanceof EntryFault ? error.reason : 'cut off' };
  } finally {
    await entries.cancel().catch(() => {}); // it may have failed by itself
  }
}

/** An entry, and its bytes off the stream if nobody wanted them. */
async function* settled({ header, body }: ParsedTarEntry): AsyncGenerator<Entry> {
  const { name, size, type = 'file', linkname, mode = 0 } = header;
  const kind = kindsByType[type] ?? 'other';
  let isRead = false;
  const read = (take: Take) => {
    isRead = true;
    return readBody(body, size, take);
  };
  yield { name, size, kind, isExecutable: kind === 'file' && (mode & 0o111) !== 0, ...(kind === 'link' && { linksTo: linkname ?? '' }), read };
  if (!isRead) await body.cancel();
}

async function readBody(body: ReadableStream<Uint8Array>, size: number, take: Take): Promise<void> {
  const reader = body.getReader();
  let given = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    given += value.length;
    if (take(value)) continue;
    await reader.cancel();
    return;
  }
  if (given < size) throw new EntryFault('cut off');
}
