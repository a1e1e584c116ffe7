import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countriesOf, countryOf, officeKinds, type Office } from '../../utils/core/report-offices.ts';

const list = JSON.parse(readFileSync('assets/report-offices.json', 'utf8')) as { origin: string; date: string; licence: string; offices: Office[] };
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

describe('the list of offices', () => {
  it('says where it comes from, from when, and under which licence', () => {
    expect(list).toMatchObject({ origin: expect.any(String), date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), licence: 'CC0-1.0' });
  });

  it('has plain https addresses, each once, and kinds and countries that exist', () => {
    for (const { address, kind, countries } of list.offices) {
      const url = new URL(address);
      expect([url.protocol, url.search, url.hash, url.username, url.port]).toEqual(['https:', '', '', '', '']);
      expect(officeKinds).toContain(kind);
      expect(countries.filter((code) => names.of(code) === undefined)).toEqual([]);
    }
    expect(new Set(list.offices.map(({ address }) => address)).size).toBe(list.offices.length);
  });

  it('has an office where each language of ours is at home', () => {
    const home = ['en', 'ja', 'ko', 'zh-CN', 'zh-TW', 'es', 'pt-BR', 'fr', 'de', 'uk'].map((language) => countryOf([language]));
    expect(home.filter((country) => !country || !countriesOf(list.offices).includes(country))).toEqual([]);
  });
});

describe('countryOf', () => {
  it('takes the country a language names before the home of the first', () => {
    expect(countryOf(['de', 'en-AU'])).toBe('AU');
    expect(countryOf(['ja'])).toBe('JP');
    expect(countryOf(['zh-Hant'])).toBe('TW');
  });

  it('knows none for what is no language', () => {
    expect(countryOf([])).toBeUndefined();
    expect(countryOf(['?'])).toBeUndefined();
  });
});
