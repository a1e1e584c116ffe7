import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { indexCompanies } from '../../utils/core/company-table.ts';
import { deriveEvidence } from '../../utils/core/evidence.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { textLimit } from '../../utils/core/limits.ts';
import { processorTime } from '../processor-time.ts';

const tables = { ...baseKnowledge(), companies: indexCompanies(['birchline\tbirchline.com birchline.org', 'lindqvist\tlindqvist.com']) };
const derive = (facts: Omit<Facts, 'surface'>) => deriveEvidence({ surface: 'gmail', ...facts }, tables);
const claim = (email: string | undefined, text: string, more: Facts['sender'] = {}) => derive({ sender: { email, ...more }, message: { text } }).sender;

describe('claimed employer and mail domain', () => {
  it.each([
    ['dana@roundtable.com', true], ['dana@birchline.com', false], ['dana@mail.birchline.org', false], ['dana@birchline.de', false], ['dana@birchline.io', false],
    ['dana@lindqvist.com', undefined], [undefined, undefined], ['dana', undefined],
  ])('from %s the claim to be of Birchline is elsewhere: %s', (email, expected) =>
    expect(claim(email, 'I am a recruiter at Birchline.')).toMatchObject({ claimed: 'Birchline', claimedKnown: true, claimedElsewhere: expected }));

  it.each([['dana@birchline.org', true], ['dana@mail.lindqvist.com', true], ['dana@birchline-careers.com', false], [undefined, undefined]])(
    'tells that the domain of %s stands in the table: %s, whatever is claimed', (email, expected) =>
      expect(claim(email, 'Hello.').ofCompany).toBe(expected));

  it('knows nothing of an employer that stands in no table', () => {
    expect(claim('dana@roundtable.com', 'I am a recruiter at Marmalade.')).toMatchObject({ claimed: 'Marmalade', claimedKnown: undefined, claimedElsewhere: undefined, claimedLike: 'none' });
  });

  it.each(['Birchline is hiring.', 'I write on behalf of Birchline.', 'Our client Birchline is hiring.', 'Hello.'])('holds nobody to "%s"', (text) => {
    expect(claim('dana@roundtable.com', text).claimedElsewhere).toBeUndefined();
  });

  it('lets no display name excuse what the words claim', () => {
    const text = 'I am a recruiter at Birchline.';
    expect(claim('dana@roundtable.com', text, { name: 'Dana (Roundtable)' }).claimedElsewhere).toBe(claim('dana@roundtable.com', text).claimedElsewhere);
  });

  it('believes one of two employers in the same words', () => {
    expect(claim('dana@birchline.com', 'I am a recruiter at Birchline. We at Lindqvist are hiring.').claimedElsewhere).toBe(false);
  });

  it('sees a company that writes for another', () => {
    expect(claim('dana@birchline.com', 'I am a recruiter at Lindqvist.', { name: 'Dana (Birchline)' }).claimedElsewhere).toBe(false);
  });

  it.each([
    ['birchline.careers', 'same name elsewhere'], ['birchline-jobs.com', 'name inside'], ['birchllne.com', 'letters changed'], ['birchline.com', 'none'], ['birchline.fr', 'none'],
    ['careers.birchline.com', 'none'], ['roundtable.com', 'none'],
  ])('compares %s with a known employer', (host, how) => expect(claim(`dana@${host}`, 'I am a recruiter at Birchline.').claimedLike).toBe(how));

  it.each([['marmalade.io', 'none'], ['marmalade-jobs.com', 'name inside'], ['rnarmalade.com', 'letters disguised'], ['marmalady.com', 'none'], ['xn--mrmalade-16g.com', 'letters disguised']])(
    'compares %s with an employer no table knows', (host, how) => expect(claim(`dana@${host}`, 'I am a recruiter at Marmalade.').claimedLike).toBe(how));

  it.each(['Acme', 'ミナト', 'Я'])('compares no domain with %s, too short or in other letters', (name) =>
    expect(claim('dana@acme-jobs.com', `I am a recruiter at ${name}.`).claimedLike).toBeUndefined());

  it.each([
    ['Recruiter at Lindqvist', 'I am a recruiter at Birchline.', true], ['Recruiter at Birchline Labs', 'I am a recruiter at Birchline.', false],
    ['Recruiter at Lindqvist', 'Our client Birchline is hiring.', undefined], ['Dentist', 'I am a recruiter at Birchline.', undefined],
    ['Recruiter at Lindqvist', 'I am a recruiter at Lindqvist. We at Birchline are hiring.', false],
    ['Partner at Lindqvist Wolf', 'I am a recruiter at Wolf Advisory.', false],
  ])('headline "%s", words "%s": changed %s', (headline, text, expected) => expect(claim(undefined, text, { headline }).claimChanged).toBe(expected));

  it('leaves a change open while a part of the conversation was not read', () => {
    const thread = [{ from: 'them' as const, text: 'I am a recruiter at Harborlight.' }];
    const facts = (wholeThread?: boolean): Facts => ({ surface: 'linkedin-message', sender: { headline: 'Recruiter at Birchline' }, message: { thread, wholeThread } });
    expect(deriveEvidence(facts(), tables).sender.claimChanged).toBeUndefined();
    expect(deriveEvidence(facts(true), tables).sender.claimChanged).toBe(true);
  });
});

