import { describe, expect, it } from 'vitest';
import { indexCompanies } from '../../utils/core/company-table.ts';
import { createJudge, type Knowledge } from '../../utils/core/judge.ts';
import { faultsOf, TestedRule, type Condition } from '../../utils/core/rule.ts';
import type { Facts } from '../../utils/core/facts.ts';

const aCase = { name: 'an example case', facts: { surface: 'text' as const } };
const rule = (when: Condition, more: Partial<TestedRule> = {}): TestedRule => ({
  id: 'an-example-rule', title: 'An example rule', severity: 'high', theme: 'text', status: 'stable', since: '2026-11-21', when,
  why: 'This was seen.', rationale: 'Attackers do this.', normal: 'Others do too.', advice: 'Ask them first.', references: [],
  tests: { match: [aCase, aCase, aCase], pass: [aCase, aCase, aCase] }, ...more,
});
const knowledge = (...rules: TestedRule[]): Knowledge => ({ rules, lists: {}, sites: new Map(), anchors: [], companies: indexCompanies() });
const fires = (when: Condition, facts: Omit<Facts, 'surface'>) => createJudge(knowledge(rule(when)))({ surface: 'text', ...facts }).findings.length > 0;
const text = (words: string) => ({ message: { text: words } });

describe('TestedRule', () => {
  it('accepts a rule of the closed vocabulary', () => {
    expect(TestedRule.safeParse(rule({ fact: 'message.text', says: { en: ['hello'] } })).success).toBe(true);
  });

  it.each([
    ['an unknown word', { fact: 'message.text', contains: 'x' }], ['code', { eval: '1' }], ['two questions in one', { fact: 'a', is: 1, above: 2 }],
    ['an empty list', { all: [] }],
  ])('refuses %s', (_, when) => expect(TestedRule.safeParse(rule(when as never)).success).toBe(false));

  it('refuses a rule without near misses', () => {
    expect(TestedRule.safeParse(rule({ fact: 'message.text', says: ['x'] }, { tests: { match: [aCase, aCase, aCase], pass: [] } })).success).toBe(false);
  });
});

describe('faultsOf', () => {
  it('names a fact that does not exist', () => {
    expect(faultsOf(rule({ fact: 'sender.mood', is: 'bad' }))[0]).toContain('sender.mood');
    expect(faultsOf(rule({ some: 'links', where: { fact: 'colour', is: 'red' } }))[0]).toContain('links.colour');
  });

  it('refuses to build on what may not have been seen', () => {
    expect(faultsOf(rule({ not: { fact: 'message.text', says: ['x'] } }))).toHaveLength(1);
    expect(faultsOf(rule({ not: { fact: 'message.offers.daily-pay', is: true } }))).toHaveLength(1);
    expect(faultsOf(rule({ fact: 'message.asks.pay-money', is: false }))).toHaveLength(1);
    expect(faultsOf(rule({ not: { some: 'links', where: { fact: 'kind', is: 'site' } } }))).toHaveLength(1);
    expect(faultsOf(rule({ some: 'links', where: { not: { fact: 'kind', is: 'site' } } }))).toEqual([]);
  });

  it.each([[['']], [['...']], [['*x']], [['a ... b ... c ... d']]])('refuses the phrases %j', (says) => {
    expect(faultsOf(rule({ fact: 'message.text', says }))).toHaveLength(1);
  });

  it('keeps patterns off whole texts', () => {
    expect(faultsOf(rule({ fact: 'message.text', matches: 'work' }))[0]).toContain('use "says"');
  });

  it.each(['(?=look)ahead', '(a)\\1', '('])('refuses the pattern %s, which RE2 cannot read or which could run for ever', (matches) => {
    expect(faultsOf(rule({ fact: 'sender.host', matches }))[0]).toContain(matches);
  });

  it('knows no list named like a part of the language', () => {
    expect(() => createJudge(knowledge(rule({ fact: 'links.host', in: 'constructor' })))).toThrow('no list "constructor"');
  });

  it('lets a mark neither judge nor ask for another mark', () => {
    const marking = rule({ fact: 'message.about.work', is: true }, { sets: 'message.asks.run-code' });
    expect(faultsOf(marking)).toHaveLength(2);
  });
});

