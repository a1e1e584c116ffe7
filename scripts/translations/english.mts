// All that is translated, by a key that says where it belongs: `rules/<id>/<sentence>`, `values/<group>/<code>`, `interface/<key of en.yml>`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readRules } from '../../utils/cli/build-pack.ts';
import { readWords } from '../../utils/cli/build-words.ts';
import { readInspectionRules } from '../../utils/cli/inspection-rules.ts';
import { sentencesOfRule } from '../../utils/cli/translated-from.ts';

export type Sentences = ReadonlyMap<string, string>;
interface Nested { readonly [key: string]: string | number | Nested }

/** Messages of a file of the interface by their keys with dots. */
export function messagesOf(assets: string, language: string): Sentences {
  return new Map(flat(parse(readFileSync(join(assets, 'locales', `${language}.yml`), 'utf8')) as Nested, ''));
}

const flat = (nested: Nested, before: string): [string, string][] =>
  Object.entries(nested).flatMap(([key, value]) => (typeof value === 'object' ? flat(value, `${before}${key}.`) : [[before + key, String(value)] as [string, string]]));

export function englishSentences(assets: string): Sentences {
  const rules = [...readRules(join(assets, 'rules')), ...readInspectionRules(join(assets, 'inspection-rules'))];
  return new Map([
    ...rules.flatMap((rule) => sentencesOfRule.map((name) => [`rules/${rule.id}/${name}`, rule[name]] as const)),
    ...valuesOf(assets, 'en'),
    ...[...messagesOf(assets, 'en')].map(([key, said]) => [`interface/${key}`, said] as const),
  ]);
}

const valuesOf = (assets: string, language: string): [string, string][] =>
  Object.entries(readWords(assets, language).values ?? {}).flatMap(([group, words]) => Object.entries(words).map(([code, said]) => [`values/${group}/${code}`, said] as [string, string]));

export function translatedSentences(assets: string, language: string): Sentences {
  return new Map([
    ...Object.entries(readWords(assets, language).rules).flatMap(([id, words]) => Object.entries(words).map(([name, said]) => [`rules/${id}/${name}`, said!] as const)),
    ...valuesOf(assets, language),
    ...[...messagesOf(assets, language)].map(([key, said]) => [`interface/${key}`, said] as const),
  ]);
}
