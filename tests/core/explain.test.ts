import { describe, expect, it } from 'vitest';
import type { Seen } from '../../utils/core/condition.ts';
import { explain } from '../../utils/core/explain.ts';
import type { Rule } from '../../utils/core/rule.ts';
import { speechOf, type Words } from '../../utils/core/speech.ts';

const rule = (why: string): Rule => ({
  id: 'a-rule', title: 'An English title', severity: 'low', theme: 'text', status: 'stable', since: '2026-01-01', when: { fact: 'surface', is: 'gmail' },
  why, rationale: 'An English reason.', normal: 'What is usual.', advice: 'What to do.', references: [],
});
const told = (why: string, seen: readonly Seen[], words: Partial<Words> = {}) =>
  explain(rule('An English sentence.'), seen, 0, speechOf({ language: 'ja', quotes: ['「', '」', '『', '』'], rules: { 'a-rule': { why } }, ...words }));

describe('explain', () => {
  it('says in English what has no words in the other language, sentence by sentence', () => {
    const { why, title, rationale } = told('日本語の文です。', []);
    expect([why, title, rationale]).toEqual(['日本語の文です。', 'An English title', 'An English reason.']);
  });

  it('puts the quotation marks of the language around words, and others inside', () => {
    expect(told('相手は{message.text}と書きました。', [{ fact: 'message.text', value: '「急ぎ」で"ok"' }]).why)
      .toBe('相手は「\u2068『急ぎ』で\'ok\'\u2069」と書きました。');
  });

  it('tells a month as the language does', () => {
    expect(told('{profile.joinedTo}までに作られました。', [{ fact: 'profile.joinedTo', value: '2024-05-12' }]).why).toBe('2024年5月までに作られました。');
  });

  it('tells two days of one month as days, and of two months as months', () => {
    const between = (from: string, to: string) =>
      told('{profile.joinedFrom}から{profile.joinedTo}まで', [{ fact: 'profile.joinedFrom', value: from }, { fact: 'profile.joinedTo', value: to }]).why;
    expect(between('2024-05-02', '2024-05-12')).toBe('2024年5月2日から2024年5月12日まで');
    expect(between('2024-05-02', '2024-06-12')).toBe('2024年5月から2024年6月まで');
  });

  it('says a code of ours in words, and no word of the page', () => {
    const words = { values: { kind: { archive: '圧縮ファイル' } } };
    expect(told('種類：{links.kind}、{links.host}', [{ fact: 'links.kind', value: 'archive' }, { fact: 'links.host', value: 'archive' }], words).why)
      .toBe('種類：圧縮ファイル、archive');
  });

  it('gives a value its words for the list of what was seen', () => {
    const words = { values: { kind: { archive: '圧縮ファイル' }, truth: { false: 'いいえ' } } };
    const { seen } = told('何か。', [{ fact: 'links.kind', value: 'archive' }, { fact: 'sender.verified', value: false }, { fact: 'links.host', value: 'a.example' }], words);
    expect(seen.map(({ said }) => said)).toEqual(['圧縮ファイル', 'いいえ', undefined]);
  });

  it('puts the word behind a number into the form the language asks for', () => {
    const plurals = { 'дні': { one: 'день', few: 'дні', many: 'днів' } };
    const days = (value: number) => told('Минуло {known.daysKnown} дні тому.', [{ fact: 'known.daysKnown', value }], { language: 'uk', plurals }).why;
    expect([days(1), days(3), days(5)]).toEqual(['Минуло 1 день тому.', 'Минуло 3 дні тому.', 'Минуло 5 днів тому.']);
    expect(explain(rule('It is {known.daysKnown} days old.'), [{ fact: 'known.daysKnown', value: 1 }], 0).why).toBe('It is 1 day old.');
  });

  it('leaves a word alone that stands behind no number', () => {
    expect(told('{links.host} days', [{ fact: 'links.host', value: '1' }], { language: 'en', plurals: { days: { one: 'day' } } }).why).toBe('1 days');
  });

  it('says names inside a code at their places', () => {
    const words = { values: { by: { '* setting *': 'ajuste de *: *' } } };
    const { why } = told('{by} runs.', [{ fact: 'by', value: 'VS Code setting git.path' }], words);
    expect(why).toBe('「ajuste de VS Code: git.path」 runs.');
  });

  it('takes no name of the language for a word', () => {
    const words = { values: { how: { packed: 'x' } } };
    expect(told('{how}', [{ fact: 'how', value: 'constructor' }], words).why).toBe('constructor');
  });
});
