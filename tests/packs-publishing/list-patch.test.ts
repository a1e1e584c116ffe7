import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HashSet } from '../../utils/core/hash-set.ts';
import { applyListPatch, makeListPatch } from '../../utils/packs-publishing/list-patch.ts';

const list = fc.uniqueArray(fc.nat(99), { maxLength: 60 }).map((numbers) => setOf(...numbers.map(String)));
const setOf = (...members: string[]) => new Uint8Array(HashSet.from(members).bytes());

describe('makeListPatch', () => {
  it('leads from any hash set to any other', () => {
    fc.assert(fc.property(list, list, (a, b) => {
      expect([...applyListPatch(a, makeListPatch(a, b))]).toEqual([...b]);
    }));
  });

  it('is small beside the list when little changed', () => {
    const members = Array.from({ length: 5_000 }, (_, i) => `host-${i}.example`);
    const patch = makeListPatch(setOf(...members), setOf(...members.slice(3), 'new.example'));
    expect(patch.patch.length).toBeLessThan(200);
  });
});

describe('applyListPatch', () => {
  it('refuses a list that the patch was not made from', () => {
    expect(() => applyListPatch(setOf('a'), makeListPatch(setOf('b'), setOf('c')))).toThrow(/another list/);
  });

  it('refuses a patch that leads elsewhere than it says', () => {
    const patch = makeListPatch(setOf('a'), setOf('b'));
    expect(() => applyListPatch(setOf('a'), { ...patch, to: patch.from })).toThrow(/does not lead/);
  });
});
