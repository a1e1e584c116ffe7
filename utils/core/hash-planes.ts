/**
 * Hashes of 256 bits, searched for all within a Hamming distance.
 * Layout: the first 128 bits of all, then the other 128 bits of all, hash bytes as they are; stored and read back without work.
 * Why: strangers differ in half of their bits, so 96 bits are enough to leave 9,997 of 10,000 out; the second plane is hardly
 * ever touched, and the first of a million hashes (16 MB) is read straight through.
 * Tried: all 256 bits of each (three to four times as long); a table of 65,536 counts (an eighth faster alone, but it takes the cache of
 * others); multi-index hashing (5 to 10 times faster at a million, for 72 MB more and half a second of building whenever the
 * worker wakes); BK- and VP-trees (visit over 90 % of all at this radius).
 */
export class HashPlanes {
  static from(hashes: readonly Uint8Array[]): HashPlanes {
    const planes = new HashPlanes(new ArrayBuffer(hashes.length * bytesEach));
    hashes.forEach((hash, index) => planes.set(index, hash));
    return planes;
  }

  /** Takes over `bytes()` of earlier planes without copying. Throws on a length that no planes have. */
  static read(bytes: ArrayBuffer): HashPlanes {
    if (bytes.byteLength % bytesEach !== 0) throw new Error(`Hash planes of ${bytes.byteLength} bytes are cut off: they have ${bytesEach} bytes a hash.`);
    return new HashPlanes(bytes);
  }

  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #words: Int32Array<ArrayBuffer>;

  private constructor(bytes: ArrayBuffer) {
    this.#bytes = new Uint8Array(bytes);
    this.#words = new Int32Array(bytes);
  }

  get count(): number {
    return this.#bytes.length / bytesEach;
  }

  /** The very memory these planes live in, ready to be stored. */
  bytes(): ArrayBuffer {
    return this.#bytes.buffer;
  }

  at(index: number): Uint8Array {
    const [near, far] = this.#places(index);
    const hash = new Uint8Array(bytesEach);
    hash.set(this.#bytes.subarray(near, near + half));
    hash.set(this.#bytes.subarray(far, far + half), half);
    return hash;
  }

  set(index: number, hash: Uint8Array): void {
    checkLength(hash);
    const [near, far] = this.#places(index);
    this.#bytes.set(hash.subarray(0, half), near);
    this.#bytes.set(hash.subarray(half), far);
  }

  /** Calls `found` for every hash within `radius` bits of `hash`, in order of index. */
  search(hash: Uint8Array, radius: number, found: (index: number, distance: number) => void): void {
    checkLength(hash);
    const sought = new Int32Array(hash.slice().buffer);
    for (let index = -1; (index = nextNear(this.#words, index + 1, sought, radius)) < this.count;) {
      const distance = this.#distance(index, sought);
      if (distance <= radius) found(index, distance);
    }
  }

  #distance(index: number, sought: Int32Array): number {
    const [near, far] = [index * 4, (this.#words.length >> 1) + index * 4];
    let distance = 0;
    for (let word = 0; word < 4; word++) {
      distance += bitsInThree(this.#words[near + word]! ^ sought[word]!, this.#words[far + word]! ^ sought[word + 4]!, 0);
    }
    return distance;
  }

  #places(index: number): [number, number] {
    if (!(index >= 0 && index < this.count)) throw new RangeError(`There is no hash ${index} among ${this.count}.`);
    return [index * half, this.#bytes.length / 2 + index * half];
  }
}

const bytesEach = 32;
const half = bytesEach / 2;

function checkLength({ length }: Uint8Array): void {
  if (length !== bytesEach) throw new Error(`A hash of ${length} bytes does not go with planes of ${bytesEach}.`);
}

/** From `index` on, the first hash whose 96 bits allow it to lie within `radius`; the count of hashes when there is none. */
function nextNear(words: Int32Array, index: number, sought: Int32Array, radius: number): number {
  // One by one: taken apart as an array, they cost the loop a third of its speed.
  const end = words.length >> 1;
  const first = sought[0]!;
  const second = sought[1]!;
  const third = sought[2]!;
  let at = index * 4;
  while (at < end && bitsInThree(words[at]! ^ first, words[at + 1]! ^ second, words[at + 2]! ^ third) > radius) at += 4;
  return at >> 2;
}

/** Adds the three words bit by bit into ones and twos, so that two words are left to count instead of three. */
function bitsInThree(a: number, b: number, c: number): number {
  const odd = a ^ b;
  let ones = odd ^ c;
  let twos = (a & b) | (odd & c);
  ones = (ones - ((ones >>> 1) & 0x55555555)) | 0;
  twos = (twos - ((twos >>> 1) & 0x55555555)) | 0;
  ones = ((ones & 0x33333333) + ((ones >>> 2) & 0x33333333)) | 0;
  twos = ((twos & 0x33333333) + ((twos >>> 2) & 0x33333333)) | 0;
  // At most 4 + 2 * 4 bits in each half byte: no carry.
  const both = (ones + (twos << 1)) | 0;
  return Math.imul((both & 0x0f0f0f0f) + ((both >>> 4) & 0x0f0f0f0f), 0x01010101) >>> 24;
}
