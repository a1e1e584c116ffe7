import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uuidSeven } from '../../utils/core/uuid-seven.ts';

const anyTime = fc.nat(2 ** 48 - 1);
const anyChance = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('uuid-seven', () => {
  it('makes the example of RFC 9562', () => {
    const random = new Uint8Array([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidSeven(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('is always of version 7 and variant 10', () => {
    fc.assert(fc.property(anyTime, anyChance, (ms, random) => {
      expect(uuidSeven(ms, random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }));
  });

  it('sorts as text in the order of time', () => {
    fc.assert(fc.property(anyTime, anyTime, anyChance, anyChance, (one, other, a, b) => {
      fc.pre(one < other);
      expect(uuidSeven(one, a) < uuidSeven(other, b)).toBe(true);
    }));
  });
});
