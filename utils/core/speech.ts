import * as z from 'zod/mini';
import { groupOfPlace } from './coded-places.ts';

const sentence = z.string().check(z.minLength(1), z.maxLength(1_000));
const RuleWords = z.strictObject({
  title: z.optional(sentence), why: z.optional(sentence), rationale: z.optional(sentence), normal: z.optional(sentence), advice: z.optional(sentence),
});
export type RuleWords = z.infer<typeof RuleWords>;

/** Words of rules in one language, as they travel with a pack. What is left out is said in English. */
export const Words = z.strictObject({
  /** BCP 47. */
  language: z.string().check(z.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)),
  /** Around somebody's words, and around words within these. */
  quotes: z.optional(z.tuple([z.string(), z.string(), z.string(), z.string()])),
  /** Words behind a number as the sentences have them, with their forms by `Intl.PluralRules`: `{ "days": { "one": "day" } }`. */
  plurals: z.optional(z.record(z.string(), z.partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), z.string()))),
  /** What code puts into a sentence, by group (coded-places.ts) and code. A `*` stands for a name, the same on both sides. */
  values: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
  rules: z.record(z.string(), RuleWords),
});
export type Words = z.infer<typeof Words>;

/** How a language says what was seen. */
export interface Speech {
  readonly wordsOf: (rule: string) => RuleWords | undefined;
  readonly quotes: readonly [open: string, close: string, innerOpen: string, innerClose: string];
  readonly monthOf: (day: Date) => string;
  readonly dayOf: (day: Date) => string;
  /** The form of a word that the number before it asks for. */
  readonly counted: (count: number, word: string) => string;
  /** Words for a code at a place, undefined where values are no codes. */
  readonly valueOf: (place: string, value: string | boolean | number) => string | undefined;
}

export function speechOf({ language, quotes = ['“', '”', "'", "'"], plurals = {}, values = {}, rules }: Words): Speech {
  const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const plural = new Intl.PluralRules(language);
  return {
    quotes,
    wordsOf: (rule) => (Object.hasOwn(rules, rule) ? rules[rule] : undefined),
    monthOf: (day) => months.format(day),
    dayOf: (day) => day.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }),
    counted: (count, word) => (Object.hasOwn(plurals, word) ? plurals[word]![plural.select(count)] : undefined) ?? word,
    valueOf: (place, value) => {
      const group = typeof value === 'boolean' ? 'truth' : groupOfPlace[place];
      return group === undefined || !Object.hasOwn(values, group) ? undefined : valueIn(values[group]!, String(value));
    },
  };
}

/** A code's own words, or those of the first pattern with stars that fits. */
function valueIn(words: Readonly<Record<string, string>>, code: string): string | undefined {
  if (Object.hasOwn(words, code)) return words[code];
  for (const [pattern, said] of Object.entries(words)) {
    const names = pattern.includes('*') ? namesIn(code, pattern.split('*')) : undefined;
    if (names) return said.split('*').map((part, i) => (i === 0 ? part : `${names[i - 1] ?? ''}${part}`)).join('');
  }
  return undefined;
}

/** What stands at a pattern's stars, given the parts around them; each star stands for as little as it can. */
function namesIn(code: string, [head = '', ...parts]: readonly string[]): string[] | undefined {
  if (!code.startsWith(head)) return undefined;
  const names: string[] = [];
  let from = head.length;
  for (const [i, part] of parts.entries()) {
    const to = i === parts.length - 1 ? (code.endsWith(part) ? code.length - part.length : -1) : code.indexOf(part, from + 1);
    if (to <= from) return undefined;
    names.push(code.slice(from, to));
    from = to + part.length;
  }
  return names;
}

/** The rules' own sentences. */
export const english: Speech = speechOf({
  language: 'en', rules: {},
  values: {
    moment: {
      open: 'when the folder is opened', install: 'when it is installed', start: 'when it is started', test: 'when its tests run', build: 'when it is built',
      commit: 'at each commit', container: 'when its container starts', import: 'when it is imported',
    },
  },
  plurals: Object.fromEntries(['day', 'connection', 'message', 'follower', 'year'].map((word) => [`${word}s`, { one: word }])),
});
