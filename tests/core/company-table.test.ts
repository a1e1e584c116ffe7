import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { companyRow, domainsOf, indexCompanies, mayBelong } from '../../utils/core/company-table.ts';

const companies = indexCompanies(['birchline birchlinelabs\tbirchline.example birchline.org', 'lindqvist\tlindqvist.example']);

describe('company table', () => {
  it.each(['Birchline', 'Birchline Labs GmbH', 'Birchline Japan', 'Birchline Recruiting, Germany'])('finds %s', (name) =>
    expect(domainsOf(companies, name)).toEqual(['birchline.example', 'birchline.org']));

  it.each(['Birchline Gardens', 'Birch', '', 'Japan'])('does not take "%s" for another', (name) => expect(domainsOf(companies, name)).toBeUndefined());

  it('lets a second pack add names, and domains to names that are there', () => {
    const both = indexCompanies(['birchline\tbirchline.example'], ['birchline\tbirchline.app', 'marmalade\tmarmalade.example']);
    expect(domainsOf(both, 'Birchline')).toEqual(['birchline.example', 'birchline.app']);
    expect(domainsOf(both, 'Marmalade')).toEqual(['marmalade.example']);
    expect(both.owned.has('birchline.app')).toBe(true);
  });

  it.each([['birchline.org', true], ['birchline.de', true], ['birchline.co.uk', true], ['birchline.jobs', true], ['birchline.net', false], ['birchline-jobs.de', false]])(
    'says whether %s may be the company\'s own', (domain, expected) => expect(mayBelong(domain, ['birchline.org'])).toBe(expected));

  it('ships no ordinary word, no short unknown name and no row without a domain', () => {
    const { domains } = baseKnowledge().companies;
    expect(['remote', 'notion', 'indeed', 'gap', 'slack', 'square', 'dana'].filter((word) => domains.has(word))).toEqual([]);
    expect(['siemens', 'coinbase', 'deloitte', 'unilever'].filter((name) => !domains.get(name)?.length)).toEqual([]);
    expect([...domains].filter(([key, own]) => !companyRow.test(`${key}\t${own.join(' ')}`))).toEqual([]);
  });
});
