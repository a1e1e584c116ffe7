import type { Knowledge } from './judge.ts';
import type { NamedList, NamedLists } from './named-list.ts';
import type { Condition, Rule } from './rule.ts';
import type { Speech } from './speech.ts';

/** What an organisation's own pack brings: rules and lists. Its tables (sites, companies) are not taken: one more row there can quiet a public rule. */
export interface OwnPack { readonly id: string; readonly rules: readonly Rule[]; readonly lists: NamedLists }

/** Ids of public rules have no two hyphens in a row, so no rule of an own pack can stand in the place of one, nor of one of another pack. */
export const ownRuleId = (pack: string, rule: string): string => `${pack}--${rule}`;
/** Nor can a list: names have no stroke. */
const ownListName = (pack: string, list: string): string => `${pack}/${list}`;

/**
 * Public knowledge with own packs beside it. They add and cannot weaken: all public rules stay, a list of indicators grows by what another pack has
 * under the same name, and any other list of that name is seen by the pack's own rules alone, because rules also ask who is *not* on those.
 * Throws where a list of indicators is compared in another way than the public one.
 */
export function withOwnPacks(base: Knowledge, packs: readonly OwnPack[]): Knowledge {
  const lists: Record<string, NamedList> = { ...base.lists };
  const rules = packs.flatMap(({ id, rules, lists: own }) => {
    const names = new Map<string, string>();
    for (const [name, list] of Object.entries(own)) {
      const isShared = list.indicators && Object.hasOwn(base.lists, name) && base.lists[name]!.indicators;
      if (isShared) lists[name] = united(name, lists[name]!, list);
      else lists[ownListName(id, name)] = list;
      if (!isShared) names.set(name, ownListName(id, name));
    }
    return rules.map((rule) => ({ ...rule, id: ownRuleId(id, rule.id), when: renamed(rule.when, names) }));
  });
  return { ...base, rules: [...base.rules, ...rules], lists };
}

function united(name: string, one: NamedList, other: NamedList): NamedList {
  if (one.match !== other.match) throw new Error(`The list "${name}" is one of ${one.match}s: an own pack must not make it one of ${other.match}s.`);
  const members = one.members && [...one.members, ...(other.members ?? [])];
  return { match: one.match, indicators: true, members, has: (member) => one.has(member) || other.has(member) };
}

/** A condition that asks other lists. */
function renamed(condition: Condition, names: ReadonlyMap<string, string>): Condition {
  const inside = (part: Condition) => renamed(part, names);
  if ('all' in condition) return { all: condition.all.map(inside) };
  if ('any' in condition) return { any: condition.any.map(inside) };
  if ('of' in condition) return { ...condition, of: condition.of.map(inside) };
  if ('not' in condition) return { not: inside(condition.not) };
  if ('some' in condition) return { ...condition, where: inside(condition.where) };
  if ('in' in condition) return { ...condition, in: names.get(condition.in) ?? condition.in };
  return 'like' in condition ? { ...condition, like: names.get(condition.like) ?? condition.like } : condition;
}

/** Each pack's rules in its own words; quotes, months and numbers as the public one has them. */
export function uniteSpeech(base: Speech, own: ReadonlyMap<string, Speech>): Speech {
  return {
    ...base,
    wordsOf: (id) => {
      const at = id.lastIndexOf('--');
      return at < 0 ? base.wordsOf(id) : own.get(id.slice(0, at))?.wordsOf(id.slice(at + 2));
    },
  };
}