describe('links and a claimed employer', () => {
  const likeness = (url: string, text = 'I am a recruiter at Birchline.') => derive({ message: { text }, links: [{ url }] }).links![0]!;
  it.each([['https://birchline-assessment.com/x', 'name inside'], ['https://birchline.roundtable.com/', 'name in front'], ['https://jobs.birchline.com/', 'none'], ['https://roundtable.com/', 'none']])(
    'compares %s', (url, how) => expect(likeness(url)).toMatchObject({ claimedLike: how }));

  it('says nothing where no table knows the employer', () => {
    expect(likeness('https://marmalade-assessment.com/x', 'I am a recruiter at Marmalade.')).not.toHaveProperty('claimedLike');
  });
});

describe('where answers go', () => {
  const answer = (email: string | undefined, text: string) => derive({ sender: { email }, message: { text } }).message.answerDomain;
  it.each([
    ['dana@birchline.com', 'Write to dana.wolf@gmail.com', 'gmail.com'], ['dana@birchline.com', 'Write to jobs@mail.birchline.com, or to me@roundtable.com', 'roundtable.com'],
    ['dana@birchline.com', 'Write to jobs@birchline.com', undefined], [undefined, 'Write to dana.wolf@gmail.com', undefined], ['dana@birchline.com', 'No address @ all', undefined],
  ])('from %s, "%s"', (email, text, domain) => expect(answer(email, text)).toBe(domain));
});

describe('what a webmail shows of a sender', () => {
  const shown = (headers: Facts['headers']) => derive({ sender: { email: 'dana@birchline.com' }, headers }).headers;
  it('compares mailed-by and signed-by with the sender', () => {
    expect(shown({ mailedBy: 'bulk.roundtable.com', signedBy: 'mail.birchline.com' })).toMatchObject({ mailedElsewhere: true, signedElsewhere: false });
  });
  it('reads the address Outlook shows before "on behalf of"', () => expect(shown({ mailedBy: 'office@roundtable.com' })).toMatchObject({ mailedBy: 'roundtable.com', mailedElsewhere: true }));
  it('knows nothing of what was not shown', () => expect(shown({})).toMatchObject({ mailedElsewhere: undefined, signedElsewhere: undefined }));
});

describe('any sender', () => {
  it('never stops the judge, whatever names and addresses hold', () => {
    const any = fc.string({ unit: 'binary', maxLength: 80 });
    const named = fc.tuple(fc.constantFrom('Recruiter at ', 'I am a recruiter at ', 'x@', '\u202e', '\ud800', 'Dana ('), any).map((parts) => parts.join(''));
    fc.assert(fc.property(named, named, named, (name, email, text) => {
      expect(() => derive({ sender: { name, email, headline: name }, message: { text }, headers: { replyTo: email, mailedBy: email, signedBy: name } })).not.toThrow();
    }));
  });

  it.each(['a@', 'a.', '@', 'a@b.c ', 'x'])('reads the longest text, "%s" over and over, in under 20 ms', (part) => {
    const took = Array.from({ length: 5 }, () => {
      const start = processorTime();
      claim('dana@birchline.com', part.repeat(textLimit / part.length));
      return processorTime() - start;
    });
    expect(Math.min(...took)).toBeLessThan(20);
  });
});
