import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { oneLine, snippetAt } from '../../utils/inspect/snippet.ts';

describe('snippetAt', () => {
  it('gives the line of a place', () => expect(snippetAt('a\n  const b = 1;\nc', 5)).toBe('const b = 1;'));
  it('shows code that stands behind spaces', () => {
    const text = `x = 1;${' '.repeat(300)}run();`;
    expect(snippetAt(text, text.indexOf('run'))).toBe('… run();');
  });
  it('shows the part of a long line around the place', () => {
    const snippet = snippetAt(`${'a'.repeat(500)}here${'b'.repeat(500)}`, 500);
    expect([snippet.includes('here'), snippet.length]).toEqual([true, 160]);
  });
  it('gives one line of at most 160 characters without what cannot be seen, of any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(400), (text, at) => {
      const snippet = snippetAt(text, Math.min(at, text.length));
      return snippet.length <= 160 && !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(snippet);
    }));
  });
});

describe('oneLine', () => {
  it('shows what cannot be seen as a sign', () => expect(oneLine('a\u202eb\u0007\tc\nd')).toBe('a␀b␀ c d'));
});
