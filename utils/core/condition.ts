import { RE2JS } from 're2js';
import { atLeast, not, type Truth } from './kleene.ts';
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

const isFalse: Held = { truth: false, seen: [] };
const isUnknown: Held = { truth: undefined, seen: [] };
const isTrue: Held = { truth: true, seen: [] };
const held = (truth: Truth): Held => (truth === undefined ? isUnknown : truth ? isTrue : isFalse);

/** Turns a condition into a function. Throws on an unknown list or a pattern that RE2 refuses, naming it. */
export function compileCondition(condition: Condition, book: PhraseBook, lists: NamedLists): Holds {
  const compile = (part: Condition) => compileCondition(part, book, lists);
  if ('all' in condition) return every(condition.all.map(compile));
  if ('any' in condition) return any(condition.any.map(compile));
  if ('of' in condition) return counted(condition.of.map(compile), condition.atLeast);
  if ('not' in condition) {
    const inner = compile(condition.not);
    return (scope, element) => held(not(inner(scope, element).truth));
  }
  if ('some' in condition) return some(condition.some, compile(condition.where));
  return compileQuestion(condition, book, lists);
}

/** Stops at the first false: it decides. */
function every(parts: readonly Holds[]): Holds {
  return (scope, element) => {
    let truth: Truth = true;
    const seen: Seen[] = [];
    for (const part of parts) {
      const result = part(scope, element);
      if (result.truth === false) return isFalse;
      if (result.truth === undefined) truth = undefined;
      else seen.push(...result.seen);
    }
    return truth === undefined ? isUnknown : { truth, seen };
  };
}

/** Stops at the first true: it decides. */
function any(parts: readonly Holds[]): Holds {
  return (scope, element) => {
    let result = isFalse;
    for (const part of parts) {
      const one = part(scope, element);
      if (one.truth === true) return one;
      if (one.truth === undefined) result = isUnknown;
    }
    return result;
  };
}

function counted(parts: readonly Holds[], least: number): Holds {
  return (scope, element) => {
    const results = parts.map((part) => part(scope, element));
    const truth = atLeast(least, results.map((result) => result.truth));
    return truth ? { truth, seen: results.flatMap(({ seen }) => seen) } : held(truth);
  };
}

function some(list: string, where: Holds): Holds {
  return (scope) => {
    const values = scope.evidence[list] as Record<string, unknown>[] | undefined;
    if (!values) {
      scope.unknown.add(list);
      return isUnknown;
    }
    let result = isFalse;
    for (const [index, value] of values.entries()) {
      const one = where(scope, { list, index, value });
      if (one.truth === true) return one;
      if (one.truth === undefined) result = isUnknown;
    }
    return result;
  };
}

interface Reply { readonly truth: boolean; readonly quote?: Hit; readonly like?: string }
type Ask = (value: Scalar, scope: Scope) => Reply;
const yes: Reply = { truth: true };
const no: Reply = { truth: false };

function compileQuestion(question: Question, book: PhraseBook, lists: NamedLists): Holds {
  const ask = compileAsk(question, book, lists);
  const visit = compilePath(question.fact);
  return (scope, element) => {
    let result = isFalse;
    visit(scope, element, (value, index) => {
      const path = () => (element ? `${element.list}.${question.fact}` : question.fact);
      if (value === undefined || value === null) {
        scope.unknown.add(path());
        if (result === isFalse) result = isUnknown;
        return false;
      }
      const { truth, quote, like } = ask(value as Scalar, scope);
      if (truth !== true) return false;
      const quoted = quote ? (value as string).slice(quote.from, quote.to) : (value as Scalar);
      result = { truth, seen: [{ fact: path(), value: quoted, ...(index !== undefined && { index }), ...quote, ...(like && { like }) }] };
      return true;
    });
    return result;
  };
}

function compileAsk(question: Question, book: PhraseBook, lists: NamedLists): Ask {
  // A fact that was not seen may exist all the same: "known: false" is only ever denied, never built on.
  if ('known' in question) return () => (question.known ? yes : no);
  if ('is' in question) {
    const wanted = new Set(Array.isArray(question.is) ? question.is : [question.is]);
    return (value) => (wanted.has(value) ? yes : no);
  }
  if ('says' in question) {
    const ids = new Set((Array.isArray(question.says) ? question.says : Object.values(question.says).flat()).map((phrase) => book.add(phrase)));
    return (value, scope) => {
      // Few phrases occur in a text and many stand in a rule: ask for those that occur.
      for (const [id, quote] of scope.phrases(String(value))) if (ids.has(id)) return { truth: true, quote };
      return no;
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

/** Visits the values a path leads to until `visitor` says stop: one, or one for each element of a list. An unseen list is one unknown value. */
type Visit = (scope: Scope, element: Element | undefined, visitor: (value: unknown, index?: number) => boolean) => void;

function compilePath(fact: string): Visit {
  const steps = fact.split('.');
  const [first = '', second = ''] = steps;
  return ({ evidence }, element, visitor) => {
    if (element) {
      visitor(element.value[fact], element.index);
      return;
    }
    const list = evidence[first];
    if (Array.isArray(list)) {
      list.some((item: Record<string, unknown>, index) => visitor(item[second], index));
      return;
    }
    let value: unknown = evidence;
    for (const step of steps) value = typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
    visitor(value);
  };
}
