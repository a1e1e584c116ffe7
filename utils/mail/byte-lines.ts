export interface Line {
  /** The line with its line break. */
  readonly bytes: Uint8Array;
  /** True when the line was longer than the limit and its rest was left out. */
  readonly cut: boolean;
}

/**
 * Lines of a stream of bytes, a batch for each chunk. Holds one chunk and one unfinished line of at most
 * `limit` bytes.
 *
 * Own code: node:readline also ends lines at U+2028 and U+2029, which may stand inside JSON strings, and
 * bounds no line.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line[]> {
  let held = new ByteStore(limit);
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      const piece = chunk.subarray(start, end + 1);
      start = end + 1;
      if (held.size === 0 && piece.length <= limit) lines.push({ bytes: piece, cut: false });
      else {
        held.add(piece);
        lines.push({ bytes: held.bytes(), cut: held.cut });
        held = new ByteStore(limit);
      }
    }
    if (start < chunk.length) held.add(chunk.subarray(start));
    if (lines.length > 0) yield lines;
  }
  if (held.size > 0) yield [{ bytes: held.bytes(), cut: held.cut }];
}

/**
 * Bytes put together, of which only the first `limit` are kept. A store of pieces would take a hundred bytes
 * for a one-byte line.
 */
export class ByteStore {
  size = 0;
  cut = false;
  #limit: number;
  #buffer = new Uint8Array(0);

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(piece: Uint8Array) {
    const kept = piece.subarray(0, this.#limit - this.size);
    if (kept.length < piece.length) this.cut = true;
    const size = this.size + kept.length;
    if (size > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(size, 2 * this.#buffer.length));
      larger.set(this.#buffer.subarray(0, this.size));
      this.#buffer = larger;
    }
    this.#buffer.set(kept, this.size);
    this.size = size;
  }

  bytes(): Uint8Array {
    return this.#buffer.subarray(0, this.size);
  }
}
