import { createJudge, type Judge, type Knowledge } from '../core/judge.ts';
import type { TestedRule } from '../core/rule.ts';
import { unwritten, unwrittenIn } from './rule-template.ts';

/** A case of a rule that does not hold, in a sentence. */
export interface FailedCase {
  readonly rule: string;
  readonly sentence: string;
}

/**
 * Runs every rule's own cases. `match` must make the rule fire, or set its mark when it has `sets`; `pass`
 * must not.
 * Drafts are judged like rules on trial; retired rules are left out. `others` are rules whose marks may be
 * needed.
 */
export function failedCases(
  rules: readonly TestedRule[],
  knowledge: Knowledge,
  others: readonly TestedRule[] = [],
): FailedCase[] {
  const usable = rules.filter(({ status }) => status !== 'retired').map(asUsed);
  const ids = new Set(usable.map(({ id }) => id));
  const all = [...usable, ...others.filter(({ id }) => !ids.has(id))];
  const together = createJudge({ ...knowledge, rules: all });
  return usable.flatMap((rule) => {
    const [place] = unwrittenIn(rule);
    if (place !== undefined) return [{ rule: rule.id, sentence: `is not written yet: ${place} says ${unwritten}` }];
    // Another rule may set the same mark, so a rule that sets one is judged alone.
    const judge = rule.sets ? createJudge({ ...knowledge, rules: [rule] }) : together;
    return failuresOf(rule, judge);
  });
}

const asUsed = (rule: TestedRule): TestedRule => (rule.status === 'draft' ? { ...rule, status: 'trial' } : rule);

function failuresOf(rule: TestedRule, judge: Judge): FailedCase[] {
  const fires = (facts: Parameters<Judge>[0]) => {
    const { asks, findings } = judge(facts);
    return rule.sets ? asks.includes(rule.sets) : findings.some((finding) => finding.rule === rule.id);
  };
  const verb = rule.sets ? `set ${rule.sets}` : 'fire';
  const missed = rule.tests.match
    .filter(({ facts }) => !fires(facts))
    .map(({ name }) => `"${name}" must ${verb} and does not`);
  const wrong = rule.tests.pass
    .filter(({ facts }) => fires(facts))
    .map(({ name }) => `"${name}" must not ${verb} and does`);
  return [...missed, ...wrong].map((sentence) => ({ rule: rule.id, sentence }));
}
