import { compileCondition, type Holds, type Scope, type Seen } from './condition.ts';
import { deriveEvidence, type Evidence, type Tables } from './evidence.ts';
import { explain } from './explain.ts';
import type { Facts } from './facts.ts';
import { marks } from './fact-paths.ts';
import { or, type Truth } from './kleene.ts';
import type { NamedLists } from './named-list.ts';
import { PhraseBook, type Hit } from './phrase-book.ts';
import type { Mark, Rule, Theme } from './rule.ts';
import { levelOf, score, weightByTheme, weights } from './score.ts';
import { english, type Speech } from './speech.ts';
import type { Verdict } from './verdict.ts';

export interface Knowledge extends Tables { readonly rules: readonly Rule[]; readonly lists: NamedLists }
export type Judge = (facts: Facts) => Verdict;
interface Compiled { readonly rule: Rule; readonly holds: Holds }
interface Fired { readonly rule: Rule; readonly seen: readonly Seen[] }

/**
 * Compiles a pack's rules once. The result is pure: the same facts give the same verdict, whatever the order of the rules. `speech` is asked for
 * when something was found: of most messages nothing is.
 */
export function createJudge({ rules, lists, ...tables }: Knowledge, speech: () => Speech = () => english): Judge {
  const book = new PhraseBook();
  // Sorted before they are compiled: of two phrases at one place the one that was filed first is quoted.
  const compiled = rules.filter(({ status }) => status === 'stable' || status === 'trial')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule): Compiled => ({ rule, holds: compile(rule, book, lists) }));
  const setting = compiled.filter(({ rule }) => rule.sets);
  const judging = compiled.filter(({ rule }) => !rule.sets);
  return (facts) => {
    const evidence = deriveEvidence(facts, tables);
    const scope = scopeOf(evidence, book);
    setMarks(evidence, setting, scope);
    const unknown = new Set<string>();
    const fired = judging.flatMap((one) => fire(one, scope, unknown));
    return verdictOf(fired, evidence, unknown, speech);
  };
}

function compile(rule: Rule, book: PhraseBook, lists: NamedLists): Holds {
  try {
    return compileCondition(rule.when, book, lists);
  } catch (error) {
    throw new Error(`Rule "${rule.id}" cannot be used: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function scopeOf(evidence: Evidence, book: PhraseBook): Scope {
  const texts = new Map<string, Map<number, Hit>>();
  return {
    evidence: evidence as unknown as Record<string, unknown>,
    unknown: [],
    markedBy: new Map(),
    phrases: (text) => {
      let found = texts.get(text);
      if (!found) texts.set(text, (found = book.find(text)));
      return found;
    },
  };
}

/** Several rules may set one mark, one a language or a way of asking: any of them true makes it true. */
function setMarks(evidence: Evidence, setting: readonly Compiled[], scope: Scope) {
  const truths = new Map<Mark, Truth[]>(marks.map((mark) => [mark, []]));
  for (const { rule, holds } of setting) {
    const { truth, seen } = holds(scope);
    truths.get(rule.sets!)!.push(truth);
    const words = truth ? seen.find(({ from }) => from !== undefined) : undefined;
    if (words && !scope.markedBy.has(rule.sets!)) scope.markedBy.set(rule.sets!, { ...words, fact: rule.sets! });
  }
  for (const [mark, said] of truths) {
    const [group, section, name] = mark.split('.') as ['message' | 'sender', string, string];
    const marked = (evidence[group][section] ??= {}) as Record<string, Truth>;
    marked[name] = said.length === 0 ? undefined : or(said);
  }
}

function fire({ rule, holds }: Compiled, scope: Scope, unknown: Set<string>): Fired[] {
  scope.unknown.length = 0;
  const { truth, seen } = holds(scope);
  if (truth === undefined) for (const fact of scope.unknown) unknown.add(fact);
  return truth === true ? [{ rule, seen }] : [];
}

function verdictOf(fired: readonly Fired[], evidence: Evidence, unknown: ReadonlySet<string>, speech: () => Speech): Verdict {
  const scored = fired.map(({ rule }) => rule).filter(({ status }) => status === 'stable');
  const asks = marks.filter((mark) => {
    const [group, section, name] = mark.split('.') as ['message', string, string];
    return (evidence[group][section] as Record<string, Truth>)[name] === true;
  });
  const asked = asks.some((mark) => mark.startsWith('message.asks.'));
  return {
    level: levelOf(scored, asked),
    score: score(scored),
    findings: withShares(fired).map(({ rule, seen, share }) => explain(rule, seen, share, speech())),
    asks,
    unknown: unseen(unknown, evidence.surface),
  };
}

const markNames: ReadonlySet<string> = new Set(marks);
/** Facts that a place never shows: nobody looks for a mail's headers on LinkedIn. */
const foreignToLinkedin = /^(?:headers|sender\.(?:email|local|host|domain|internal|nameAddress|nameAddressDiffers|claimedElsewhere|claimedLike|ofCompany)$|message\.answerDomain$|files$)/;
const foreignToMail = /^(?:profile|company|sender\.(?:headline|company|verified|degree|location|profile|claimChanged)$|known\.photo|message\.(?:kind|received|replied)$)/;
/** A job post is no conversation and carries no files. */
const foreignToJob = new RegExp(`${foreignToLinkedin.source}|^(?:message\\.(?:received|replied|kind)$|files\\.)`);
/** A company's page speaks of the company only. */
const foreignToCompany = /^(?!company|links)/;

/** What memory holds of a contact besides: of most people nothing is remembered, which is no gap in what was read. */
const remembered = /^known\.(?!firstContact$|photoSeenElsewhere$)/;

const foreignTo: Readonly<Record<string, RegExp>> = { 'linkedin-company': foreignToCompany, 'linkedin-job': foreignToJob };

function unseen(unknown: ReadonlySet<string>, surface: string): string[] {
  const foreign = foreignTo[surface] ?? (surface.startsWith('linkedin-') ? foreignToLinkedin : foreignToMail);
  return [...unknown].filter((fact) => !markNames.has(fact) && !foreign.test(fact) && !remembered.test(fact)).sort();
}

/** A theme's share is its part of ln(1 - weight) over all themes, given to the first of its strongest findings. */
function withShares(fired: readonly Fired[]): (Fired & { share: number })[] {
  const stable = fired.filter(({ rule }) => rule.status === 'stable').map(({ rule }) => rule);
  const byTheme = weightByTheme(stable);
  const total = [...byTheme.values()].reduce((sum, weight) => sum + Math.log(1 - weight), 0);
  const given = new Set<Theme>();
  return [...fired]
    .sort((a, b) => weights[b.rule.severity] - weights[a.rule.severity] || (a.rule.id < b.rule.id ? -1 : 1))
    .map((one) => {
      const { theme, status } = one.rule;
      const counts = status === 'stable' && total !== 0 && !given.has(theme);
      if (counts) given.add(theme);
      return { ...one, share: counts ? Math.log(1 - byTheme.get(theme)!) / total : 0 };
    });
}
