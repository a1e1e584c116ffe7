import { companyKey } from './company-key.ts';
import { memberNumber } from './member-number.ts';
import type { Pack } from './pack.ts';
import { profilePlace } from './profile-place.ts';
import type { Condition, Rule, Theme } from './rule.ts';
import type { PolicyKey, Settings } from './settings-schema.ts';

/** Settings of an organisation that change what is judged: when one of them changes the rules are compiled anew. */
export const organisationKeys = ['orgName', 'orgDomains', 'trustedDomains', 'blockedDomains', 'blockedProfiles'] as const satisfies readonly PolicyKey[];
type Organisation = Pick<Settings, (typeof organisationKeys)[number]>;

/** Lists that only a policy fills. Rules of the pack name the blocked ones; the other two stand beside `hiring-vendors`. */
const listNames = { blockedDomains: 'blocked-domains', blockedProfiles: 'blocked-profiles', trusted: 'trusted-domains', own: 'own-domains' } as const;
/** The list of services whose domains say nothing by themselves. */
const vendors = 'hiring-vendors';
/** What speaks of a domain, and may be quieted by trust; what is asked for never is. */
const domainThemes: readonly Theme[] = ['link', 'sender', 'channel'];

/**
 * A pack with what an organisation knows: itself as an employer, domains it trusts or blocks, profiles it blocks. Pure, before compiling; the pack
 * may be several merged into one. What it blocks is told as its own word (rules `...-blocked-by-organisation`), also when it trusts it too.
 */
export function withOrganisation(pack: Pack, { orgName, orgDomains, trustedDomains, blockedDomains, blockedProfiles }: Organisation): Pack {
  const isTrusting = orgDomains.length > 0 || trustedDomains.length > 0;
  const key = companyKey(orgName);
  const { hostShape } = pack;
  return {
    ...pack,
    lists: {
      ...pack.lists,
      [listNames.blockedDomains]: listOf('host', blockedDomains.map(bare), true),
      [listNames.blockedProfiles]: listOf('value', blockedProfiles.flatMap(membersOf), true),
      ...(isTrusting && { [listNames.trusted]: listOf('host', trustedDomains.map(bare), false), [listNames.own]: listOf('host', orgDomains.map(bare), false) }),
    },
    ...(isTrusting && { rules: pack.rules.map(trusting) }),
    ...(isTrusting && hostShape && { hostShape: { ...hostShape, never: [...hostShape.never, listNames.trusted, listNames.own] } }),
    ...(key && orgDomains.length > 0 && { companies: [...pack.companies ?? [], `${key}\t${orgDomains.map(bare).join(' ')}`] }),
  };
}

const bare = (domain: string): string => domain.replace(/^www\./, '');

const listOf = (match: 'host' | 'value', members: readonly string[], indicators: boolean): Pack['lists'][string] =>
  ({ match, indicators, members: [...new Set(members)], count: members.length });

/** How a profile can be known again: by its place, and by its number where the address holds one. Empty when it is no address of a profile. */
function membersOf(address: string): string[] {
  const place = profilePlace(address);
  if (place === undefined) return [];
  const number = memberNumber(address)?.member;
  return [place, encodeURI(place.toWellFormed()).toLowerCase(), ...(number === undefined ? [] : [String(number)])];
}

const trusting = (rule: Rule): Rule => (rule.sets === undefined && domainThemes.includes(rule.theme) ? { ...rule, when: trusted(rule.when) } : rule);

/**
 * Wherever a rule asks for a hiring service, a trusted domain will do; so will the organisation's own, but as the sender's only where the mail proves
 * it, because anybody can write a sender.
 */
function trusted(condition: Condition): Condition {
  if ('all' in condition) return { all: condition.all.map(trusted) };
  if ('any' in condition) return { any: condition.any.map(trusted) };
  if ('of' in condition) return { ...condition, of: condition.of.map(trusted) };
  if ('not' in condition) return { not: trusted(condition.not) };
  if ('some' in condition) return { ...condition, where: trusted(condition.where) };
  if (!('in' in condition) || condition.in !== vendors) return condition;
  const { fact } = condition;
  return { any: [condition, { fact, in: listNames.trusted }, fact === 'sender.domain' ? { fact: 'sender.internal', is: true } : { fact, in: listNames.own }] };
}
