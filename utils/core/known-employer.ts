import { domainsOf, type Companies } from './company-table.ts';
import { employersOf } from './employer-evidence.ts';
import type { Facts } from './facts.ts';

/** An employer that somebody names as the own, or whose page or post it is, with the domain the table has for it; undefined when it knows none. */
export function knownEmployer(facts: Facts, companies: Companies): { readonly name: string; readonly domain: string } | undefined {
  const company = facts.company?.name?.trim();
  const named = [
    ...(company ? [{ name: company, domains: domainsOf(companies, company) }] : []),
    ...employersOf(facts, companies).filter(({ isFirm }) => isFirm),
  ];
  for (const { name, domains } of named) if (domains?.[0] !== undefined) return { name, domain: domains[0] };
  return undefined;
}
