import type { Pack } from '../core/pack.ts';
import type { Rule } from '../core/rule.ts';
import { english, speechOf } from '../core/speech.ts';
import { packInUse } from './pack-in-use.ts';
import { readWords } from './pack-words.ts';

/** The rules that judge, with their sentences in the language of the interface; `why` with its places still open. */
export async function rulesInWords(): Promise<Rule[]> {
  const { pack, words } = await packInUse();
  const speech = words === undefined ? english : speechOf(readWords(words));
  return (JSON.parse(pack) as Pack).rules.map((rule) => ({ ...rule, ...speech.wordsOf(rule.id) }));
}
