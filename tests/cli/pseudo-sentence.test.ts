import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pseudoSentence } from '../../utils/cli/pseudo-sentence.ts';

describe('pseudoSentence', () => {
  it('leaves places as they are, and marks both ends', () => {
    expect(pseudoSentence('A link to {links.host} ($1)', 'rtl')).toMatch(/^⟦[^a-z]+\{links\.host\} \(\$1\)⟧$/i);
    expect(pseudoSentence('A link to {links.host}', 'long')).toMatch(/^⟦Å lîñk tö \{links\.host\}(?: ~)+⟧$/);
  });

  it('is a third longer than English, as German and Ukrainian are', () => {
    fc.assert(fc.property(fc.string({ minLength: 6 }), (sentence) => {
      expect(pseudoSentence(sentence, 'long').length).toBeGreaterThanOrEqual(sentence.length * 1.3);
    }));
  });
});
