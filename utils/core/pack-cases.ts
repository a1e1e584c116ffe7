import * as z from 'zod/mini';
import { Facts } from './facts.ts';
import type { Judge } from './judge.ts';
import { textLimit } from './limits.ts';
import { questionsOf } from './pack-limits.ts';
import { phrasesOf, type Rule } from './rule.ts';

const Cases = z.array(Facts).check(z.maxLength(100));
/** What a pack's rules were written for, by rule: facts each of them speaks of, and facts it passes over. Travels as JSON, `cases` of pack.json. */
export const PackCases = z.record(z.string(), z.strictObject({ match: Cases, pass: Cases }));
export type PackCases = z.infer<typeof PackCases>;

/** One question a candidate has to answer as its authors say. `says`: whether the rule must speak. */
export interface Trial { readonly rule: Rule; readonly facts: Facts; readonly says: boolean }

/** The cases of the rules that judge, in the order of the rules. Nothing is tried of one that only waits. */
export function trialsOf(rules: readonly Rule[], cases: PackCases): Trial[] {
  return rules.filter(({ status }) => status === 'stable' || status === 'trial').flatMap((rule) => {
    const { match = [], pass = [] } = Object.hasOwn(cases, rule.id) ? cases[rule.id]! : {};
    return [...match.map((facts) => ({ rule, facts, says: true })), ...pass.map((facts) => ({ rule, facts, says: false }))];
  });
}

/** Why a judge fails a trial. `idOf` gives the id a rule has in this judge. */
export function faultOfTrial(judge: Judge, { rule, facts, says }: Trial, idOf: (rule: string) => string): string | undefined {
  const verdict = judge(facts);
  const said = rule.sets ? verdict.asks.includes(rule.sets) : verdict.findings.some((finding) => finding.rule === idOf(rule.id));
  if (said === says || (rule.sets && said)) return undefined;
  return `Its rule "${rule.id}" ${says ? 'does not speak of a case it was written for' : 'speaks of a case it should pass over'}.`;
}

/** The longest message there is, made of phrases that the rules look for, from all over them: nothing people write gives them more work. */
export function probeOf(rules: readonly Rule[]): Facts {
  const phrases = questionsOf(rules).flatMap((question) => ('says' in question ? phrasesOf(question.says) : []));
  const step = Math.max(1, Math.floor(phrases.length / 1_000));
  const text = phrases.filter((_, i) => i % step === 0).join(', ').slice(0, textLimit);
  return { surface: 'gmail', sender: { name: 'Dana Brook', email: 'dana@talent.example' }, message: { text } };
}
