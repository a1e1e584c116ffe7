import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { Words, type RuleWords } from '../core/speech.ts';
import { readTranslatedFrom, sentencesOfRule, staleSentences, type RuleSentences, type TranslatedFrom } from './translated-from.ts';

export type EnglishRule = RuleSentences & { readonly id: string };

/** Languages that a folder of assets has words of rules in, English first. */
export function languagesOf(assets: string): string[] {
  const folder = join(assets, 'rule-words');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => basename(name, '.json')).sort();
  return [...names.filter((name) => name === 'en'), ...names.filter((name) => name !== 'en')];
}

/** One language as it is written. Throws an error that names the file and the first wrong place. */
export function readWords(assets: string, language: string): Words {
  const path = join(assets, 'rule-words', `${language}.json`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const { success, data, error } = Words.safeParse({ language, ...(value as object) });
  if (!success) throw new Error(`${path} does not fit the format of words: ${z.prettifyError(error)}`);
  return data;
}

/**
 * Words as a pack carries them. A sentence whose English was changed since is left out: old words beside a new condition would explain what
 * was not found. So are those of rules that are gone.
 */
export function buildWords(assets: string, rules: readonly EnglishRule[]): Words[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return languagesOf(assets).map((language) => {
    const words = readWords(assets, language);
    const from = readTranslatedFrom(assets, language);
    const kept = Object.entries(words.rules).filter(([id]) => byId.has(id)).map(([id, said]) => [id, freshWords(byId.get(id)!, said, from)]);
    return { ...words, rules: Object.fromEntries(kept) as Words['rules'] };
  });
}

function freshWords(rule: EnglishRule, words: RuleWords, from: TranslatedFrom | undefined): RuleWords {
  const stale = from ? staleSentences(rule, from.rules[rule.id]) : [];
  return Object.fromEntries(sentencesOfRule.filter((name) => words[name] !== undefined && !stale.includes(name)).map((name) => [name, words[name]]));
}
