import { parseHost } from './address.ts';
import { companyKey } from './company-key.ts';

/** Which domains are a company's own, as far as public lists say. Whoever does not stand there is unknown, and unknown is no fault. */
export interface Companies {
  /** Domains by the normal form of a name. */
  readonly domains: ReadonlyMap<string, readonly string[]>;
  /** Every domain of every company: from a house that is known nobody writes as somebody else's recruiter unnoticed. */
  readonly owned: ReadonlySet<string>;
}

/** A row as it travels in a pack: names in normal form and domains, each separated by spaces, a tab between. */
export const companyRow = /^[^\s]+(?: [^\s]+)*\t[^\s]+(?: [^\s]+)*$/;

/** Indexes the rows of one pack or of several: a later pack adds names, and domains to names that are there. */
export function indexCompanies(...packs: readonly (readonly string[])[]): Companies {
  const domains = new Map<string, readonly string[]>();
  const owned = new Set<string>();
  for (const row of packs.flat()) {
    const [keys = '', sites = ''] = row.split('\t');
    const own = sites.split(' ');
    for (const site of own) owned.add(site);
    for (const key of keys.split(' ')) {
      const before = domains.get(key);
      domains.set(key, before ? [...new Set([...before, ...own])] : own);
    }
  }
  return { domains, owned };
}

/** A department or a country behind a company's name: "Birchline Japan", "Birchline Recruiting". */
const part = new RegExp(`[\\s,-]+(?:${[
  'cloud', 'careers?', 'jobs', 'recruiting', 'recruitment', 'talent', 'acquisition', 'hr', 'hiring', 'team', 'global', 'international', 'japan', 'korea', 'china', 'india',
  'germany', 'deutschland', 'france', 'españa', 'spain', 'italia', 'italy', 'brasil', 'brazil', 'méxico', 'mexico', 'canada', 'australia', 'europe', 'emea', 'apac', 'uk', 'usa?', 'ua',
].join('|')})$`, 'iu');

/** Domains of a company by its name as written; undefined when the table does not know it. */
export function domainsOf(companies: Companies, name: string): readonly string[] | undefined {
  let shorter = name.trim();
  for (let i = 0; i < 3; i++) {
    const known = companies.domains.get(companyKey(shorter));
    if (known) return known;
    const next = shorter.replace(part, '');
    if (next === shorter) return undefined;
    shorter = next;
  }
  return undefined;
}

/** A country's suffix: the local site of a company that has more of them than any list knows. */
const countrySuffix = /^(?:(?:co|com|org|net)\.)?[a-z]{2}$/;

/** Whether a domain may be a company's own: listed, its name in another country, or a suffix only employers and brands get. */
export function mayBelong(domain: string, own: readonly string[]): boolean {
  if (own.includes(domain)) return true;
  const host = parseHost(domain);
  const labels = own.map((one) => parseHost(one)?.label);
  if (!host) return false;
  const isLocal = countrySuffix.test(host.suffix) || host.suffix === 'jobs';
  return labels.includes(host.suffix) || (isLocal && labels.includes(host.label));
}
