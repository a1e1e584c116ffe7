import type { SkipReason } from '../project.ts';
import { ByteStream } from './byte-stream.ts';
import { EntryFault, type Entries, type Entry, type Take } from './entry.ts';
import { blockLength, isTarHeader, longName, paxWords, tarHeader, type TarHeader, type TarWords } from './tar-header.ts';

/** Bytes of words about an entry that are read: names have no more, and of the rest nothing is asked. */
const mostWords = 1_000_000;

const kindsByType: Readonly<Record<string, Entry['kind']>> = { 1: 'link', 2: 'link', 3: 'other', 4: 'other', 5: 'folder', 6: 'other', V: 'other' };
/** No bytes follow, whatever size is written. Some programs go by the size all the same. */
const isWithoutBytes = (type: string) => /[1-6]/.test(type);

interface Note { readonly path: string; readonly reason: SkipReason }

/**
 * Entries of a tar archive, each to be read before the next is asked for. Own, because programs part where an archive is odd, and a kept reader is
 * one of them: most stop at the first empty block, some go on; some skip a header with a wrong sum, some stop, and some believe it. Here every
 * block that can be a header is one, and what programs disagree about is told. The archive can be cut off anywhere: what came before is given.
 */
export async function* tarEntries(name: string, pieces: AsyncIterable<Uint8Array>): Entries {
  const walk = new TarWalk(name, new ByteStream(pieces));
  try {
    for (;;) {
      const header = await walk.nextHeader();
      yield* walk.notes.splice(0);
      if (!header) return;
      yield* walk.entriesOf(header);
    }
  } catch (error) {
    yield* walk.notes.splice(0);
    yield { path: name, reason: error instanceof EntryFault ? error.reason : 'cut off' };
  } finally {
    await walk.stream.end();
  }
}

class TarWalk {
  readonly notes: Note[] = [];
  readonly #told = new Set<SkipReason>();
  #isBehindEnd = false;
  #forAll: TarWords = {};
  #forNext: TarWords = {};

  constructor(readonly name: string, readonly stream: ByteStream) {}

  /** Undefined at the end. */
  async nextHeader(): Promise<TarHeader | undefined> {
    for (;;) {
      const block = this.stream.readNow(blockLength) ?? (await this.stream.read(blockLength));
      if (block.length < blockLength) return void (block.some(Boolean) && this.#tellOnce(this.#isBehindEnd ? 'hidden between' : 'cut off'));
      if (isTarHeader(block)) return tarHeader(block);
      if (block.some(Boolean)) this.#tellOnce(this.#isBehindEnd ? 'hidden between' : 'two readings');
      else this.#isBehindEnd = true;
    }
  }

  #tellOnce(reason: SkipReason): void {
    if (this.#told.has(reason)) return;
    this.#told.add(reason);
    this.notes.push({ path: this.name, reason });
  }

  async *entriesOf(header: TarHeader): Entries {
    const { type } = header;
    if (/[xXgLK]/.test(type)) return this.#remember(type, await this.#words(header.size));
    const words = { ...this.#forAll, ...this.#forNext };
    this.#forNext = {};
    for (let more = header.hasMap; more;) more = (await this.stream.read(blockLength))[504] === 1;
    yield* this.#entry(header, words);
  }

  async *#entry({ name, type, size, mode, linkName }: TarHeader, words: TarWords): Entries {
    const path = words.path ?? name;
    // A folder was a file whose name ends so, before it had a type.
    const kind = kindsByType[type] ?? (path.endsWith('/') ? 'folder' : 'file');
    const length = isWithoutBytes(type) ? 0 : (words.size ?? size);
    const isDoubtful = this.#isBehindEnd || (length !== size && type !== '1' && !(words.size !== undefined && size === 0));
    if (isDoubtful) yield { path, reason: 'two readings' };
    const body = new Body(this.stream, length);
    yield {
      name: path, size: length, kind, isExecutable: kind === 'file' && (mode & 0o111) !== 0,
      ...(kind === 'link' && { linksTo: words.linkPath ?? linkName }), read: (take) => body.read(take),
    };
    if (!(await body.skip())) yield { path: this.name, reason: 'cut off' };
  }

  async #words(size: number): Promise<Uint8Array> {
    const bytes = await this.stream.read(Math.min(size, mostWords));
    await this.stream.skip(padded(size) - bytes.length);
    return bytes;
  }

  #remember(type: string, bytes: Uint8Array): void {
    if (type === 'g') this.#forAll = { ...this.#forAll, ...paxWords(bytes) };
    else this.#forNext = { ...this.#forNext, ...(type === 'L' ? { path: longName(bytes) } : type === 'K' ? { linkPath: longName(bytes) } : paxWords(bytes)) };
  }
}

const padded = (length: number): number => Math.ceil(length / blockLength) * blockLength;

/** The bytes of one entry, which are passed over as far as nobody wants them. */
class Body {
  readonly #stream: ByteStream;
  readonly #length: number;
  #given = 0;

  constructor(stream: ByteStream, length: number) {
    this.#stream = stream;
    this.#length = length;
  }

  async read(take: Take): Promise<void> {
    let isEnough = false;
    this.#given += await this.#stream.give(this.#length, (part) => {
      isEnough = !take(part);
      return !isEnough;
    });
    if (!isEnough && this.#given < this.#length) throw new EntryFault('cut off');
  }

  /** False when the archive ended before the entry did. */
  async skip(): Promise<boolean> {
    const rest = padded(this.#length) - this.#given;
    const found = await this.#stream.skip(rest);
    return this.#given + found >= this.#length;
  }
}
