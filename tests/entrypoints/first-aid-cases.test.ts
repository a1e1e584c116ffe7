import { describe, expect, it } from 'vitest';
import { orderedCases } from '../../entrypoints/first-aid/cases.ts';

const at = (query: string) => orderedCases(`chrome-extension://id/first-aid.html${query}`);

describe('orderedCases', () => {
  it('puts what was asked for first, the gravest before the others, and leaves none out', () => {
    const { ordered, asked } = at('?asked=pay-money+run-code');
    expect(ordered.slice(0, 2)).toEqual(['code', 'money']);
    expect(asked).toBe(2);
    expect(new Set(ordered).size).toBe(9);
  });

  it('leads to signing in where a page was to be opened', () => {
    expect(at('?asked=open-page').ordered[0]).toBe('password');
  });

  it('takes strange words for none', () => {
    expect(at('?asked=<script>+toString')).toEqual(at(''));
    expect(at('').asked).toBe(0);
  });
});
