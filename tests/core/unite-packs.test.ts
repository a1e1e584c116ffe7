import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJudge, type Knowledge } from '../../utils/core/judge.ts';
import { hashedList, readableList } from '../../utils/core/named-list.ts';
import { HashSet } from '../../utils/core/hash-set.ts';
import { marks } from '../../utils/core/fact-paths.ts';
import { severities, themes, type Condition, type Rule } from '../../utils/core/rule.ts';
import { levels } from '../../utils/core/score.ts';
import { english } from '../../utils/core/speech.ts';
import { ownRuleId, uniteSpeech, withOwnPacks, type OwnPack } from '../../utils/core/unite-packs.ts';
import { baseKnowledge } from '../base-knowledge.ts';
import { anyFacts } from './facts-arbitrary.ts';

const rule = (id: string, when: Condition, change: Partial<Rule> = {}): Rule => ({
  id, title: 'A rule for tests', severity: 'high', theme: 'text', status: 'stable', since: '2026-01-01', when,
  why: 'Somebody said so.', rationale: 'It is a test.', normal: 'It is a test.', advice: 'It is a test.', references: [], ...change,
});
const base: Knowledge = {
  rules: [rule('on-no-list', { all: [{ fact: 'sender.domain', known: true }, { not: { fact: 'sender.domain', in: 'trusted' } }] }), rule('on-a-list', { fact: 'sender.domain', in: 'reported' })],
  lists: { trusted: readableList(['good.example'], 'host', false), reported: hashedList(HashSet.from(['bad.example']).bytes(), 'host', true) },
  sites: new Map(), anchors: [], companies: { owned: new Set() } as unknown as Knowledge['companies'],
};
const from = (domain: string) => ({ surface: 'gmail' as const, sender: { email: `dana@${domain}` } });
const said = (packs: OwnPack[], domain: string) => createJudge(withOwnPacks(base, packs))(from(domain)).findings.map((finding) => finding.rule);

describe('unite-packs', () => {
  it('lets a list of indicators grow for the public rules too', () => {
    const own = { id: 'orchard', rules: [], lists: { reported: readableList(['worse.example'], 'host', true) } };
    expect([said([own], 'worse.example'), said([own], 'bad.example')]).toEqual([['on-a-list', 'on-no-list'], ['on-a-list', 'on-no-list']]);
  });

  it('never lets a list grow that quiets a public rule', () => {
    const lists = { trusted: readableList(['attack.example'], 'host', false) };
    const own = { id: 'orchard', rules: [rule('on-ours', { fact: 'sender.domain', in: 'trusted' })], lists };
    expect(said([own], 'attack.example')).toEqual(['on-no-list', 'orchard--on-ours']);
    expect(said([{ ...own, lists: { trusted: { ...lists.trusted, indicators: true } } }], 'attack.example')).toEqual(['on-no-list', 'orchard--on-ours']);
  });

  it('lets rules of an own pack ask public lists', () => {
    expect(said([{ id: 'orchard', rules: [rule('on-theirs', { fact: 'sender.domain', in: 'trusted' })], lists: {} }], 'good.example')).toEqual(['orchard--on-theirs']);
  });

  it('keeps packs apart that name their rules and lists alike', () => {
    const pack = (id: string, domain: string): OwnPack => ({ id, rules: [rule('on-ours', { fact: 'sender.domain', in: 'ours' })], lists: { ours: readableList([domain], 'host', false) } });
    expect(said([pack('a', 'x.example'), pack('b', 'y.example')], 'y.example')).toEqual(['b--on-ours', 'on-no-list']);
  });

  it('refuses a list that is compared in another way', () => {
    expect(() => withOwnPacks(base, [{ id: 'a', rules: [], lists: { reported: readableList(['x'], 'value', true) } }])).toThrow(/list of hosts|one of hosts/);
  });

  it('gives each rule the words of its own pack', () => {
    const words = (why: string) => ({ ...english, wordsOf: (id: string) => (id === 'says-hello' ? { why } : undefined) });
    const speech = uniteSpeech(words('public'), new Map([['a-b', words('ours')]]));
    expect(['says-hello', ownRuleId('a-b', 'says-hello'), ownRuleId('c', 'says-hello')].map((id) => speech.wordsOf(id)?.why)).toEqual(['public', 'ours', undefined]);
  });

  it('never lowers what the public rules say, whatever an own pack holds', () => {
    const knowledge = baseKnowledge();
    const alone = createJudge(knowledge);
    const names = Object.keys(knowledge.lists);
    const anyRule = fc.record({
      severity: fc.constantFrom(...severities), theme: fc.constantFrom(...themes), mark: fc.option(fc.constantFrom(...marks), { nil: undefined }),
      when: fc.constantFrom<Condition>({ fact: 'message.text', known: true }, { fact: 'sender.name', known: false }, { not: { fact: 'sender.domain', in: 'free-mail' } }),
    });
    const anyPack = fc.record({ rules: fc.array(anyRule, { maxLength: 3 }), list: fc.constantFrom(...names), members: fc.array(fc.constantFrom('talent.example', 'linkedin.com', 'gmail.com')) });
    // Compiling takes most of a second: few packs, many facts.
    for (const { rules, list, members } of fc.sample(anyPack, 4)) {
      const own = {
        id: 'orchard', lists: { [list]: readableList(members, knowledge.lists[list]!.match, knowledge.lists[list]!.indicators) },
        rules: rules.map(({ mark, ...one }, i) => rule(`own-${i}`, one.when, mark ? { ...one, severity: 'info', sets: mark } : one)),
      };
      const together = createJudge(withOwnPacks(knowledge, [own]));
      fc.assert(fc.property(anyFacts, (facts) => {
        const [before, after] = [alone(facts), together(facts)];
        expect(levels.indexOf(after.level)).toBeGreaterThanOrEqual(levels.indexOf(before.level));
        expect(after.findings.map((finding) => finding.rule)).toEqual(expect.arrayContaining(before.findings.map((finding) => finding.rule)));
      }), { numRuns: 40 });
    }
  });
});
