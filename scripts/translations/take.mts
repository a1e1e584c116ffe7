// Writes translations into the files of a language, with the hashes of the English they were made from.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readTranslatedFrom, hashOfSentence, sentencesOfRule } from '../../utils/cli/translated-from.ts';
import { translatedSentences, type Sentences } from './english.mts';

type Tree = { [key: string]: string | Tree };
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** What English no longer has goes. */
export function take(assets: string, language: string, english: Sentences, taken: Sentences): void {
  const unknown = [...taken.keys()].find((key) => !english.has(key));
  if (unknown !== undefined) throw new Error(`There is no English for ${unknown}: see npm run translations -- todo ${language}.`);
  const old = translatedSentences(assets, language);
  const all = new Map([...english.keys()].flatMap((key) => {
    const words = taken.get(key) ?? old.get(key);
    return words === undefined ? [] : [[key, words] as const];
  }));
  const path = join(assets, 'rule-words', `${language}.json`);
  const { values: _, rules: __, ...head } = JSON.parse(readFileSync(path, 'utf8')) as Tree;
  const { rules = {}, values = {} } = treeOf(all, ['rules', 'values'], '/');
  writeFileSync(path, json({ ...head, values, rules }));
  const { interface: messages = {} } = treeOf(all, ['interface'], /[/.]/);
  writeFileSync(join(assets, 'locales', `${language}.yml`), stringify(messages, { lineWidth: 0 }).replace(/^(?=[a-z]\w*:$)/gm, '\n'));
  writeFileSync(join(assets, 'translated-from', `${language}.json`), json(hashes(assets, language, english, taken, all)));
}

function treeOf(all: Sentences, parts: readonly string[], between: string | RegExp): Tree {
  const tree: Tree = {};
  for (const [key, words] of all) {
    if (!parts.includes(key.slice(0, key.indexOf('/')))) continue;
    const steps = key.startsWith('values/') ? ['values', key.split('/')[1]!, key.split('/').slice(2).join('/')] : key.split(between);
    const branch = steps.slice(0, -1).reduce<Tree>((at, step) => (at[step] ??= {}) as Tree, tree);
    branch[steps.at(-1)!] = words;
  }
  return tree;
}

function hashes(assets: string, language: string, english: Sentences, taken: Sentences, all: Sentences) {
  const from = readTranslatedFrom(assets, language) ?? { rules: {}, values: {}, interface: {} };
  const now = (key: string, kept: string | undefined) => (taken.has(key) ? hashOfSentence(english.get(key)!) : (kept ?? '-'));
  const ids = [...new Set([...all.keys()].flatMap((key) => (key.startsWith('rules/') ? key.split('/')[1]! : [])))];
  const keysOf = (part: string) => [...all.keys()].filter((key) => key.startsWith(`${part}/`));
  return {
    rules: Object.fromEntries(ids.map((id) => [id, sentencesOfRule.map((name, i) => now(`rules/${id}/${name}`, from.rules[id]?.split(' ')[i])).join(' ')])),
    values: Object.fromEntries(keysOf('values').map((key) => {
      const name = key.split('/').slice(1).join('.');
      return [name, now(key, from.values[name])];
    })),
    interface: Object.fromEntries(keysOf('interface').map((key) => [key.slice(10), now(key, from.interface[key.slice(10)])])),
  };
}

/** A file of translations: `{ "rules/<id>/why": "…" }`. */
export const readTaken = (path: string): Sentences => new Map(Object.entries(parse(readFileSync(path, 'utf8')) as Record<string, string>));
