import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../utils/cli/load-knowledge.ts';
import { deriveEvidence } from '../../utils/core/evidence.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { textLimit } from '../../utils/core/limits.ts';
import { factPaths } from '../../utils/core/fact-paths.ts';
import { anyFacts } from './facts-arbitrary.ts';

const tables = loadKnowledge();
const derive = (facts: Omit<Facts, 'surface'>) => deriveEvidence({ surface: 'linkedin-message', ...facts }, tables);
const link = (url: string, text?: string) => derive({ links: [{ url, text }] }).links![0]!;

describe('links', () => {
  it.each([
    ['https://github.com/Northwind-Lab/Wallet-Check.git', 'repository', 'github.com/northwind-lab/wallet-check'],
    ['https://bitbucket.org/northwind/task/src/main/', 'repository', 'bitbucket.org/northwind/task'],
    ['https://github.com/northwind/task/archive/refs/heads/main.zip', 'archive', 'github.com/northwind/task'],
  ])('names the repository of %s', (url, kind, repository) => {
    expect(link(url)).toMatchObject({ kind, repository });
  });

  it.each([
    ['https://github.com/features/actions', 'site'], ['https://docs.google.com/forms/d/e/x', 'form'], ['https://docs.google.com/document/d/x', 'document'],
    ['https://us02web.zoom.us/j/1', 'meeting'], ['https://files.example/task.zip', 'archive'], ['https://files.example/setup.msi', 'program'],
    ['https://t.me/someone', 'chat'], ['https://bit.ly/x', 'shortener'], ['https://something.vercel.app/', 'hosting'], ['https://app.hackerrank.com/x', 'assessment'],
    ['https://www.npmjs.com/package/@northwind/kit', 'package'], ['https://northwind.example/', 'site'],
  ])('calls %s a %s', (url, kind) => expect(link(url).kind).toBe(kind));

  it('judges shared hosting by the whole host', () => {
    expect(link('https://demo-wallet.vercel.app/')).toMatchObject({ domain: 'demo-wallet.vercel.app', isShared: true });
  });

  it('notices that the text shows another domain', () => {
    expect(link('https://evil.example/x', 'https://zoom.us/j/1')).toMatchObject({ shownHost: 'zoom.us', shownElsewhere: true });
  });

  it('takes no wrapper for a contradiction', () => {
    const wrapped = 'https://www.linkedin.com/safety/go?url=https%3A%2F%2Fzoom%2Eus%2Fj%2F1';
    expect(link(wrapped, 'zoom.us/j/1').shownElsewhere).toBe(false);
    expect(link('https://lnkd.in/abc', 'zoom.us/j/1')).toMatchObject({ hidden: true });
    expect(link('https://lnkd.in/abc', 'zoom.us/j/1').shownElsewhere).toBeUndefined();
  });

  it('finds addresses that stand in the text as words, each once', () => {
    const { links } = derive({ message: { text: 'See https://a.example/x, t.me/name and www.b.example. Not Node.js, setup.sh or me@c.com.' }, links: [{ url: 'https://a.example/x' }] });
    expect(links!.map(({ url }) => url)).toEqual(['https://a.example/x', 't.me/name', 'www.b.example']);
  });

  it('leaves mail addresses and telephone numbers out', () => {
    expect(derive({ links: [{ url: 'mailto:dana@a.example' }, { url: 'tel:+491' }] }).links).toEqual([]);
  });

  it('keeps what cannot be read as an address', () => {
    expect(link('https://%%%')).toEqual({ url: 'https://%%%', text: undefined, hidden: false });
    expect(link('javascript:alert(1)')).toMatchObject({ scheme: 'javascript' });
  });
});

describe('message', () => {
  it('joins subject, their part of the thread and the text, each once', () => {
    const { message } = derive({ message: { subject: 'Role', text: 'Second', thread: [{ from: 'them', text: 'First' }, { from: 'me', text: 'Mine' }, { from: 'them', text: 'Second' }] } });
    expect(message).toMatchObject({ text: 'Role\nFirst\nSecond', received: 2, replied: 1 });
  });

  it('judges the end of a text that is too long', () => {
    const { message } = derive({ message: { text: `${'x'.repeat(10_000_000)} run this` } });
    expect((message.text as string).length).toBe(textLimit);
    expect(message.text).toMatch(/run this$/);
  });
});

