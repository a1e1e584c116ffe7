import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteText } from '../../components/quote-text.ts';

describe('quoteText', () => {
  it('shows a mark that turns the text around by its number', () => {
    expect(quoteText('photo\u202Egpj.exe')).toBe('photo⟨U+202E⟩gpj.exe');
  });

  it('shows letters of no width by their number', () => {
    expect(quoteText('pay\u200Bpal')).toBe('pay⟨U+200B⟩pal');
  });

  it('leaves plain text as it is', () => {
    expect(quoteText('  Ada Lind\n (she/her) ')).toBe('Ada Lind (she/her)');
  });

  it('cuts what is longer than three lines', () => {
    expect(quoteText('x'.repeat(500))).toBe(`${'x'.repeat(159)}…`);
  });

  it('never lets an invisible or turning character through', () => {
    const unit = fc.constantFrom('a', ' ', '\u0000', '\u200B', '\u202E', '\u2028', '\uFEFF', '\u{E0041}', '\u{1F600}');
    fc.assert(fc.property(fc.string({ unit, maxLength: 300 }), (text) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(quoteText(text))));
  });
});
