import type { Rule } from '../core/rule.ts';
import { english, speechOf } from '../core/speech.ts';
import { readPrivatePacks } from '../core/private-packs.ts';
import { ownRuleId } from '../core/unite-packs.ts';
import { openPack, readBundledPack } from './bundled-pack.ts';
import { database } from './database.ts';
import { storedWords } from './load-pack.ts';
import { privateKey, publicKey } from './pack-sources.ts';
import { readWords } from './pack-words.ts';
import { storedPack } from './packs.ts';
import { readSettings } from './settings.ts';

/** A rule as the options page lists it. */
export type ListedRule = Pick<Rule, 'id' | 'title' | 'rationale' | 'normal' | 'theme' | 'severity' | 'status' | 'references' | 'since'>;

/** Rules that judge and can be switched off, in the language of the interface: those that only set a mark say nothing by themselves. */
export async function listRules(): Promise<ListedRule[]> {
  // Where nothing is stored yet it is now.
  await storedPack();
  const own = readPrivatePacks((await readSettings()).settings.privatePacks.value).packs;
  // One that is damaged judges nothing either, until it is fetched again.
  const ownRules = own.map(({ id }) => rulesOf(privateKey(id), (rule) => ownRuleId(id, rule)).catch(() => []));
  const listed = await Promise.all([rulesOf(publicKey, (id) => id), ...ownRules]);
  return listed.flat();
}

async function rulesOf(key: string, idOf: (rule: string) => string): Promise<ListedRule[]> {
  const row = (await database.get('packs', key)) ?? (key === publicKey ? (await readBundledPack()).row : undefined);
  if (!row) return [];
  const { pack } = openPack(row);
  const words = await storedWords(pack);
  const speech = words ? speechOf(readWords(new TextDecoder().decode(words.bytes))) : english;
  return pack.rules.filter(({ sets, status }) => sets === undefined && (status === 'stable' || status === 'trial')).map((rule) => {
    const { id, title, rationale, normal, theme, severity, status, references, since } = { ...rule, ...speech.wordsOf(rule.id) };
    return { id: idOf(id), title, rationale, normal, theme, severity, status, references, since };
  });
}
