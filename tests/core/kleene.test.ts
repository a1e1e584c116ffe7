import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { and, atLeast, not, or, type Truth } from '../../utils/core/kleene.ts';

const truth = fc.constantFrom<Truth>(true, false, undefined);
const truths = fc.array(truth, { maxLength: 5 });

describe('kleene', () => {
  it('says nothing about what is unknown', () => {
    expect(not(undefined)).toBeUndefined();
    expect(and([true, undefined])).toBeUndefined();
    expect(or([false, undefined])).toBeUndefined();
  });

  it('decides as soon as one side decides', () => {
    expect(and([false, undefined])).toBe(false);
    expect(or([true, undefined])).toBe(true);
  });

  it('obeys De Morgan', () => {
    fc.assert(fc.property(truths, (all) => not(and(all)) === or(all.map(not))));
  });

  it('never takes an answer back when something unknown becomes known', () => {
    fc.assert(fc.property(truths, fc.nat(4), fc.boolean(), fc.integer({ min: 1, max: 4 }), (before, at, value, n) => {
      const after = before.map((one, i) => (i === at && one === undefined ? value : one));
      return [and, or, (all: Truth[]) => atLeast(n, all)].every((join) => join(before) === undefined || join(after) === join(before));
    }));
  });
});
