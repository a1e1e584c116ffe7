import { RE2JS } from 're2js';
import { and, atLeast, not, or, type Truth } from './kleene.ts';
import { isMember, type NamedLists } from './named-list.ts';
import { lookAlike } from './look-alike.ts';
import type { Hit, PhraseBook } from './phrase-book.ts';
import type { Condition, Question, Scalar } from './rule.ts';

/** One thing that held: which fact, what it was, and where it stands. */
export interface Seen {
  readonly fact: string;
  readonly value: Scalar;
  /** Position in `links` or `files`. */
  readonly index?: number;
  /** Offsets into the value's text that was quoted. */
  readonly from?: number;
  readonly to?: number;
  /** What the value resembles. */
  readonly like?: string;
}
export interface Held { readonly truth: Truth; readonly seen: readonly Seen[] }

/** Everything a condition is asked about. One scope serves all rules over one evidence. */
export interface Scope {
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly phrases: (text: string) => ReadonlyMap<number, Hit>;
  /** Facts that a question found unknown; the caller empties it. */
  readonly unknown: Set<string>;
}
/** `element` is the link or file that `some` stands at. */
interface Element { readonly list: string; readonly index: number; readonly value: Record<string, unknown> }
export type Holds = (scope: Scope, element?: Element) => Held;

const nothing: readonly Seen[] = [];
const held = (truth: Truth, seen: readonly Seen[] = nothing): Held => ({ truth, seen: truth === true ? seen : nothing });

/** Turns a condition into a function. Throws on an unknown list or a pattern that RE2 refuses, naming it. */
export function compileCondition(condition: Condition, book: PhraseBook, lists: NamedLists): Holds {
  const compile = (part: Condition) => compileCondition(part, book, lists);
  if ('all' in condition) return combine(condition.all.map(compile), and);
  if ('any' in condition) return combine(condition.any.map(compile), or);
  if ('of' in condition) return combine(condition.of.map(compile), (truths) => atLeast(condition.atLeast, truths));
  if ('not' in condition) {
    const inner = compile(condition.not);
    return (scope, element) => held(not(inner(scope, element).truth));
  }
  if ('some' in condition) return compileSome(condition.some, compile(condition.where));
  return compileQuestion(condition, book, lists);
}

function combine(parts: readonly Holds[], join: (truths: readonly Truth[]) => Truth): Holds {
  return (scope, element) => {
    const results = parts.map((part) => part(scope, element));
    return held(join(results.map(({ truth }) => truth)), results.flatMap(({ seen }) => seen));
  };
}

function compileSome(list: string, where: Holds): Holds {
  return (scope) => {
    const values = scope.evidence[list] as Record<string, unknown>[] | undefined;
    if (!values) {
      scope.unknown.add(list);
      return held(undefined);
    }
    const results = values.map((value, index) => where(scope, { list, index, value }));
    return held(or(results.map(({ truth }) => truth)), results.find(({ truth }) => truth === true)?.seen);
  };
}

type Ask = (value: Scalar, scope: Scope) => { truth: Truth; quote?: Hit; like?: string };

function compileQuestion(question: Question, book: PhraseBook, lists: NamedLists): Holds {
  if ('known' in question) return compileKnown(question.fact, question.known);
  const ask = compileAsk(question, book, lists);
  return (scope, element) => {
    const places = placesOf(question.fact, scope.evidence, element);
    const truths: Truth[] = [];
    for (const { value, path, index } of places) {
      if (value === undefined || value === null) {
        truths.push(undefined);
        scope.unknown.add(path);
        continue;
      }
      const { truth, quote, like } = ask(value as Scalar, scope);
      truths.push(truth);
      if (truth === true) {
        const quoted = quote ? (value as string).slice(quote.from, quote.to) : (value as Scalar);
        return held(true, [{ fact: path, value: quoted, ...(index !== undefined && { index }), ...quote, ...(like && { like }) }]);
      }
    }
    return held(or(truths));
  };
}

function compileKnown(fact: string, wanted: boolean): Holds {
  return (scope, element) => {
    const place = placesOf(fact, scope.evidence, element).find(({ value }) => value !== undefined && value !== null);
    // A fact that was not seen may exist all the same: "known: false" can only be denied, never built on.
    if (!place) return held(undefined);
    return held(wanted, [{ fact: place.path, value: place.value as Scalar, ...(place.index !== undefined && { index: place.index }) }]);
  };
}

function compileAsk(question: Exclude<Question, { known: boolean }>, book: PhraseBook, lists: NamedLists): Ask {
  if ('is' in question) {
    const wanted = new Set(Array.isArray(question.is) ? question.is : [question.is]);
    return (value) => ({ truth: wanted.has(value) });
  }
  if ('says' in question) {
    const ids = (Array.isArray(question.says) ? question.says : Object.values(question.says).flat()).map((phrase) => book.add(phrase));
    return (value, scope) => {
      const found = scope.phrases(String(value));
      const id = found.size === 0 ? undefined : ids.find((candidate) => found.has(candidate));
      return id === undefined ? { truth: false } : { truth: true, quote: found.get(id)! };
    };
  }
  if ('matches' in question) {
    const pattern = RE2JS.compile(question.matches, RE2JS.CASE_INSENSITIVE);
    return (value) => ({ truth: pattern.matcher(String(value)).find() });
  }
  if ('above' in question) return (value) => ({ truth: value > question.above });
  if ('below' in question) return (value) => ({ truth: value < question.below });
  const name = 'in' in question ? question.in : question.like;
  const list = lists[name];
  if (!list) throw new Error(`There is no list "${name}": add it to the pack or correct the rule.`);
  if ('in' in question) return (value) => ({ truth: isMember(list, String(value)) });
  return (value) => {
    const found = lookAlike(String(value), list);
    return found ? { truth: true, like: found.of } : { truth: false };
  };
}

interface Place { readonly value: unknown; readonly path: string; readonly index?: number }

/** Values a path leads to: one, or one for each element of a list. An unseen list is one unknown value. */
function placesOf(fact: string, evidence: Readonly<Record<string, unknown>>, element?: Element): Place[] {
  if (element) return [{ value: element.value[fact], path: `${element.list}.${fact}`, index: element.index }];
  const steps = fact.split('.');
  const list = evidence[steps[0]!];
  if (Array.isArray(list)) return list.map((item: Record<string, unknown>, index) => ({ value: item[steps[1]!], path: fact, index }));
  let value: unknown = evidence;
  // Marks have dotted groups (message.asks.run-code): walked like any other nesting.
  for (const step of steps) value = typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
  return [{ value, path: fact }];
}
