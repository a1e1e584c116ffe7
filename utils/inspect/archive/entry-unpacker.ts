import { Inflate, inflateSync } from 'fflate';
import { limits } from '../limits.ts';
import type { ByteWindow } from './byte-window.ts';
import { crc32 } from './crc32.ts';
import { EntryFault, type Take } from './entry.ts';
import { firstStep, nextStep } from './unpack-step.ts';

/** Where the bytes of an entry of a zip archive stand, and what they should come to. */
export interface PackedBytes {
  readonly from: number;
  readonly length: number;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly crc?: number;
  readonly size?: number;
}

/** Packed bytes up to which a file is unpacked at once. */
const atOnce = 1_000_000;
/** Entries that turned out larger than they claim and are unpacked again, to see more of them: each costs what it holds, not what it claims. */
const mostLies = 10;

/**
 * Unpacks the entries of one archive. Own in front of fflate, for zip.js leads each entry through a chain of streams that takes 2 ms: 5,000 files
 * take 10 s before anything was looked at. What claims to be small is unpacked into a place of that size (20 times as fast as in steps);
 * everything else in steps, so that it ends when nobody wants more.
 */
export class EntryUnpacker {
  readonly #window: ByteWindow;
  #lies = 0;

  constructor(window: ByteWindow) {
    this.#window = window;
  }

  async unpack(packed: PackedBytes, take: Take): Promise<void> {
    const { method, length, size } = packed;
    if (method !== 0 && method !== 8) throw new EntryFault('unreadable');
    if (method === 8 && size !== undefined && size <= limits.text && length <= atOnce && this.#lies < mostLies) {
      const bytes = inflateAtOnce(await this.#read(packed.from, length), size);
      if (bytes.length === size) return give(bytes, packed, take);
      this.#lies++;
    }
    await this.#unpackInSteps(packed, take);
  }

  async #unpackInSteps({ from, length, method, crc, size }: PackedBytes, take: Take): Promise<void> {
    const given = { length: 0, sum: 0, isEnough: false };
    const pass = (bytes: Uint8Array) => {
      if (given.isEnough || bytes.length === 0) return;
      given.sum = crc32(bytes, given.sum);
      given.length += bytes.length;
      given.isEnough = !take(bytes);
    };
    const push = method === 0 ? pass : inflating(pass);
    let step = firstStep;
    for (let at = 0; at < length && !given.isEnough;) {
      const part = await this.#read(from + at, Math.min(step, length - at));
      const before = given.length;
      push(part);
      at += part.length;
      step = nextStep(step, given.length - before);
    }
    const isWrong = (crc !== undefined && crc !== given.sum) || (size !== undefined && size !== given.length);
    if (isWrong && !given.isEnough) throw new EntryFault('damaged');
  }

  async #read(from: number, length: number): Promise<Uint8Array> {
    const bytes = await this.#window.read(from, length);
    if (bytes.length === 0 && length > 0) throw new EntryFault('cut off');
    return bytes;
  }
}

function give(bytes: Uint8Array, { crc }: PackedBytes, take: Take): void {
  take(bytes);
  if (crc !== undefined && crc !== crc32(bytes)) throw new EntryFault('damaged');
}

/** One byte more than claimed if there is more. Of what is broken, nothing: in steps its beginning comes out. */
function inflateAtOnce(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size + 1) });
  } catch {
    return new Uint8Array(size + 1);
  }
}

function inflating(pass: (bytes: Uint8Array) => void): (part: Uint8Array) => void {
  const inflate = new Inflate(pass);
  return (part) => {
    try {
      inflate.push(part);
    } catch {
      throw new EntryFault('damaged');
    }
  };
}
