import { describe, expect, it } from 'vitest';
import { indexCompanies } from '../../utils/core/company-table.ts';
import { knownEmployer } from '../../utils/core/known-employer.ts';

const companies = indexCompanies(['haldenworks\thalden-works.example halden.example', 'birchline\tbirchline.example']);

describe('knownEmployer', () => {
  it('takes the domain from the table and never from the message', () => {
    const facts = {
      surface: 'gmail' as const, sender: { name: 'Dana Moor', headline: 'Recruiter at Halden Works', email: 'dana@halden-work.example' }, links: [{ url: 'https://halden-works-careers.example/' }],
    };
    expect(knownEmployer(facts, companies)).toEqual({ name: 'Halden Works', domain: 'halden-works.example' });
  });

  it('takes the company of a post before who posted it', () => {
    const facts = { surface: 'linkedin-job' as const, company: { name: 'Birchline' }, sender: { headline: 'Recruiter at Halden Works' } };
    expect(knownEmployer(facts, companies)?.domain).toBe('birchline.example');
  });

  it('knows nothing of an employer that no list has', () => {
    expect(knownEmployer({ surface: 'gmail', sender: { headline: 'Recruiter at Quillpost' } }, companies)).toBeUndefined();
  });
});
