import { describe, expect, it } from 'vitest';
import { baseKnowledge } from './base-knowledge.ts';
import { readRules } from '../utils/cli/build-pack.ts';
import { assetsFolder } from '../utils/cli/load-knowledge.ts';
import { createJudge } from '../utils/core/judge.ts';
import { faultsOf, themes, type TestedRule } from '../utils/core/rule.ts';

const knowledge = baseKnowledge();
const judge = createJudge(knowledge);
const rules = readRules(`${assetsFolder}/rules`);
/** Each case is asked about twice. */
const judgeOnce = once(judge);

function once<Facts extends object, Verdict>(work: (facts: Facts) => Verdict): (facts: Facts) => Verdict {
  const done = new Map<Facts, Verdict>();
  return (facts) => {
    const verdict = done.get(facts) ?? work(facts);
    done.set(facts, verdict);
    return verdict;
  };
}

/** What a rule says about facts: its finding, or its mark. */
function says(rule: TestedRule, facts: TestedRule['tests']['match'][number]['facts']): boolean {
  const { findings, asks } = judgeOnce(facts);
  return rule.sets ? asks.includes(rule.sets) : findings.some((finding) => finding.rule === rule.id);
}

describe('the base pack', () => {
  it('holds at least forty rules over every theme', () => {
    const judging = rules.filter(({ sets }) => !sets);
    expect(judging.length).toBeGreaterThanOrEqual(40);
    expect(new Set(judging.map(({ theme }) => theme))).toEqual(new Set(themes));
  });

  it('sets every mark that rules ask for', () => {
    const set = new Set(rules.map((rule) => rule.sets));
    const asked = JSON.stringify(rules.map(({ when }) => when)).match(/"(?:message\.(?:asks|about)|sender\.role)\.[a-z-]+"/g) ?? [];
    expect(asked.map((mark) => mark.slice(1, -1)).filter((mark) => !set.has(mark as never))).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.tests.match)('matches: $name', ({ facts }) => expect(says(rule, facts)).toBe(true));

  // A mark may be set by another rule too: only its own rule is asked whether it stays silent.
  it.each(rule.tests.pass)('stays silent: $name', ({ facts }) => {
    const alone = rule.sets ? createJudge({ ...knowledge, rules: [rule] }) : judge;
    const { findings, asks } = alone(facts);
    expect(rule.sets ? asks.includes(rule.sets) : findings.some((finding) => finding.rule === rule.id)).toBe(false);
  });

  it('has no fault that the schema cannot see', () => expect(faultsOf(rule)).toEqual([]));

  it('fills every place of its sentence with what was seen', () => {
    // A mark's own sentence is for readers of rules; it is never shown with a finding.
    if (rule.sets) return;
    for (const { facts } of rule.tests.match) {
      const why = judgeOnce(facts).findings.find((finding) => finding.rule === rule.id)?.why;
      expect(why).not.toContain('…');
    }
  });

  it('speaks of conduct, never of the person, and promises nothing', () => {
    const words = [rule.title, rule.why, rule.rationale, rule.normal, rule.advice].join(' ');
    expect(words).not.toMatch(/\b(?:fake (?:person|recruiter|profile|account)|scammer|fraudster|criminal|is safe|100 ?%|guarantee)\b/i);
    expect(words).not.toMatch(/[\p{Cf}\p{Cc}]/u);
  });
});
