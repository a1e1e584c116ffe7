import type { Companies } from '../core/company-table.ts';
import { createJudge, type Judge } from '../core/judge.ts';
import { knowledgeOf, listsOf, type Pack } from '../core/pack.ts';
import type { Settings } from '../core/settings-schema.ts';
import { ownRuleId, uniteSpeech, withOwnPacks } from '../core/unite-packs.ts';
import { withOrganisation } from '../core/with-organisation.ts';
import type { LoadedPack } from './bundled-pack.ts';
import { speechIn } from './pack-words.ts';
import type { Places } from './telling-links.ts';

/** What is compiled of packs, the tables of places that many people share, and the list of reported photos. */
export interface Prepared { readonly judge: Judge; readonly places: Places & Pick<Pack, 'photos'> & { readonly companies: Companies } }

/** Packs of the organisation that judge beside the public one, by their ids. */
export type OwnPacks = ReadonlyMap<string, LoadedPack>;
export type CompileSettings = Pick<Settings, 'disabledRules' | 'orgName' | 'orgDomains' | 'trustedDomains' | 'blockedDomains' | 'blockedProfiles'>;

/** Rules that were switched off judge nothing. Those that only set marks stay: others are built on them. Throws what makes a pack unusable. */
export function compilePacks(base: LoadedPack, own: OwnPacks, settings: CompileSettings): Prepared {
  const off = new Set<string>(settings.disabledRules);
  const isOn = (id: string, sets: unknown) => sets !== undefined || !off.has(id);
  const rules = base.pack.rules.filter(({ id, sets }) => isOn(id, sets));
  const knowledge = knowledgeOf(withOrganisation({ ...base.pack, rules }, settings), (sha256) => base.bytes.get(sha256));
  const beside = [...own].map(([id, { pack, bytes }]) => ({
    id, rules: pack.rules.filter((rule) => isOn(ownRuleId(id, rule.id), rule.sets)), lists: listsOf(pack, (sha256) => bytes.get(sha256)),
  }));
  const said = speechIn(base.words);
  const speech = own.size === 0 ? said : () => uniteSpeech(said(), new Map([...own].map(([id, { words }]) => [id, speechIn(words)()])));
  return { judge: createJudge(beside.length === 0 ? knowledge : withOwnPacks(knowledge, beside), speech), places: { ...knowledge, photos: base.pack.photos } };
}
