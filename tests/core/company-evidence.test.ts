import { describe, expect, it } from 'vitest';
import { companyEvidence } from '../../utils/core/company-evidence.ts';
import { indexCompanies } from '../../utils/core/company-table.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { indexSites } from '../../utils/core/site.ts';

const companies = indexCompanies(['birchline birchlinesystems\tbirchline.com', 'roundtable\troundtable.com']);
const sites = indexSites([]);
const of = (company: Facts['company'], seenAt: string | undefined = '2026-11-21T10:00:00Z') =>
  companyEvidence({ surface: 'linkedin-company', seenAt, company }, companies, sites);

describe('company-evidence', () => {
  it('knows a listed name in another spelling', () => {
    expect(of({ name: 'Birchline Systems, Inc.' })).toMatchObject({ known: true, from: 'birchline.com' });
  });

  it('says nothing of a company no list has', () => {
    const { known, from, elsewhere, like } = of({ name: 'Moorland Solar', website: 'https://moorland-solar.example/' });
    expect([known, from, elsewhere, like]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each([
    ['https://www.birchline.com/about', false, 'none'],
    ['https://birchline.de/', false, 'none'],
    ['https://birchline-careers.com/', true, 'name inside'],
    ['https://birchlime.com/', true, 'letters changed'],
    ['https://halden-metal.com/', true, 'none'],
    ['https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fwww%2Ebirchline%2Ecom', false, 'none'],
  ])('compares the website %s with the name', (website, elsewhere, like) => {
    expect(of({ name: 'Birchline', website })).toMatchObject({ elsewhere, like });
  });

  it('does not call another listed company\'s site elsewhere', () => {
    expect(of({ name: 'Birchline', website: 'https://roundtable.com/' }).elsewhere).toBeUndefined();
  });

  it('concludes nothing from a short link', () => {
    const { host, elsewhere, like } = of({ name: 'Birchline', website: 'https://lnkd.in/abc' });
    expect([host, elsewhere, like]).toEqual([undefined, undefined, undefined]);
  });

  it('counts years only from a time that is known', () => {
    expect(of({ founded: 2025 }).ageYears).toBe(1);
    expect(of({ founded: 2030 }).ageYears).toBeUndefined();
    expect(companyEvidence({ surface: 'linkedin-company', company: { founded: 2025 } }, companies, sites).ageYears).toBeUndefined();
  });

  it('is empty where no company was read', () => {
    expect(of(undefined)).toEqual({});
  });
});
