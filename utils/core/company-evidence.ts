import { domainsOf, mayBelong, type Companies } from './company-table.ts';
import { companyKey } from './company-key.ts';
import { strongest } from './employer-evidence.ts';
import type { Facts } from './facts.ts';
import { lineLimit } from './limits.ts';
import { linkEvidence } from './link-evidence.ts';
import type { Sites } from './site.ts';

const line = (text: string | null | undefined): string | undefined => text?.trim().slice(0, lineLimit) || undefined;

/** What a company's page or a job post says about the company, and how its website fits its name. */
export function companyEvidence({ company, seenAt }: Facts, companies: Companies, sites: Sites): Record<string, unknown> {
  if (!company) return {};
  const name = line(company.name);
  const website = company.website ? linkEvidence({ url: company.website }, sites) : undefined;
  const own = name === undefined ? undefined : domainsOf(companies, name);
  const host = website?.hidden || website?.isIp ? undefined : website?.host;
  return {
    name, industry: line(company.industry), headquarters: line(company.headquarters),
    founded: company.founded ?? undefined, ageYears: yearsSince(company.founded, seenAt),
    sizeLeast: company.sizeLeast ?? undefined, sizeMost: company.sizeMost ?? undefined,
    members: company.members ?? undefined, followers: company.followers ?? undefined, verified: company.verified ?? undefined,
    host, kind: website?.kind, label: website?.label,
    // Never false: a company that no list has is no less a company.
    known: own ? true : undefined,
    from: own?.[0],
    elsewhere: own && host && website?.domain ? isElsewhere(website.domain, own, companies) : undefined,
    like: own && name && host ? strongest([{ name, key: companyKey(name), from: 'company', isFirm: true, domains: own }], host) : undefined,
  };
}

/** A daughter's or a parent's domain is unknown rather than elsewhere: houses share names. */
function isElsewhere(domain: string, own: readonly string[], { owned }: Companies): boolean | undefined {
  if (mayBelong(domain, own)) return false;
  return owned.has(domain) ? undefined : true;
}

/** The page states a year only: "one" is anything up to two years. */
function yearsSince(founded: number | null | undefined, seenAt: string | null | undefined): number | undefined {
  const now = new Date(seenAt ?? Number.NaN).getUTCFullYear();
  return founded && now >= founded ? now - founded : undefined;
}
