import type { Pack } from './pack.ts';
import { foldPhrase } from './phrase.ts';
import type { Question, Rule } from './rule.ts';
import { scanJson } from './scan-json.ts';

/**
 * How much a fetched pack may hold. The pack inside the extension, of 2026-11: 2.5 MB, 132,000 values 16 deep, 435 rules, 93,000 phrases of up to
 * 47 characters, 158 of them behind one beginning, 55 patterns of up to 594 characters and work of 25,000.
 */
export const packLimits = {
  /** Bytes: of each metadata file, of pack.json, and of all files of a pack together. Unpacked: a transport's own packing is not seen. */
  metadata: 262_144, pack: 8_388_608, all: 33_554_432,
  depth: 64, values: 1_500_000,
  rules: 2_000, lists: 100, entries: 200_000, table: 100_000,
  phrases: 300_000, phraseLength: 200, phrasesBehindOneBeginning: 1_000,
  patterns: 500, patternLength: 1_000, patternWork: 60_000,
} as const;

/** Bytes that are no pack whatever they say: too long, too deep or too much. Undefined: they may be parsed. */
export function faultOfBytes(bytes: Uint8Array): string | undefined {
  if (bytes.byteLength > packLimits.pack) return `It has ${bytes.byteLength} bytes; ${packLimits.pack} are allowed.`;
  const { depth, values } = scanJson(bytes);
  if (depth > packLimits.depth) return `It is nested ${depth} deep; ${packLimits.depth} are allowed.`;
  return tooMany('values', values, packLimits.values);
}

const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that mean something to the language itself stand in no pack. Asked before the schema, which would copy them. */
export function faultOfNames(value: unknown): string | undefined {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, part] of Object.entries(one)) {
      if (dangerous.has(name)) return `It holds the name "${name}".`;
      if (typeof part === 'object') waiting.push(part);
    }
  }
  return undefined;
}

/** What a parsed pack holds too much of, before anything is compiled. Undefined: nothing. */
export function faultOfAmount({ rules, inspectionRules = [], lists, sites, anchors, companies = [] }: Pack): string | undefined {
  const entries = Object.entries(lists);
  const large = entries.find(([, { members, count }]) => Math.max(members?.length ?? 0, count) > packLimits.entries);
  return tooMany('rules', rules.length + inspectionRules.length, packLimits.rules)
    ?? tooMany('lists', entries.length, packLimits.lists)
    ?? (large && tooMany(`entries in "${large[0]}"`, Math.max(large[1].members?.length ?? 0, large[1].count), packLimits.entries))
    ?? tooMany('rows in its tables', sites.length + anchors.length + companies.length, packLimits.table)
    ?? faultOfPhrases(rules) ?? faultOfPatterns(rules);
}

const tooMany = (what: string, count: number, most: number): string | undefined => (count > most ? `It has ${count} ${what}; ${most} are allowed.` : undefined);

/** Phrases are filed by how they begin, and at each such place of a text all that begin so are tried (phrase-book.ts). */
function faultOfPhrases(rules: readonly Rule[]): string | undefined {
  const behind = new Map<string, number>();
  let count = 0;
  for (const says of questionsOf(rules).flatMap((question) => ('says' in question ? [question.says] : []))) {
    for (const [language, phrases] of Array.isArray(says) ? [['', says] as const] : Object.entries(says)) {
      count += phrases.length;
      if (count > packLimits.phrases) return tooMany('phrases', count, packLimits.phrases);
      for (const phrase of phrases) {
        if (phrase.length > packLimits.phraseLength) return `A phrase has ${phrase.length} characters; ${packLimits.phraseLength} are allowed.`;
        const key = `${language} ${beginning.exec(foldPhrase(phrase))![0]}`;
        behind.set(key, (behind.get(key) ?? 0) + 1);
      }
    }
  }
  return tooMany('phrases behind one beginning', Math.max(0, ...behind.values()), packLimits.phrasesBehindOneBeginning);
}

const beginning = /^(?:\S*\s+[^\s*#.]{2}|\S{0,3})/;

/** RE2 takes time in proportion to text and pattern, with what is repeated written out: `(a?){1000}` is a thousand patterns long, and no more than that. */
function faultOfPatterns(rules: readonly Rule[]): string | undefined {
  const patterns = questionsOf(rules).flatMap((question) => ('matches' in question ? [question.matches] : []));
  const slow = patterns.find((pattern) => pattern.length > packLimits.patternLength || workOf(pattern) > packLimits.patternWork);
  return tooMany('patterns', patterns.length, packLimits.patterns) ?? (slow && `The pattern "${slow.slice(0, 40)}" is too long or repeats too often.`);
}

const workOf = (pattern: string): number =>
  pattern.length * [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].reduce((sum, [, least, most]) => sum + Number(most || least), 1);

/** Every question that rules ask, whatever it stands in. */
export function questionsOf(rules: readonly Rule[]): Question[] {
  const waiting = rules.map(({ when }) => when);
  const found: Question[] = [];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if ('all' in one) waiting.push(...one.all);
    else if ('any' in one) waiting.push(...one.any);
    else if ('of' in one) waiting.push(...one.of);
    else if ('not' in one) waiting.push(one.not);
    else if ('some' in one) waiting.push(one.where);
    else found.push(one);
  }
  return found;
}
