import { RE2JS } from 're2js';
import * as z from 'zod/mini';
import { Facts } from './facts.ts';
import { isFactPath, marks } from './fact-paths.ts';
import { faultOfPhrase } from './phrase.ts';
import { resemblances, type Resemblance } from './resemblance.ts';

/** How much one finding counts; the only strength there is. See score.ts for the numbers. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Independent kinds of evidence. Of one theme only the strongest finding counts. */
export const themes = ['sender', 'profile', 'photo', 'link', 'file', 'assignment', 'text', 'channel'] as const;
export type Theme = (typeof themes)[number];

/** What they may ask for. Before an ask unusual things are quiet facts; at an ask they become a warning. */
export type Mark = (typeof marks)[number];

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const phrases = z.union([z.array(z.string()), z.record(z.string(), z.array(z.string()))]);
const path = z.string();

/** Conditions: five combiners and eight questions over fact paths, and no more. */
export type Condition =
  | { all: Condition[] } | { any: Condition[] } | { not: Condition } | { atLeast: number; of: Condition[] }
  | { some: string; where: Condition } | Question;
export type Question = { fact: string } & (
  | { is: Scalar | Scalar[] } | { says: string[] | Record<string, string[]> } | { matches: string }
  | { above: number | string } | { below: number | string } | { in: string } | { like: string; how?: Resemblance[] } | { known: boolean });
export type Scalar = string | number | boolean;

const Condition: z.ZodMiniType<Condition> = z.lazy(() => z.union([
  z.strictObject({ all: z.array(Condition).check(z.minLength(1)) }),
  z.strictObject({ any: z.array(Condition).check(z.minLength(1)) }),
  z.strictObject({ not: Condition }),
  z.strictObject({ atLeast: z.number().check(z.gte(1)), of: z.array(Condition).check(z.minLength(1)) }),
  z.strictObject({ some: z.enum(['links', 'files']), where: Condition }),
  z.strictObject({ fact: path, is: z.union([scalar, z.array(scalar)]) }),
  z.strictObject({ fact: path, says: phrases }),
  z.strictObject({ fact: path, matches: z.string() }),
  z.strictObject({ fact: path, above: z.union([z.number(), z.string()]) }),
  z.strictObject({ fact: path, below: z.union([z.number(), z.string()]) }),
  z.strictObject({ fact: path, in: z.string() }),
  z.strictObject({ fact: path, like: z.string(), how: z.optional(z.array(z.enum(resemblances)).check(z.minLength(1))) }),
  z.strictObject({ fact: path, known: z.boolean() }),
]));

const Case = z.strictObject({ name: z.string().check(z.minLength(4)), facts: Facts });
const sentence = z.string().check(z.minLength(12), z.maxLength(400));

export const Rule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)+$/)),
  title: z.string().check(z.minLength(8), z.maxLength(90)),
  severity: z.enum(severities),
  theme: z.enum(themes),
  status: z.enum(['draft', 'trial', 'stable', 'retired']),
  since: z.iso.date(),
  /** A rule with `sets` only names what is asked or what is talked about, for other rules to build on. It never scores. */
  sets: z.optional(z.enum(marks)),
  when: Condition,
  why: sentence,
  rationale: sentence,
  normal: sentence,
  advice: sentence,
  references: z.array(z.url().check(z.startsWith('https://'))),
});
export type Rule = z.infer<typeof Rule>;

/** A rule as it is written: with the cases that hold it. Packs may travel without them. */
export const TestedRule = z.extend(Rule, {
  tests: z.strictObject({
    match: z.array(Case).check(z.minLength(3)),
    pass: z.array(Case).check(z.minLength(3)),
  }),
});
export type TestedRule = z.infer<typeof TestedRule>;

/** Phrases of all languages. */
export const phrasesOf = (says: readonly string[] | Readonly<Record<string, readonly string[]>>): readonly string[] =>
  Array.isArray(says) ? says : Object.values(says).flat();

/** What the schema cannot say about a rule; an empty list when it is in order. Each sentence names the place and the remedy. */
export function faultsOf(rule: Rule): string[] {
  const faults = faultsOfCondition(rule.when, '', false);
  if (rule.sets && rule.severity !== 'info') faults.push('A rule with "sets" must have severity "info": it names an ask, it does not judge.');
  const asked = JSON.stringify(rule.when);
  if (rule.sets && marks.some((mark) => asked.includes(`"${mark}"`))) faults.push('A rule with "sets" may not ask for another mark: marks are set first.');
  return faults;
}

function faultsOfCondition(condition: Condition, list: string, negated: boolean): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => faultsOfCondition(part, list, negated));
  if ('any' in condition) return condition.any.flatMap((part) => faultsOfCondition(part, list, negated));
  if ('of' in condition) return condition.of.flatMap((part) => faultsOfCondition(part, list, negated));
  if ('not' in condition) return faultsOfCondition(condition.not, list, true);
  if ('some' in condition) {
    // The list is never known whole (links also stand in the text), so "none of the links" would accuse on what was not seen.
    const fault = negated ? [`"not" around "some ${condition.some}": move the "not" into its "where".`] : [];
    return [...fault, ...faultsOfCondition(condition.where, `${condition.some}.`, false)];
  }
  const fact = list + condition.fact;
  if (!isFactPath(fact)) return [`There is no fact "${fact}": see docs/facts.md.`];
  const isMark = marks.some((mark) => mark === fact);
  const joined = list === '' && (isMark || /^(?:message\.text|links|files)\b/.test(fact));
  const denied = negated || (isMark && 'is' in condition && [condition.is].flat().includes(false));
  if ('matches' in condition) return faultsOfPattern(condition.matches, fact);
  if ('says' in condition) {
    const fault = phrasesOf(condition.says).map(faultOfPhrase).find((one) => one !== undefined);
    if (fault) return [fault];
  }
  if (denied && joined) return [`A denial of "${fact}", which may have been seen in part only: ask for what was seen instead.`];
  return [];
}

function faultsOfPattern(pattern: string, fact: string): string[] {
  if (fact === 'message.text') return ['"matches" on "message.text": a pattern over a whole text is slow, use "says".'];
  try {
    RE2JS.compile(pattern);
    return [];
  } catch (error) {
    return [`The pattern "${pattern}" is none RE2 can read: ${error instanceof Error ? error.message : error}`];
  }
}
