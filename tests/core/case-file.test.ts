import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseFile } from '../../utils/core/case-file.ts';
import type { Facts } from '../../utils/core/facts.ts';
import type { Verdict } from '../../utils/core/verdict.ts';

const verdict: Verdict = { level: 'danger', score: 0.9, findings: [], asks: [], unknown: [] };
const made = { at: '2026-11-21T18:40:00.000Z', by: '0.1.0', page: 'https://mail.google.com/mail/u/0/#inbox/x' };
const facts: Facts = {
  surface: 'gmail', sender: { name: 'Mara Quill', email: 'mara@larkspur-tasks.example', headline: 'Talent partner' },
  message: { subject: 'Your task', text: 'Please run npm install. 日本語 🦊', sentAt: '2026-11-20T09:00:00Z' },
  links: [{ url: 'https://larkspur-tasks.example/run' }], known: { firstContact: true },
};
const sum = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('caseFile', () => {
  it('holds each text with the sum of its bytes', () => {
    const { record } = caseFile(facts, verdict, made);
    expect(record.texts).toEqual([
      { what: 'headline', text: 'Talent partner', sha256: sum('Talent partner') },
      { what: 'subject', text: 'Your task', sha256: sum('Your task') },
      { what: 'text', at: '2026-11-20T09:00:00Z', text: 'Please run npm install. 日本語 🦊', sha256: sum('Please run npm install. 日本語 🦊') },
    ]);
  });

  it('can be checked as a whole by whoever parses it', () => {
    const { record, sha256 } = JSON.parse(JSON.stringify(caseFile(facts, verdict, made), null, 2));
    expect(sha256).toBe(sum(JSON.stringify(record)));
  });

  it('holds the addresses, the times and the page', () => {
    const { record } = caseFile(facts, verdict, made);
    expect(record).toMatchObject({ made: made.at, by: '0.1.0', page: made.page, level: 'danger' });
    expect(record.addresses).toEqual([
      { what: 'sender.email', address: 'mara@larkspur-tasks.example' }, { what: 'links.url', address: 'https://larkspur-tasks.example/run' },
    ]);
  });

  it('tells a conversation entry by entry, and whose each is', () => {
    const thread = [{ from: 'them' as const, at: '2026-11-19', text: 'Hello' }, { from: 'me' as const, text: 'Hi' }, { from: 'them' as const, text: null }];
    const { record } = caseFile({ surface: 'linkedin-message', message: { text: 'Hello', thread } }, verdict, made);
    expect(record.texts.map(({ what, at, text }) => [what, at, text])).toEqual([['them', '2026-11-19', 'Hello'], ['me', undefined, 'Hi']]);
  });

  it('gives nothing away of what is remembered', () => {
    expect(JSON.stringify(caseFile(facts, verdict, made))).not.toContain('firstContact');
  });
});
