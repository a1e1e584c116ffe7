import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashSet } from '../../utils/core/hash-set.ts';

describe('HashSet', () => {
  it('holds its members and nothing else', () => {
    fc.assert(fc.property(fc.array(fc.domain()), fc.domain(), (members, other) => {
      const set = HashSet.from(members);
      expect(members.every((member) => set.has(member))).toBe(true);
      expect(set.has(other)).toBe(members.includes(other));
    }));
  });

  it('writes the same with a platform\'s own digest', () => {
    const members = ['a.example', 'b.example', 'ü.example'];
    const own = HashSet.from(members, (bytes) => createHash('sha256').update(bytes).digest());
    expect(own.bytes()).toEqual(HashSet.from(members).bytes());
  });

  it('reads back what it wrote, whatever the order of its members', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.domain()), (members) => {
      const bytes = HashSet.from(members).bytes();
      expect(HashSet.from([...members].reverse()).bytes()).toEqual(bytes);
      expect(HashSet.read(bytes).keys).toEqual(HashSet.from(members).keys);
    }));
  });

  it('refuses bytes that are cut off or out of order', () => {
    expect(() => HashSet.read(new ArrayBuffer(9))).toThrow('cut off');
    expect(() => HashSet.read(new ArrayBuffer(16))).toThrow('not sorted');
  });
});
