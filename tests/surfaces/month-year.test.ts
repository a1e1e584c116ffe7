import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { earliestStart, parseDay, parseMonthYear, startOfRange } from '../../utils/surfaces/month-year.ts';

describe('month-year', () => {
  it.each([
    ['October 2026', 'en', '2026-10'], ['Sept. 2026', 'en', '2026-09'], ['2026年10月', 'ja', '2026-10'], ['März 2019', 'de', '2019-03'],
    ['Okt. 2026', 'de', '2026-10'], ['août 2024', 'fr', '2024-08'], ['agosto de 2024', 'es', '2024-08'], ['outubro de 2026', 'pt', '2026-10'],
    ['out de 2026', 'pt-BR', '2026-10'], ['2026년 3월', 'ko', '2026-03'], ['июнь 2018 г.', 'ru', '2018-06'], ['May 2020', 'xx-invalid-language', '2020-05'],
  ])('reads %s in %s', (text, language, month) => {
    expect(parseMonthYear(text, language)).toBe(month);
  });
  it.each(['12 October 2026', 'October', '2026', 'Joined October 2026 or so', 'Mayor 2026', '2026年13月', 'May 1826'])('reads nothing in %s', (text) => {
    expect(parseMonthYear(text, 'en')).toBeUndefined();
  });
  it('reads every month as the platform writes it, in every language', () => {
    const languages = fc.constantFrom('en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh', 'ko', 'pl', 'ru');
    fc.assert(fc.property(languages, fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1960, max: 2090 }), (language, month, year) => {
      const text = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(year, month, 15));
      expect(parseMonthYear(text, language)).toBe(`${year}-${String(month + 1).padStart(2, '0')}`);
    }));
  });
  it('reads every day as the platform writes it, in every language', () => {
    const languages = fc.constantFrom('en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja', 'zh', 'ko', 'pl', 'ru', 'ar', 'cs', 'fi', 'he', 'uk', 'tr', 'sv', 'hi');
    const lengths = fc.constantFrom('long' as const, 'short' as const);
    fc.assert(fc.property(languages, lengths, fc.date({ min: new Date('2003-05-05'), max: new Date('2060-01-01'), noInvalidDate: true }), (language, month, date) => {
      const text = new Intl.DateTimeFormat(language, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC', calendar: 'gregory' }).format(date);
      expect(parseDay(text, language)).toBe(date.toISOString().slice(0, 10));
    }));
  });
  it.each([
    ['Sep 16, 2025', '2025-09-16'], ['14.05.2026', '2026-05-14'], ['2026/05/14', '2026-05-14'], ['2026. 5. 14.', '2026-05-14'], ['May 2026', '2026-05'],
    ['5/6/2026', undefined], ['April 30', undefined], ['2026/13/14', undefined], ['May 41, 2026', undefined], ['Met May 14, 2026 in Berlin', undefined],
  ])('takes %s for %s', (text, day) => {
    expect(parseDay(text, 'en')).toBe(day);
  });
  it.each([
    ['Sep 2026 - Present · 3 mos', '2026-09'], ['2015 – 2019', '2015'], ['2019 - Present · 7 yrs', '2019'], ['Aug 2017 – Present', '2017-08'],
    ['Since 1999 - Berlin branch', undefined], ['1999 - Berlin', undefined], ['Full-time · 3 yrs', undefined], ['2019', undefined], ['', undefined],
  ])('takes %s to begin in %s', (line, start) => {
    expect(startOfRange(line, 'en')).toBe(start);
  });
  it('finds the earliest start', () => {
    expect(earliestStart(['May 2019 - Present', '2015 - 2018', 'Some words'], 'en')).toBe('2015');
  });
});
