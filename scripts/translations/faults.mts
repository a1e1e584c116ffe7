// What is wrong with the translations of a language, each fault a sentence with its remedy.
import { hashOfSentence, readTranslatedFrom, sentencesOfRule, type TranslatedFrom } from '../../utils/cli/translated-from.ts';
import type { Sentences } from './english.mts';

/** `todo`: keys to translate, anew or for the first time. */
export interface Faults { readonly todo: readonly string[]; readonly faults: readonly string[] }

const remedy = (language: string) => `Translate it anew: npm run translations -- todo ${language}`;
/** Places of rules, of messages and of values. */
const placesIn = (said: string): string => (said.match(/\{[\w.-]+\}|\$\d|\*/g) ?? []).sort().join(' ');

export function faultsOf(language: string, assets: string, english: Sentences, said: Sentences): Faults {
  const from = readTranslatedFrom(assets, language);
  const missing = [...english.keys()].filter((key) => !said.has(key));
  const stale = [...english].filter(([key, sentence]) => said.has(key) && madeFrom(from, key) !== hashOfSentence(sentence)).map(([key]) => key);
  return {
    todo: [...missing, ...stale],
    faults: [
      ...missing.map((key) => `${language}: ${key} has no translation. Translate it: npm run translations -- todo ${language}`),
      ...stale.map((key) => `${language}: the English of ${key} is no longer what was translated. ${remedy(language)}`),
      ...[...said.keys()].filter((key) => !english.has(key)).map((key) => `${language}: ${key} is a translation of nothing. Take it out: npm run translations -- take ${language}`),
      ...[...said].flatMap(([key, words]) => faultsOfWords(language, key, english.get(key), words)),
    ],
  };
}

function madeFrom(from: TranslatedFrom | undefined, key: string): string | undefined {
  const [part, ...rest] = key.split('/') as ['rules' | 'values' | 'interface', ...string[]];
  if (part !== 'rules') return from?.[part][rest.join(part === 'values' ? '.' : '/')];
  return from?.rules[rest[0]!]?.split(' ')[sentencesOfRule.findIndex((name) => name === rest[1])];
}

/** Characters in a translation for each of the English, at most and at least; East Asian writing says in one what takes two or three. */
const ratios: Readonly<Record<string, readonly [least: number, most: number]>> = {
  ja: [0.2, 1.4], ko: [0.25, 1.5], 'zh-CN': [0.12, 1.1], 'zh-TW': [0.12, 1.1],
};
const usual = [0.45, 2] as const;
/** Of short words length says nothing: "OK" is "D'accord". */
const slack = 14;
/** Titles of rules stand in one line of the card. */
const titleLimit = 110;

function faultsOfWords(language: string, key: string, english: string | undefined, words: string): string[] {
  if (english === undefined) return [];
  const [least, most] = ratios[language] ?? usual;
  const tells = (fault: string) => `${language}: ${key} ${fault}: “${words}”.`;
  return [
    ...(placesIn(words) === placesIn(english) ? [] : [tells(`must have the places ${placesIn(english) || 'of its English, none'}`)]),
    ...(words.length > english.length * most + slack ? [tells(`is too long for “${english}”`)] : []),
    ...(words.length < english.length * least - slack ? [tells(`is too short for “${english}”`)] : []),
    ...(key.startsWith('rules/') && key.endsWith('/title') && words.length > titleLimit ? [tells(`has more than ${titleLimit} characters`)] : []),
    ...(/^\s|\s$/.test(words) ? [tells('begins or ends with a space')] : []),
  ];
}
