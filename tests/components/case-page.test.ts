import { beforeAll, describe, expect, it, vi } from 'vitest';
import { casePage } from '../../components/case-page.ts';
import { caseFile } from '../../utils/core/case-file.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { exampleFinding } from './example-finding.ts';

vi.mock('#i18n', () => import('./english.ts'));

const hostile = '</title></pre><script>alert(1)</script><img src=x onerror="alert(1)">\' & <style>*{}</style>';
const facts: Facts = {
  surface: 'gmail', sender: { name: `${hostile}\u202Egpj.exe`, email: `"${hostile}"@mail.example`, headline: 'مارا كويل — مسؤولة توظيف' },
  message: { subject: hostile, text: `${hostile}\nSecond line\u200B`, sentAt: hostile }, links: [{ url: `https://larkspur-tasks.example/?q=${hostile}` }],
};
const finding = exampleFinding({ title: hostile, why: hostile, seen: [{ fact: 'message.text', value: hostile }] });
const made = { at: '2026-11-21T18:40:00.000Z', by: '0.1.0', page: `https://mail.google.com/${hostile}` };
const kept = caseFile(facts, { level: 'danger', score: 1, findings: [finding], asks: [], unknown: [] }, made);
let html: string;
let page: Document;

beforeAll(() => {
  html = casePage(kept);
  page = new DOMParser().parseFromString(html, 'text/html');
});

describe('casePage', () => {
  it('has no element that runs, loads or leads anywhere', () => {
    expect([...page.querySelectorAll('script, img, link, a, iframe, object, form, [src], [href], [onerror]')]).toEqual([]);
    expect(page.querySelectorAll('style')).toHaveLength(1);
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
  });

  it('shows hostile signs as the text they are', () => {
    expect([...page.querySelectorAll('pre')].map(({ textContent }) => textContent)[1]).toBe(hostile);
    expect(page.querySelector('title')?.textContent).toBe('What was seen');
  });

  it('lets nothing turn the text around or hide in it', () => {
    expect(html).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/);
    expect(page.body.textContent).toContain('⟨U+202E⟩gpj.exe');
    expect(page.body.textContent).toContain('Second line⟨U+200B⟩');
  });

  it('keeps a name apart that our own sentence kept apart, without signs around it', () => {
    const why = 'The mail names \u2068ماراكويل\u2069 as who writes.';
    const sentence = casePage(caseFile(facts, { level: 'danger', score: 1, findings: [exampleFinding({ why })], asks: [], unknown: [] }, made));
    expect(sentence).toContain('The mail names <bdi>ماراكويل</bdi> as who writes.');
  });

  it('says when it was made, of which page and by what', () => {
    const rows = [...page.querySelectorAll('dl > div')].map(({ textContent }) => textContent);
    expect(rows.slice(0, 3)).toEqual([`Made${made.at}`, 'Made withBonafide 0.1.0', `Page${made.page}`]);
  });

  it('leaves text from right to left its own direction', () => {
    expect([...page.querySelectorAll('pre')][0]).toMatchObject({ textContent: facts.sender!.headline, dir: 'auto' });
  });

  it('holds the record whole, so that its sum can be checked', () => {
    const record = JSON.parse([...page.querySelectorAll('pre')].at(-1)!.textContent!);
    expect(record).toEqual(JSON.parse(JSON.stringify(kept.record)));
    expect([...page.querySelectorAll('pre')].at(-2)!.textContent).toBe(kept.sha256);
  });
});
