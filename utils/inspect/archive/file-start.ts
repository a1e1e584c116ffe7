import { limits } from '../limits.ts';
import { looksLikeText } from '../text-file.ts';
import { isNestedArchive } from './archive-kind.ts';

/** Takes the bytes of a file: of text up to a limit, of an archive that may be opened up to another, of anything else its start. */
export class FileStart {
  readonly #path: string;
  readonly #opensArchives: boolean;
  readonly #chunks: Uint8Array[] = [];
  #wanted: number = limits.start;
  #length = 0;
  #isText: boolean | undefined;

  constructor(path: string, opensArchives: boolean) {
    this.#path = path;
    this.#opensArchives = opensArchives;
  }

  readonly take = (chunk: Uint8Array): boolean => {
    // Copied: some readers use their memory again.
    this.#chunks.push(chunk.slice());
    this.#length += chunk.length;
    if (this.#isText === undefined && this.#length >= limits.start) this.#judge();
    return this.#length < this.#wanted;
  };

  /** Bytes that were unpacked. */
  get length(): number { return this.#length; }

  get isText(): boolean { return this.#isText === true; }

  /** Text of which the rest was not wanted. */
  get isCut(): boolean { return this.isText && this.#length > this.#wanted; }

  /** What was taken, up to a length. */
  bytes(most: number = this.#wanted): Uint8Array {
    const [only] = this.#chunks;
    if (only && this.#chunks.length === 1) return only.length > most ? only.slice(0, most) : only;
    const bytes = new Uint8Array(Math.min(this.#length, most));
    let at = 0;
    for (const chunk of this.#chunks) {
      const part = chunk.subarray(0, bytes.length - at);
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  #judge(): void {
    this.#isText = looksLikeText(this.#path, this.bytes());
    if (this.#opensArchives && isNestedArchive(this.#path, this.bytes())) this.#wanted = limits.nestedArchive;
    else if (this.#isText) this.#wanted = limits.text;
  }
}
