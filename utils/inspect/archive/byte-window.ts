/** Bytes read at once: entries stand one behind the other, and asking a browser for each file's bytes alone takes longer than unpacking them. */
const windowLength = 1_000_000;

/** Reads parts of a file that may be larger than memory. */
export class ByteWindow {
  readonly size: number;
  readonly #blob: Blob;
  #from = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  constructor(blob: Blob) {
    this.#blob = blob;
    this.size = blob.size;
  }

  /** Fewer bytes at the end of the file. They are good until the next call. */
  async read(from: number, length: number): Promise<Uint8Array> {
    const to = Math.min(from + length, this.size);
    if (from < this.#from || to > this.#from + this.#bytes.length) {
      this.#from = from;
      this.#bytes = new Uint8Array(await this.#blob.slice(from, Math.max(to, from + windowLength)).arrayBuffer());
    }
    return this.#bytes.subarray(from - this.#from, Math.max(0, to - this.#from));
  }

  /** All of it, piece by piece. */
  async *pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < this.size;) {
      const piece = await this.read(at, windowLength);
      at += piece.length;
      yield piece;
    }
  }
}
