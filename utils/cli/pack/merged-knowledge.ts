import { knowledgeOf, type Pack } from '../../core/pack.ts';
import type { Knowledge } from '../../core/judge.ts';
import type { NamedList, NamedLists } from '../../core/named-list.ts';
import { withOwnPacks } from '../../core/unite-packs.ts';
import { buildPack, type BuiltPack } from '../build-pack.ts';
import { assetsFolder } from '../load-knowledge.ts';

/** The rules that come with the extension, built once. */
let base: BuiltPack | undefined;
export const basePack = (): BuiltPack => (base ??= buildPack(assetsFolder));

/** What judges in a browser that has this pack. */
export const knowledgeBeside = ({ pack, bytes }: BuiltPack): Knowledge => (pack.id === 'base'
  ? knowledgeIn({ pack, bytes })
  : withOwnPacks(knowledgeIn(basePack()), [{ id: pack.id, rules: pack.rules, lists: knowledgeIn({ pack, bytes }).lists }]));

/**
 * The same for the cases of the pack's rules, which name rules and lists as their author wrote them. Throws when a rule has the id of
 * one of the extension's: people would take one for the other.
 */
export function knowledgeWith({ pack, bytes }: BuiltPack): Knowledge {
  if (pack.id === 'base') return knowledgeIn({ pack, bytes });
  const own = knowledgeIn(basePack());
  const ids = new Set(own.rules.map(({ id }) => id));
  const twice = pack.rules.find(({ id }) => ids.has(id));
  if (twice) throw new Error(`The rule "${twice.id}" is one of the extension's own: give it another id.`);
  const added = knowledgeIn({ pack, bytes });
  return { ...own, rules: [...own.rules, ...added.rules], lists: { ...own.lists, ...joined(own.lists, added.lists) } };
}

const knowledgeIn = ({ pack, bytes }: BuiltPack): Knowledge => knowledgeOf(pack, (sha256) => bytes.get(sha256));

const joined = (own: NamedLists, added: NamedLists): NamedLists => Object.fromEntries(Object.entries(added).map(([name, list]) =>
  [name, Object.hasOwn(own, name) ? join(own[name]!, list, name) : list]));

function join(own: NamedList, added: NamedList, name: string): NamedList {
  // As in unite-packs.ts: any other list is the pack's own.
  if (!own.indicators || !added.indicators) return added;
  if (own.match !== added.match) throw new Error(`The list "${name}" says "match: ${added.match}", the extension's own "match: ${own.match}".`);
  const members = own.members || added.members ? [...own.members ?? [], ...added.members ?? []] : undefined;
  return { match: own.match, indicators: true, members, has: (member) => own.has(member) || added.has(member) };
}

/** What a pack holds, in a sentence. */
export function contentOf(pack: Pack): string {
  const entries = Object.values(pack.lists).reduce((sum, { count }) => sum + count, 0);
  const rules = pack.rules.length + (pack.inspectionRules?.length ?? 0);
  return `${rules} rules, ${Object.keys(pack.lists).length} lists with ${entries} entries`;
}
