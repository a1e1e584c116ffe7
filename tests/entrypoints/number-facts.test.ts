import { describe, expect, it } from 'vitest';
import { numberFacts } from '../../entrypoints/watch/number-facts.ts';
import type { Facts } from '../../utils/core/facts.ts';

const facts = (text: string, seenAt = '2026-01-01'): Facts => ({ surface: 'gmail', seenAt, message: { text } });

describe('numberFacts', () => {
  it('numbers the same facts the same, whenever they were read', () => {
    const numberOf = numberFacts();
    expect([numberOf(facts('a')), numberOf(facts('b')), numberOf(facts('a', '2027-01-01'))]).toEqual([1, 2, 1]);
  });

  it('never gives two facts one number, of 100,000 read (32 bits would repeat one)', () => {
    const numberOf = numberFacts();
    const numbers = Array.from({ length: 100_000 }, (_, i) => numberOf(facts(`${i}`)));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
