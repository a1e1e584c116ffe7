import { describe, expect, it } from 'vitest';
import { parseFactsLine } from '../../utils/cli/facts-line.ts';
import { Facts } from '../../utils/core/facts.ts';

const profile = (fields: object) => ({ surface: 'linkedin-profile', profile: fields });

describe('Facts', () => {
  it.each(['2014', '2014-05', '2014-05-31'])('accepts %s as a join date', (joined) => {
    expect(Facts.safeParse(profile({ joined })).success).toBe(true);
  });

  it.each(['2026-ab', 'long ago', '2026-13', '2026-1', ''])('refuses "%s" as a join date and names the field', (joined) => {
    expect(parseFactsLine(JSON.stringify(profile({ joined })))).toMatchObject({ error: expect.stringContaining('profile.joined') });
    expect(Facts.safeParse(profile({ joined: ['2014', joined] })).success).toBe(false);
  });

  it.each([1e300, Number.MAX_SAFE_INTEGER, 2_500_000_000, 0, -1, 1.5])('refuses %d as a member number and names the field', (memberNumber) => {
    expect(parseFactsLine(JSON.stringify(profile({ memberNumber })))).toMatchObject({ error: expect.stringContaining('profile.memberNumber') });
  });

  it('accepts a member number that has been given out', () => {
    expect(Facts.safeParse(profile({ memberNumber: 412_345_678 })).success).toBe(true);
  });
});
