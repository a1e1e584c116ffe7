import { randomFillSync } from 'node:crypto';
import { HashPlanes } from '../../utils/core/hash-planes.ts';
import { median, ms, processorTime, row, section } from './report.mts';

const radius = 31;
const lookups = 200;
const warmUp = 20;

/** Looking for all hashes near one, in processor time: the two planes beside a scan that counts all bits of every hash. */
export function benchPhotoSearch(): void {
  for (const count of [10_000, 100_000, 1_000_000]) {
    section(`Search within ${radius} bits in ${count.toLocaleString('en')} photos`);
    const planes = HashPlanes.read(randomFillSync(new Uint8Array(count * 32)).buffer as ArrayBuffer);
    const words = new Int32Array(count * 8);
    const bytes = new Uint8Array(words.buffer);
    for (let i = 0; i < count; i++) bytes.set(planes.at(i), i * 32);
    const [own, plain]: [number[], number[]] = [[], []];
    for (let lookup = 0; lookup < lookups; lookup++) {
      const sought = nearTo(planes.at((lookup * 7919) % count), lookup % radius);
      const [found, expected]: [number[], number[]] = [[], []];
      const times = [processorTime(() => planes.search(sought, radius, (index) => found.push(index))), processorTime(() => scan(words, sought, expected))];
      if (found.join() !== expected.join() || found.length === 0) throw new Error(`The planes found ${found.join()}, the scan ${expected.join()}.`);
      if (lookup >= warmUp) [own, plain].forEach((list, arm) => list.push(times[arm]!));
    }
    row('baseline: plain scan of all bits, median', ms(median(plain)), `99 in 100 within ${ms(percentile(plain))}`);
    row('planes, median', ms(median(own)), `${(median(plain) / median(own)).toFixed(1)} times as fast; target 2.5 at a million`);
    row('planes, 99 in 100 lookups within', ms(percentile(own)), count === 1_000_000 ? 'target 10 ms' : '');
    row('memory of the planes', `${(planes.bytes().byteLength / 1e6).toFixed(1)} MB`, '32 bytes a hash, nothing beside it');
  }
}

const percentile = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1]!;

function nearTo(hash: Uint8Array, bits: number): Uint8Array {
  for (let bit = 0; bit < bits; bit++) hash[bit]! ^= 1 << (bit & 7);
  return hash;
}

/** The plain way at its best: words instead of bytes, nothing allocated. */
function scan(words: Int32Array, sought: Uint8Array, found: number[]): void {
  const [a, b, c, d, e, f, g, h] = new Int32Array(sought.slice().buffer) as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < words.length; i += 8) {
    const distance = bitsIn(words[i]! ^ a) + bitsIn(words[i + 1]! ^ b) + bitsIn(words[i + 2]! ^ c) + bitsIn(words[i + 3]! ^ d)
      + bitsIn(words[i + 4]! ^ e) + bitsIn(words[i + 5]! ^ f) + bitsIn(words[i + 6]! ^ g) + bitsIn(words[i + 7]! ^ h);
    if (distance <= radius) found.push(i / 8);
  }
}

function bitsIn(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
