import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pack } from '../../core/pack.ts';
import type { Words } from '../../core/speech.ts';
import { pseudoLanguages, pseudoSentence, type Pseudo } from '../pseudo-sentence.ts';
import { sentencesOfRule, type RuleSentences } from '../translated-from.ts';
import type { BrowserKind } from './browser-kind.ts';
import { buildWithSites, type BuildCopy } from './build-with-sites.ts';

type Messages = Record<string, { message: string }>;

/** A copy of the built extension that speaks a language nobody speaks, whatever language the browser has. */
export async function buildInPseudo(kind: BrowserKind, pseudo: Pseudo, hosts: readonly string[] = []): Promise<BuildCopy> {
  const copy = await buildWithSites(kind, hosts);
  const locales = join(copy.folder, '_locales');
  for (const name of await readdir(locales)) if (name !== 'en') await rm(join(locales, name), { recursive: true });
  await change(join(locales, 'en', 'messages.json'), (text) => JSON.stringify(messagesIn(JSON.parse(text) as Messages, pseudo)));
  const words = JSON.stringify(await wordsIn(copy.folder, pseudo));
  const name = createHash('sha256').update(words).digest('hex');
  await writeFile(join(copy.folder, 'packs', `${name}.bin`), words);
  await change(join(copy.folder, 'packs', 'base.json'), (text) => JSON.stringify({ ...(JSON.parse(text) as Pack), words: { [pseudoLanguages[pseudo].tag]: name } }));
  return copy;
}

async function change(path: string, to: (text: string) => string): Promise<void> {
  await writeFile(path, to(await readFile(path, 'utf8')));
}

/** One and many stand in one message, with a bar between them. */
function messagesIn(messages: Messages, pseudo: Pseudo): Messages {
  const said = Object.entries(messages).map(([key, { message, ...more }]) => [key, { ...more, message: message.split(' | ').map((one) => pseudoSentence(one, pseudo)).join(' | ') }] as const);
  const { tag, direction } = pseudoLanguages[pseudo];
  return { ...Object.fromEntries(said), extName: messages['extName']!, language_tag: { message: tag }, language_direction: { message: direction } };
}

async function wordsIn(folder: string, pseudo: Pseudo): Promise<Words> {
  const { rules, inspectionRules = [], words } = JSON.parse(await readFile(join(folder, 'packs', 'base.json'), 'utf8')) as Pack;
  const { quotes, values = {} } = JSON.parse(await readFile(join(folder, 'packs', `${words!['en']}.bin`), 'utf8')) as Words;
  const all = [...rules, ...(inspectionRules as unknown as readonly (RuleSentences & { readonly id: string })[])];
  return {
    language: pseudoLanguages[pseudo].tag, quotes,
    values: Object.fromEntries(Object.entries(values).map(([group, said]) => [group, Object.fromEntries(Object.entries(said).map(([code, one]) => [code, pseudoSentence(one, pseudo)]))])),
    rules: Object.fromEntries(all.map((rule) => [rule.id, Object.fromEntries(sentencesOfRule.map((name) => [name, pseudoSentence(rule[name], pseudo)]))])),
  };
}
