import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAge } from '../../utils/surfaces/relative-age.ts';

describe('relative-age', () => {
  it.each([
    ['2 days ago', 'en'], ['yesterday', 'en'], ['1 week ago', 'en'], ['vor 2 Tagen', 'de'], ['gestern', 'de'], ['il y a 3 jours', 'fr'],
    ['2日前', 'ja'], ['قبل يومين', 'ar'], ['2 dni temu', 'pl'], ['5 дней назад', 'ru'], ['hace 2 semanas', 'es'],
  ])('takes "%s" in %s for an age', (line, language) => {
    expect(isAge(line, language)).toBe(true);
  });
  it.each([
    ['14 mutual connections', 'en'], ['I wrote 2 days ago', 'en'], ['Recruiter', 'en'], ['', 'en'], ['2 days ago', 'not a language'], ['2 days ago', 'de'],
  ])('does not take "%s" in %s for one', (line, language) => {
    expect(isAge(line, language)).toBe(false);
  });
  it('knows every age the platform writes', () => {
    const units = fc.constantFrom('minute', 'hour', 'day', 'week', 'month', 'year');
    fc.assert(fc.property(fc.constantFrom('en', 'de', 'fr', 'es', 'pt', 'ja', 'zh', 'ko', 'ru', 'pl', 'ar'), units, fc.integer({ min: 1, max: 59 }), (language, unit, number) => {
      const line = new Intl.RelativeTimeFormat(language).format(-number, unit as Intl.RelativeTimeFormatUnit);
      expect(isAge(line, language)).toBe(true);
    }));
  });
});
