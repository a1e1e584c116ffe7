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
  /** The value in words, where it is a code of ours. */
  readonly said?: string;
}
export interface Held { readonly truth: Truth; readonly seen: readonly Seen[] }

/** Everything a condition is asked about. One scope serves all rules over one evidence. */
export interface Scope {
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly phrases: (text: string) => ReadonlyMap<number, Hit>;
  /** Words that set a mark, so that a rule which builds on the mark can quote them. */
  readonly markedBy: Map<string, Seen>;
  /** Facts that a question found unknown, as often as it did; the caller empties it. */
  readonly unknown: string[];
}
/** `element` is the link or file that `some` stands at. */
interface Element { readonly list: string; readonly index: number; readonly value: Record<string, unknown> }
export type Holds = (scope: Scope, element?: Element) => Held;

const nothing: readonly Seen[] = [];
const isFalse: Held = { truth: false, seen: nothing };
const isUnknown: Held = { truth: undefined, seen: nothing };
const isTrue: Held = { truth: true, seen: nothing };
const held = (truth: Truth): Held => (truth === undefined ? isUnknown : truth ? isTrue : isFalse);

/** Turns a condition into a function. Throws on an unknown list, naming it. */
export function compileCondition(condition: Condition, book: PhraseBook, lists: NamedLists): Holds {
  const compile = (part: Condition) => compileCondition(part, book, lists);
  if ('all' in condition) return every([...condition.all].sort((a, b) => costOf(a) - costOf(b)).map(compile));
  if ('any' in condition) return any(condition.any.map(compile));
  if ('of' in condition) return counted(condition.of.map(compile), condition.atLeast);
  if ('not' in condition) {
    const inner = compile(condition.not);
    return (scope, element) => held(not(inner(scope, element).truth));
  }
  if ('some' in condition) return some(condition.some, compile(condition.where));
  return compileQuestion(condition, book, lists);
}

/**
 * Rough cost of an answer, estimated: a comparison 1, a hash or a look through hosts tens, a pattern a hundred times as much. Words of
 * the whole text are looked up once for all rules and are seldom there, so they decide soonest; those of another fact want a look of their own.
 */
function costOf(condition: Condition): number {
  if ('all' in condition) return Math.min(...condition.all.map(costOf)) + 1;
  if ('any' in condition) return Math.max(...condition.any.map(costOf)) + 1;
  if ('of' in condition) return Math.max(...condition.of.map(costOf)) + 1;
  if ('not' in condition) return costOf(condition.not);
  if ('some' in condition) return costOf(condition.where) + 1;
  return 'matches' in condition ? 100 : 'like' in condition ? 30 : 'in' in condition ? 20 : 'says' in condition ? (condition.fact === 'message.text' ? 0 : 10) : 1;
}

/** Stops at the first false: it decides. Cheap parts are asked first. */
function every(parts: readonly Holds[]): Holds {
  return (scope, element) => {
    let seen: readonly Seen[] = nothing;
    let isOpen = false;
    for (const part of parts) {
      const result = part(scope, element);
      if (result.truth === false) return isFalse;
      if (result.truth === undefined) isOpen = true;
      else seen = seen.length === 0 ? result.seen : [...seen, ...result.seen];
    }
    return isOpen ? isUnknown : { truth: true, seen };
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
      scope.unknown.push(list);
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

/** Everything that can be done once is done here: this is asked some hundred times for each message. */
function compileQuestion(question: Question, book: PhraseBook, lists: NamedLists): Holds {
  const { fact } = question;
  const steps = fact.split('.');
  const [first = '', second = ''] = steps;
  const names: Readonly<Record<string, string>> = { links: `links.${fact}`, files: `files.${fact}` };
  const ask = compileAsk(question, book, lists);
  if (steps.length === 2 && first !== 'links' && first !== 'files') {
    return (scope, element) => (element ? reply(element.value[fact], names[element.list]!, element.index, ask, scope)
      : reply((scope.evidence[first] as Record<string, unknown> | undefined)?.[second], fact, undefined, ask, scope));
  }
  return (scope, element) => {
    if (element) return reply(element.value[fact], names[element.list]!, element.index, ask, scope);
    const list = scope.evidence[first];
    return Array.isArray(list) ? anyOf(list, second, fact, ask, scope) : reply(valueAt(steps, scope.evidence), fact, undefined, ask, scope);
  };
}

function anyOf(list: readonly Record<string, unknown>[], field: string, fact: string, ask: Ask, scope: Scope): Held {
  let result = isFalse;
  for (let index = 0; index < list.length; index++) {
    const one = reply(list[index]![field], fact, index, ask, scope);
    if (one.truth === true) return one;
    if (one.truth === undefined) result = isUnknown;
  }
  return result;
}

function reply(value: unknown, fact: string, index: number | undefined, ask: Ask, scope: Scope): Held {
  if (value === undefined || value === null) {
    // What one link does not have (a repository's owner) is not unseen.
    if (index === undefined) scope.unknown.push(fact);
    return isUnknown;
  }
  const { truth, quote, like } = ask(value as Scalar, scope);
  if (!truth) return isFalse;
  const words = index === undefined && value === true ? scope.markedBy.get(fact) : undefined;
  if (words) return { truth, seen: [words] };
  if (index === undefined && !quote && !like) return { truth, seen: [{ fact, value: value as Scalar }] };
  const quoted = quote ? (value as string).slice(quote.from, quote.to) : (value as Scalar);
  return { truth, seen: [{ fact, value: quoted, ...(index !== undefined && { index }), ...quote, ...(like && { like }) }] };
}

/** Paths are checked when a pack is read, so that none leads to a part of the language. */
function valueAt(steps: readonly string[], evidence: Readonly<Record<string, unknown>>): unknown {
  let value: unknown = evidence;
  for (let i = 0; i < steps.length; i++) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[steps[i]!];
  }
  return value;
}

const patternOf = (source: string): RE2JS => RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);

function compileAsk(question: Question, book: PhraseBook, lists: NamedLists): Ask {
  // A fact that was not seen may exist all the same: "known: false" is only ever denied, never built on.
  if ('known' in question) return () => (question.known ? yes : no);
  if ('is' in question) {
    const { is } = question;
    if (!Array.isArray(is)) return (value) => (value === is ? yes : no);
    const wanted = new Set(is);
    return (value) => (wanted.has(value) ? yes : no);
  }
  if ('says' in question) {
    const group = book.add(question.says);
    return (value, scope) => {
      const quote = scope.phrases(String(value)).get(group);
      return quote ? { truth: true, quote } : no;
    };
  }
  if ('matches' in question) {
    // Compiled at the first question: most messages have no link, and all patterns together take 45 ms of a new worker.
    let pattern: RE2JS | undefined;
    return (value) => ({ truth: (pattern ??= patternOf(question.matches)).matcher(String(value)).find() });
  }
  if ('above' in question) return (value) => ({ truth: value > question.above });
  if ('below' in question) return (value) => ({ truth: value < question.below });
  const name = 'in' in question ? question.in : question.like;
  const list = Object.hasOwn(lists, name) ? lists[name] : undefined;
  if (!list) throw new Error(`There is no list "${name}": add it to the pack or correct the rule.`);
  if ('in' in question) return (value) => ({ truth: isMember(list, String(value)) });
  const { how } = question;
  return (value) => {
    const found = lookAlike(String(value), list);
    return found && (how?.includes(found.how) ?? true) ? { truth: true, like: found.of } : no;
  };
}
