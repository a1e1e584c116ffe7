import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { HashPlanes } from '../../utils/core/hash-planes.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const searched = (planes: HashPlanes, sought: Uint8Array, radius: number) => {
  const found: [number, number][] = [];
  planes.search(sought, radius, (index, distance) => found.push([index, distance]));
  return found;
};
const scanned = (hashes: readonly Uint8Array[], sought: Uint8Array, radius: number) => hashes
  .map((other, index) => [index, hammingDistance(other, sought)] as [number, number]).filter(([, distance]) => distance <= radius);

describe('hash planes', () => {
  it('find what a plain scan finds, whatever the radius', () => {
    fc.assert(fc.property(fc.array(hash, { maxLength: 40 }), hash, fc.integer({ min: 0, max: 256 }), (hashes, sought, radius) => {
      expect(searched(HashPlanes.from(hashes), sought, radius)).toEqual(scanned(hashes, sought, radius));
    }), { seed: 1 });
  });

  it('find near hashes wherever their bits differ', () => {
    const flips = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { maxLength: 60 });
    fc.assert(fc.property(hash, fc.array(flips, { maxLength: 20 }), (sought, changes) => {
      const hashes = changes.map((bits) => flipped(sought, bits));
      expect(searched(HashPlanes.from(hashes), sought, 31)).toEqual(scanned(hashes, sought, 31));
      expect(searched(HashPlanes.from(hashes), sought, 256).map(([, distance]) => distance)).toEqual(changes.map(({ length }) => length));
    }), { seed: 2 });
  });

  it('give every hash back, also when they come from stored bytes', () => {
    fc.assert(fc.property(fc.array(hash, { maxLength: 20 }), (hashes) => {
      const planes = HashPlanes.read(HashPlanes.from(hashes).bytes());
      expect(planes.count).toBe(hashes.length);
      expect(hashes.map((_, index) => planes.at(index))).toEqual(hashes);
    }), { seed: 3 });
  });

  it('keep the first halves of all before the second halves', () => {
    const bytes = new Uint8Array(HashPlanes.from([new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]).bytes());
    expect([...bytes]).toEqual([1, 2, 1, 2].flatMap((byte) => Array.from({ length: 16 }, () => byte)));
  });

  it('search for a hash that is a part of longer bytes', () => {
    const bytes = Uint8Array.from({ length: 40 }, (_, i) => i * 5);
    expect(searched(HashPlanes.from([bytes.slice(3, 35)]), bytes.subarray(3, 35), 0)).toEqual([[0, 0]]);
  });

  it('change one hash in place and leave its neighbours', () => {
    const planes = HashPlanes.from([1, 2, 3].map((byte) => new Uint8Array(32).fill(byte)));
    planes.set(1, new Uint8Array(32).fill(9));
    expect([0, 1, 2].map((index) => planes.at(index)[31])).toEqual([1, 9, 3]);
  });

  it.each([1, 31, 33])('refuse %i bytes as cut off', (length) => {
    expect(() => HashPlanes.read(new ArrayBuffer(length))).toThrow(`Hash planes of ${length} bytes are cut off`);
  });

  it('refuse a hash of another length and a place that is not there', () => {
    const planes = HashPlanes.from([new Uint8Array(32)]);
    expect(() => planes.set(0, new Uint8Array(31))).toThrow('31 bytes');
    expect(() => planes.search(new Uint8Array(8), 31, () => undefined)).toThrow('8 bytes');
    expect(() => planes.at(1)).toThrow('no hash 1 among 1');
    expect(() => planes.set(-1, new Uint8Array(32))).toThrow('no hash -1');
  });
});

function flipped(from: Uint8Array, bits: readonly number[]): Uint8Array {
  const to = from.slice();
  for (const bit of bits) to[bit >> 3]! ^= 1 << (bit & 7);
  return to;
}
