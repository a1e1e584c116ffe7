import { describe, expect, it } from 'vitest';
import { numberFacts } from '../../entrypoints/watch/number-facts.ts';

const saying = (text: string, seenAt = '2026-11-21T09:00:00Z') => ({ surface: 'text' as const, seenAt, message: { text } });

describe('numberFacts', () => {
  it('gives the same number to the same facts read at another time, and another to others', () => {
    const number = numberFacts();
    const [first, second] = number([saying('Hello'), saying('Hello there')]);
    expect(number([saying('Hello', '2026-11-21T10:00:00Z')])).toEqual([first]);
    expect(second).not.toBe(first);
  });

  it('remembers a page of any length as long as it stands', () => {
    const number = numberFacts();
    const page = Array.from({ length: 500 }, (_, i) => saying(`Message ${i}`));
    expect(number(page)).toEqual(number(page));
  });

  it('forgets what was unused for longest', () => {
    const number = numberFacts();
    const [first] = number([saying('first')]);
    for (let i = 0; i < 15; i++) number([saying(`other ${i}`)]);
    expect(number([saying('first')])).toEqual([first]);
    for (let i = 0; i < 40; i++) number([saying(`new ${i}`)]);
    expect(number([saying('first')])).not.toEqual([first]);
  });
});
