import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { deriveEvidence } from '../../utils/core/evidence.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { textLimit } from '../../utils/core/limits.ts';
import { factPaths } from '../../utils/core/fact-paths.ts';
import { anyFacts } from './facts-arbitrary.ts';
import { processorTime } from '../processor-time.ts';

const tables = baseKnowledge();
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

  it.each([
    ['Join: https://zoom.us/j/1 (video)', 'zoom.us'], ['→ www.zoom.us', 'www.zoom.us'], ['ｈｔｔｐｓ://zoom.us', 'zoom.us'], ['https://zoom\u2024us/j/1', 'zoom.us'],
    ['https://medium.com/@dana', 'medium.com'], ['coinbase.io', 'coinbase.io'], ['zооm.us/j/1', 'zoom.us'], ['phantom.app', 'phantom.app'],
  ])('reads %s as a promise of %s', (text, shownHost) => {
    expect(link('https://evil.example/x', text)).toMatchObject({ shownHost, shownElsewhere: true });
  });

  it.each(['dana@zoom.us', 'task.zip', 'README.md', '8.5/10', 'Ask dana@zoom.us today', 'on zoom.us today', 'eval.py/hire.py'])('reads %s as no promise', (text) => {
    expect(link('https://evil.example/x', text)).toMatchObject({ shownElsewhere: false });
    expect(link('https://evil.example/x', text).shownHost).toBeUndefined();
  });

  it('takes a bare name for the company, wherever its own site stands', () => {
    expect(link('https://www.amazon.jobs/en/1', 'Amazon.com').shownElsewhere).toBe(false);
    expect(link('https://evil.example/', 'Amazon.com').shownElsewhere).toBe(true);
    expect(link('https://amazon.vercel.app/', 'Amazon.com').shownElsewhere).toBe(true);
    expect(link('https://www.amazon.jobs/', 'https://amazon.com').shownElsewhere).toBe(true);
  });

  it('sees no contradiction in a domain spelled in its own letters', () => {
    expect(link('https://xn--bcher-kva.de/', 'www.bücher.de').shownElsewhere).toBe(false);
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

  it.each(['eval.py/hire.py', 'Interview.js/Quiz.js', 'README.md/setup.sh', 'setup.sh/deploy.sh', 'task.zip', 'dana.com.jobs@mail.example'])(
    'takes %s for words', (words) => expect(derive({ message: { text: `Open ${words} please.` } }).links).toEqual([]));

  it.each(['t.me/name', 'wa.me/1', 'bit.ly/x', 'northwind.com', 'https://northwind.example/setup.sh'])(
    'takes %s for an address', (address) => expect(derive({ message: { text: `Open ${address}, please.` } }).links).toMatchObject([{ url: address }]));

  it('keeps both ends of a list that is too long', () => {
    const links = Array.from({ length: 1_000 }, (_, i) => ({ url: `https://l.example/${i}` }));
    const kept = derive({ links }).links!.map(({ path }) => path);
    expect([kept.length, kept[0], kept[99], kept[100], kept[199]]).toEqual([200, '/0', '/99', '/900', '/999']);
  });

  it('counts a link that is repeated to fill the list once', () => {
    const padding = (length: number) => Array.from({ length }, () => ({ url: 'https://l.example/' }));
    const { links } = derive({ links: [...padding(300), { url: 'https://real.example/' }, ...padding(300)] });
    expect(links!.map(({ host }) => host)).toEqual(['l.example', 'real.example']);
  });

  it('calls a numbered paper no archive', () => {
    expect(link('https://doi.example/10.1016/j.cell.2020.01.001').kind).toBe('site');
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
    const { message } = derive({ message: { subject: 'Role', text: 'Second', wholeThread: true, thread: [{ from: 'them', text: 'First' }, { from: 'me', text: 'Mine' }, { from: 'them', text: 'Second' }] } });
    expect(message).toMatchObject({ text: 'Role\nFirst\nSecond', received: 2, replied: 1 });
  });

  it('counts no messages of a conversation whose beginning was not seen', () => {
    expect(derive({ message: { thread: [{ from: 'them', text: 'First' }] } }).message).toMatchObject({ received: undefined, replied: undefined });
  });

  it('knows the newest thing they wrote to its end, or not at all', () => {
    const long = `${'A word about our house. '.repeat(40)}As said in our call.`;
    expect(derive({ message: { text: long } }).message.latest).toBe(long);
    expect(derive({ message: { text: 'x'.repeat(textLimit - 1) } }).message.latest).toBeUndefined();
  });

  it('judges both ends of a text that is too long', () => {
    const { message } = derive({ message: { text: `clone it ${'x'.repeat(10_000_000)} run this` } });
    expect((message.text as string).length).toBe(textLimit);
    expect(message.text).toMatch(/^clone it x+\nx+ run this$/);
  });
});