describe('a condition', () => {
  it('never fires on a fact that was not seen', () => {
    for (const when of [{ fact: 'sender.verified', is: false }, { not: { fact: 'sender.verified', is: true } }, { fact: 'sender.verified', known: false }] as Condition[]) {
      expect(fires(when, {})).toBe(false);
    }
    expect(fires({ fact: 'sender.verified', is: false }, { sender: { verified: false } })).toBe(true);
  });

  it('asks several things of the same link', () => {
    const when: Condition = { some: 'links', where: { all: [{ fact: 'scheme', is: 'http' }, { fact: 'host', is: 'b.example' }] } };
    expect(fires(when, { links: [{ url: 'http://a.example' }, { url: 'https://b.example' }] })).toBe(false);
    expect(fires(when, { links: [{ url: 'http://b.example' }] })).toBe(true);
  });

  it('counts soft signals', () => {
    const when: Condition = { atLeast: 2, of: ['one', 'two', 'three'].map((word) => ({ fact: 'message.text', says: [word] })) };
    expect([fires(when, text('one')), fires(when, text('one three'))]).toEqual([false, true]);
  });

  it('survives facts named like parts of the language', () => {
    for (const word of ['constructor', '__proto__', 'toString']) expect(fires({ fact: `sender.${word}`, is: 'x' }, { sender: { name: word } })).toBe(false);
  });

  it('reports what would have been asked and was not seen', () => {
    const judge = createJudge(knowledge(rule({ fact: 'sender.verified', is: false })));
    expect(judge({ surface: 'linkedin-profile' }).unknown).toEqual(['sender.verified']);
    expect(judge({ surface: 'gmail' }).unknown).toEqual([]);
  });

  it('names a list that the pack does not hold', () => {
    expect(() => createJudge(knowledge(rule({ fact: 'links.host', in: 'no-such-list' })))).toThrow('no-such-list');
  });
});

describe('an explanation', () => {
  it('says the month of an estimated day', () => {
    const judge = createJudge({ ...knowledge(rule({ fact: 'profile.joinedTo', known: true }, { why: 'It was made before {profile.joinedTo}.' })) });
    expect(judge({ surface: 'text', profile: { joined: '2014-10-15' } }).findings[0]!.why).toBe('It was made before October 2014.');
  });

  it('sets somebody else\'s words apart, and shows the end of a long name', () => {
    const judge = createJudge(knowledge(rule({ some: 'files', where: { fact: 'kind', is: 'program' } }, { why: 'The file {files.name} runs.', when: { some: 'files', where: { all: [{ fact: 'kind', is: 'program' }, { fact: 'name', known: true }] } } })));
    const name = `notes "checked" and found to be in order by those who know ${'x'.repeat(90)}.pdf.exe`;
    expect(judge({ surface: 'text', files: [{ name }] }).findings[0]!.why).toMatch(/^The file “notes 'checked' and .*….*\.pdf\.exe” runs\.$/);
  });

  it('keeps its quotation marks outside of words that run from right to left', () => {
    const judge = createJudge(knowledge(rule({ fact: 'sender.name', known: true }, { why: 'The name {sender.name} was seen.' })));
    expect(judge({ surface: 'text', sender: { name: 'نور سالم' } }).findings[0]!.why).toBe('The name “\u2068نور سالم\u2069” was seen.');
  });

  it.each(['2026-11-21Tasks.exe', '2026-99-99', '2026-11-21T', '\u2068', '{files.name}', '$&'])('puts the file name %s into a sentence', (name) => {
    const judge = createJudge(knowledge(rule({ fact: 'files.name', known: true }, { why: 'The file {files.name} runs.' })));
    expect(judge({ surface: 'text', files: [{ name }] }).findings[0]!.why).toMatch(/^The file .* runs\.$/);
  });

  it('quotes what stands on the page and cannot be rewritten by it', () => {
    const judge = createJudge(knowledge(rule({ fact: 'sender.name', known: true }, { why: 'The name {sender.name} was seen.' })));
    expect(judge({ surface: 'text', sender: { name: '<b>Dana\u202E\u0000</b>' } }).findings[0]!.why).toBe('The name “<b>Dana </b>” was seen.');
  });
});
