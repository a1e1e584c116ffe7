import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifier, memberNumber, numberOfIdentifier, numberOfSlug, slugOf } from '../../utils/core/member-number.ts';

/** Writes an identifier the way LinkedIn's decode; the last twenty bytes carry nothing. */
function identifierOf(number: number, kind = 0x2a): string {
  const bytes = Buffer.alloc(29, 0x55);
  bytes[0] = 0;
  bytes[1] = kind;
  bytes.writeUIntBE(number, 2, 6);
  bytes[8] = 1;
  return bytes.toString('base64url');
}

function slugOfNumber(number: number): string {
  const digits = number.toString(12);
  return `dana-example-${digits.slice(-3)}${digits.slice(-6, -3)}${digits.slice(0, -6)}`;
}
const numbers = fc.integer({ min: 12 ** 6, max: 2_000_000_000 });

describe('numberOfIdentifier', () => {
  it('reads back every number', () => {
    fc.assert(fc.property(numbers, fc.constantFrom(0x2a, 0x2c), (number, kind) => numberOfIdentifier(identifierOf(number, kind)) === number));
  });

  it('reads the published pair', () => {
    expect(numberOfIdentifier(`ACoAADO39x0B${'V'.repeat(27)}`)).toBe(867_694_365);
  });

  it.each(['ACoAAshort', `ACoAA${'!'.repeat(34)}`, identifierOf(5, 0x2b), ''])('takes nothing from %s', (text) => {
    expect(numberOfIdentifier(text)).toBeUndefined();
  });
});

describe('numberOfSlug', () => {
  it('reads back every number', () => {
    fc.assert(fc.property(numbers, (number) => numberOfSlug(slugOfNumber(number)) === number));
  });

  it.each([['bb8a452a5', 1_235_793_020], ['7125b371', 255_287_102], ['4487975', 16_871_096], ['422870209', 888_973_658]])('reads the published pair %s', (end, number) => {
    expect(numberOfSlug(`x-${end}`)).toBe(number);
  });

  it.each(['jane-doe-engineer', 'janedoe2024', 'jane-doe-2024', 'jane-doe-123456', 'jane-doe-12345678c', 'jane-doe-1234560', 'jane-doe-19871231'])(
    'takes %s for a chosen address', (slug) => expect(numberOfSlug(slug)).toBeUndefined());
});

describe('memberNumber', () => {
  it('prefers nothing when identifier and address disagree', () => {
    expect(memberNumber(identifierOf(1_000_000_007), `https://www.linkedin.com/in/${slugOfNumber(1_500_000_001)}/`)).toBeUndefined();
  });

  it('says where the number comes from', () => {
    expect(memberNumber(`urn:li:fsd_profile:${identifierOf(412_345_678)}`)).toEqual({ member: 412_345_678, from: 'identifier' });
    expect(memberNumber(`https://www.linkedin.com/in/${slugOfNumber(412_345_678)}`)).toEqual({ member: 412_345_678, from: 'address' });
  });

  it('finds the identifier inside a component key', () => {
    const identifier = identifierOf(567_000_111);
    expect(findIdentifier(`com.linkedin.sdui.profile.card.ref${identifier}Topcard`)).toBe(identifier);
  });

  it('reads the slug of any language and of Sales Navigator', () => {
    expect(slugOf('https://jp.linkedin.com/in/%E5%B1%B1%E7%94%B0-b7a115b6?trk=x')).toBe('山田-b7a115b6');
    expect(slugOf('https://www.linkedin.com/sales/lead/ACwAAA,NAME')).toBe('ACwAAA');
    expect(slugOf('https://linkedin.com.evil.example/in/x')).toBeUndefined();
  });
});