describe('sender and headers', () => {
  it('says when answers go elsewhere', () => {
    const facts = { sender: { email: 'dana@northwind.example' }, headers: { replyTo: 'dana@gmail.com', authenticationResults: 'mx; spf=fail smtp.mailfrom=x; dkim=pass' } };
    expect(derive(facts).headers).toMatchObject({ replyElsewhere: true, replyDomain: 'gmail.com', spf: 'fail', dkim: 'pass' });
  });

  it('knows nothing about answers when one side was not seen', () => {
    expect(derive({ headers: { replyTo: 'dana@gmail.com' } }).headers.replyElsewhere).toBeUndefined();
  });

  it('sees an address in the display name', () => {
    expect(derive({ sender: { name: 'hr@bank.example via mail', email: 'x@other.example' } }).sender.nameAddressDiffers).toBe(true);
  });
});

describe('files', () => {
  it.each([
    ['Offer.pdf.lnk', 'shortcut', true], ['Offer.pdf', 'document', false], ['task.tar.gz', 'archive', false], ['run.command', 'script', false],
    ['\u202Efdp.exe', 'program', true], ['cv.docm', 'macro-document', false], ['photo.jpg.exe', 'program', true], ['readme', 'other', false],
  ])('reads %s as %s', (name, kind, isDisguised) => {
    expect(derive({ files: [{ name }] }).files![0]).toMatchObject({ kind, isDisguised });
  });
});

describe('profile', () => {
  const seenAt = '2026-11-21T10:00:00Z';
  const photo = { url: 'https://media.licdn.com/dms/image/v2/D4E/profile-displayphoto-scale_400_400/B4/0/1793348062417?e=1&v=beta' };

  it('dates the account from a default address and the photo from its own', () => {
    const { profile } = derive({ seenAt, sender: { profileUrl: 'https://www.linkedin.com/in/dana-example-b7a115b6/' }, profile: { photo } });
    expect(profile).toMatchObject({ memberNumber: 412_345_678, photo: { kind: 'display', ageDays: 22 } });
    expect((profile.photo as { daysAfterJoining: number }).daysAfterJoining).toBeGreaterThan(3_000);
  });

  it('believes the page where it states a date the number allows', () => {
    const { profile } = derive({ seenAt, profile: { memberNumber: 412_345_678, joined: '2015-03' } });
    expect(profile).toMatchObject({ joinedFrom: '2015-03-01', joinedTo: '2015-03-31' });
  });

  it('takes neither where they contradict', () => {
    expect(derive({ seenAt, profile: { memberNumber: 412_345_678, joined: '2025' } }).profile.joinedFrom).toBeUndefined();
  });

  it('has no age without knowing when it was seen', () => {
    expect(derive({ profile: { memberNumber: 412_345_678 } }).profile.ageDaysMost).toBeUndefined();
  });

  it.each([
    ['dana-example-b7a115b6', 'Dana Example', false], ['marcotoothcare', 'Lena Smith', true], ['dana-muster', 'Dana Example', false], ['x', 'Dana Example', undefined],
    ['yamada-taro', '山田太郎', undefined],
  ])('compares the address %s with the name %s', (slug, name, differs) => {
    expect(derive({ sender: { name, profileUrl: `https://www.linkedin.com/in/${slug}/` } }).profile.slugDiffers).toBe(differs);
  });
});

describe('deriveEvidence', () => {
  it('never throws and fills only fields a rule may name', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { surface: _, ...evidence } = deriveEvidence(facts, tables);
      for (const path of leaves(evidence)) expect(Object.keys(factPaths)).toContain(path);
    }), { numRuns: 300 });
  });
});

function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, path));
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  return [path.join('.')];
}
