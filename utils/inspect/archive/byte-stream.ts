import type { Take } from './entry.ts';

/** Bytes that come in pieces, to be asked for by number. At their end there are fewer than asked for. */
export class ByteStream {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #piece: Uint8Array = new Uint8Array(0);

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** What is there already, at once: waiting for each block of a gigabyte takes longer than reading it. Undefined when it has to be waited for. */
  readNow(length: number): Uint8Array | undefined {
    if (this.#piece.length < length) return undefined;
    const bytes = this.#piece.subarray(0, length);
    this.#piece = this.#piece.subarray(length);
    return bytes;
  }

  async read(length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    let have = 0;
    await this.give(length, (part) => {
      bytes.set(part, have);
      have += part.length;
      return true;
    });
    return have === length ? bytes : bytes.subarray(0, have);
  }

  /** Goes on until nobody wants more. The number of bytes that were given. */
  async give(length: number, take: Take): Promise<number> {
    for (let given = 0; given < length;) {
      if (this.#piece.length === 0 && !(await this.#next())) return given;
      const part = this.#piece.subarray(0, length - given);
      this.#piece = this.#piece.subarray(part.length);
      given += part.length;
      if (!take(part)) return given;
    }
    return length;
  }

  /** The number of bytes that were there. */
  skip(length: number): Promise<number> {
    return this.give(length, () => true);
  }

  async end(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #next(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done) return false;
    this.#piece = value;
    return true;
  }
}