describe('sender and headers', () => {
  it('says when answers go elsewhere', () => {
    const facts = { sender: { email: 'dana@northwind.example' }, headers: { replyTo: 'dana@gmail.com', authenticationResults: 'mx; spf=fail smtp.mailfrom=x; dkim=pass' } };
    expect(derive(facts).headers).toMatchObject({ replyElsewhere: true, replyDomain: 'gmail.com', spf: 'fail', dkim: 'pass' });
  });

  const results = (authenticationResults: string) => derive({ headers: { authenticationResults } }).headers;

  it.each([
    ['mx; spf=fail (mx: domain of a; dkim=pass; dmarc=pass) smtp.mailfrom=x', { spf: 'fail', dkim: undefined, dmarc: undefined }],
    ['mx; spf=fail smtp.mailfrom="; dkim=pass;"@evil.example', { spf: 'fail', dkim: undefined }],
    ['mx; spf=fail smtp.mailfrom=dkim=pass@evil.example', { spf: 'fail', dkim: undefined }],
    ['mx; x-dkim=pass; dmarc=fail (a (nested) one; spf=pass) header.from=x', { spf: undefined, dkim: undefined, dmarc: 'fail' }],
    [`mx; x=${'y'.repeat(2_000)}; DKIM = Pass`, { dkim: 'pass' }],
  ])('reads only results of %s', (header, expected) => expect(results(header)).toMatchObject(expected));

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
    ['a.exe.', 'program', false], ['a.exe\u200b', 'program', false], ['a.exe . .', 'program', false], ['Offer.pdf.exe.', 'program', true],
    [`a.exe${' '.repeat(600)}`, 'program', false], ['console.msc', 'program', false], ['start.jnlp', 'program', false], ['x.settingcontent-ms', 'shortcut', false], ['x.appref-ms', 'shortcut', false],
    ['x.mjs', 'script', false], ['x.terminal', 'script', false], ['x.mobileconfig', 'shortcut', false], ['x.vsix', 'program', false],
    ['book.xlsb', 'macro-document', false], ['disk.wim', 'disk-image', false], ['task.001', 'archive', false], ['task.r00', 'archive', false],
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

  it.each([['2026-11-14', 7], ['2026-10', 21], ['2025', 325], ['yesterday', undefined]])('counts the days since %s, at the least', (connectedSince, days) => {
    expect(derive({ seenAt, profile: { connectedSince } }).profile.connectedDays).toBe(days);
  });

  it('takes neither where they contradict', () => {
    expect(derive({ seenAt, profile: { memberNumber: 412_345_678, joined: '2025' } }).profile.joinedFrom).toBeUndefined();
  });

  it.each([{ joined: '2026-ab' }, { joined: '9999-99-99' }, { memberNumber: 1e300 }, { memberNumber: Number.MAX_SAFE_INTEGER }, { memberNumber: -1.5 }])(
    'knows no join date from %o', (profile) => expect(derive({ seenAt, profile }).profile.joinedFrom).toBeUndefined());

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

/** A budget that a linear reading keeps fifty times over and a quadratic one fails. */
const budgetMs = 300;
const long = (piece: string) => piece.repeat(Math.ceil(20_000 / piece.length));

describe('hostile input', () => {
  it.each([
    ['punctuation after an address', { message: { text: `https://a.example/${long('!')}x` } }],
    ['labels before an @', { message: { text: `${long('com.')}com@` } }],
    ['dots and words', { message: { text: long('a.') } }], ['hyphens', { message: { text: long('a-') } }], ['schemes', { message: { text: long('http://') } }],
    ['many addresses', { message: { text: long('t.me/a ') } }],
    ['a name like an address', { sender: { name: long('a.'), email: 'a@b.example' } }],
    ['an address of ends', { sender: { email: `a@${long('> ')}x` } }], ['a reply address of ends', { headers: { replyTo: `a@${long('>')}x`, returnPath: `a@${long('>')}x` } }],
    ['open comments', { headers: { authenticationResults: long('(') } }], ['a profile address', { sender: { name: 'Dana Example', profileUrl: `/in/${long('a-')}` } }],
    ['a headline', { sender: { headline: long('a '), company: long(' '), location: long('\t') } }], ['an identifier', { profile: { identifier: long('ACoAA') } }],
    ['a text of a link', { links: [{ url: 'https://a.example', text: long('a.') }] }], ['a wrapped link', { links: [{ url: `https://urldefense.com/v3/__${long('__;')}` }] }],
    ['a file name', { files: [{ name: `a${long('. ')}` }, { name: `${long('.a ')}` }] }],
  ])('is judged in time: %s', (_, facts) => {
    const start = processorTime();
    derive(facts);
    expect(processorTime() - start).toBeLessThan(budgetMs);
  });
});

function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, path));
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
  return [path.join('.')];
}
