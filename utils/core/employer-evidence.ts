import { parseHost } from './address.ts';
import { claimsByPlace, type Claim } from './claimed-employer.ts';
import { domainsOf, mayBelong, type Companies } from './company-table.ts';
import type { Facts } from './facts.ts';
import type { LinkEvidence } from './link-evidence.ts';
import { lookAlike } from './look-alike.ts';
import { readableList } from './named-list.ts';
import type { Resemblance } from './resemblance.ts';

/** What somebody says about his employer, with the domains the table knows for it. */
export interface Employer extends Claim { readonly domains?: readonly string[] }
type Resembles = Resemblance | 'none';

export const employersOf = (facts: Facts, companies: Companies): readonly Employer[] =>
  claimsByPlace(facts).map((claim) => ({ ...claim, domains: domainsOf(companies, claim.name) }));

/** What follows for the sender; `domain` is the registrable domain of the sender's address. */
export function employerEvidence(employers: readonly Employer[], domain: string | undefined, companies: Companies, wasReadWhole: boolean): Record<string, unknown> {
  const firm = employers.filter(({ isFirm }) => isFirm);
  return {
    claimed: (firm[0] ?? employers[0])?.name,
    // Never false: an employer that was not read may be one the table knows.
    claimedKnown: firm.some(({ domains }) => domains) || undefined,
    claimedElsewhere: domain ? isElsewhere(firm, domain, companies) : undefined,
    claimedLike: domain ? strongest(firm, domain) : undefined,
    claimedFrom: firm.find(({ domains }) => domains)?.domains?.[0],
    // In a part of a conversation that was not read they may name the employer of the headline.
    claimChanged: wasReadWhole ? isChanged(firm) : undefined,
    ofCompany: domain ? companies.owned.has(domain) : undefined,
  };
}

/**
 * Unknown where the table knows none of the employers, or knows the sender's domain for a company: houses have daughters. Each place is
 * asked for itself: what stands in one never excuses another, or a place that was not seen would accuse.
 */
function isElsewhere(employers: readonly Employer[], domain: string, companies: Companies): boolean | undefined {
  const inName = employers.filter(({ from }) => from === 'name');
  const inWords = employers.filter(({ from }) => from === 'text');
  const stated = employers.filter(({ from }) => from === 'headline' || from === 'company');
  const answers = [inName, inWords, stated].map((place) => isPlaceElsewhere(place, domain, companies));
  return answers.includes(true) || (answers.includes(false) ? false : undefined);
}

function isPlaceElsewhere(employers: readonly Employer[], domain: string, { owned }: Companies): boolean | undefined {
  const known = employers.flatMap(({ domains }) => (domains ? [domains] : []));
  if (employers.some(({ key }) => keyIn(domain) === key) || known.some((own) => mayBelong(domain, own))) return false;
  return known.length === 0 || owned.has(domain) ? undefined : true;
}

const keyIn = (domain: string): string => (parseHost(domain)?.label ?? '').replace(/-/g, '');

/** How a domain resembles an employer's name without being its own: for links too. */
export function strongest(employers: readonly Employer[], domain: string): Resembles | undefined {
  const answers = employers.map((employer) => resemblance(employer, domain)).filter((answer) => answer !== undefined);
  return answers.find((answer) => answer !== 'none') ?? answers[0];
}

/** Shortest name that is compared: shorter ones stand in too many words. */
const shortestName = 5;

function resemblance({ key, domains }: Employer, domain: string): Resembles | undefined {
  if (domains && mayBelong(parseHost(domain)?.domain ?? domain, domains)) return 'none';
  if (!/^[a-z0-9]+$/.test(key) || key.length < shortestName) return undefined;
  // Of a company that no table knows nobody can tell which ending is its own: the name alone is no likeness then.
  const how = lookAlike(domain, readableList(domains ?? [`${key}.com`], 'host', false))?.how;
  if (!domains && how !== 'letters disguised' && how !== 'name inside') return 'none';
  return how ?? 'none';
}

/** True when the headline names one employer and the text another. Names that share a word are one house. */
function isChanged(employers: readonly Employer[]): boolean | undefined {
  const stated = employers.filter(({ from }) => from === 'headline');
  const said = employers.filter(({ from }) => from === 'text');
  if (stated.length === 0 || said.length === 0) return undefined;
  return said.every((one) => stated.every((other) => !isSameHouse(one, other)));
}

function isSameHouse(one: Employer, other: Employer): boolean {
  if (one.key.includes(other.key) || other.key.includes(one.key)) return true;
  const words = new Set(wordsOf(other.name));
  return wordsOf(one.name).some((word) => words.has(word)) || (one.domains ?? []).some((domain) => other.domains?.includes(domain));
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];

/** Links that carry the name of an employer the table knows, on a domain that is not that employer's. */
export function withClaims(links: LinkEvidence[] | undefined, employers: readonly Employer[]): (LinkEvidence & { claimedLike?: Resembles })[] | undefined {
  const known = employers.filter(({ isFirm, domains }) => isFirm && domains);
  if (!links || known.length === 0) return links;
  return links.map((link) => (link.host && !link.isIp ? { ...link, claimedLike: strongest(known, link.host) } : link));
}
