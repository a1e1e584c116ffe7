import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** The sentences of a rule, in the order of their hashes. */
export const sentencesOfRule = ['title', 'why', 'rationale', 'normal', 'advice'] as const;
export type RuleSentences = Readonly<Record<(typeof sentencesOfRule)[number], string>>;

const hashes = z.record(z.string(), z.string());
/**
 * Which English each translation was made from (assets/translated-from/<language>.json): of a rule five hashes, of a value and of a message of the
 * interface one. A hash that is another one by now tells that the translation is out of date.
 */
const TranslatedFrom = z.strictObject({ rules: hashes, values: hashes, interface: hashes });
export type TranslatedFrom = z.infer<typeof TranslatedFrom>;

/** 32 bits of SHA-256: enough to notice a change. */
export const hashOfSentence = (sentence: string): string => createHash('sha256').update(sentence).digest('hex').slice(0, 8);

/** Undefined when nobody kept it, as for a pack of somebody's own. Throws an error that names the file. */
export function readTranslatedFrom(assets: string, language: string): TranslatedFrom | undefined {
  const path = join(assets, 'translated-from', `${language}.json`);
  if (!existsSync(path)) return undefined;
  const { success, data, error } = TranslatedFrom.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!success) throw new Error(`${path} does not hold hashes: ${z.prettifyError(error)}`);
  return data;
}

/** Sentences of a rule whose English is not what was translated. */
export function staleSentences(rule: RuleSentences, from: string | undefined): readonly (typeof sentencesOfRule)[number][] {
  const kept = from?.split(' ') ?? [];
  return sentencesOfRule.filter((name, i) => kept[i] !== hashOfSentence(rule[name]));
}
