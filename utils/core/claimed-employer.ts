import { companyKey } from './company-key.ts';
import { noEmployers } from './employer-words.ts';
import { claimsInHeadline } from './claims-in-headline.ts';
import { claimsInName } from './claims-in-name.ts';
import { claimsInSignature } from './claims-in-signature.ts';
import { claimsInText } from './claims-in-text.ts';
import type { Facts } from './facts.ts';
import { lineLimit, textLimit } from './limits.ts';

/** An employer somebody names as the own. */
export interface Claim {
  /** As written. */
  readonly name: string;
  /** Normal form, see company-key.ts. */
  readonly key: string;
  readonly from: 'name' | 'headline' | 'company' | 'text' | 'signature';
  /** True for "I am a recruiter at X"; false where X may as well be spoken of: "X is hiring", a line of a signature. */
  readonly isFirm: boolean;
}
/** What a reader of one place found, before it is normalised. */
export interface Named { readonly name: string; readonly isFirm: boolean }

/** Longest name that is taken for one: five long words. */
const longestName = 80;
/** Most claims that are kept: nobody honest names more employers as the own, and a list of names is none. */
const mostClaims = 12;

/**
 * Employers the sender names as the own, the most certain first: the page's own statement, the headline, the display
 * name, the text, the signature. Unsure means none: who names a client, a former employer or a place claims nothing.
 */
export const claimedEmployers = (facts: Facts): readonly Claim[] => once(claimsByPlace(facts));

/** The same, an employer that is claimed in several places once for each of them. */
export function claimsByPlace({ sender, message }: Facts): readonly Claim[] {
  const theirs = (message?.thread ?? []).filter(({ from }) => from === 'them').map(({ text }) => text ?? '');
  const texts = [...new Set([message?.text ?? '', ...theirs])].join('\n').slice(0, textLimit);
  const company = sender?.company?.trim();
  const found: [Claim['from'], readonly Named[]][] = [
    ['company', company ? [{ name: company.slice(0, lineLimit), isFirm: true }] : []],
    ['headline', claimsInHeadline((sender?.headline ?? '').slice(0, lineLimit))],
    ['name', claimsInName((sender?.name ?? '').slice(0, lineLimit))],
    ['text', claimsInText(texts)],
    ['signature', claimsInSignature(texts)],
  ];
  const claims = found.map(([from, names]) => once(names.flatMap(({ name, isFirm }) => claimOf(name, from, isFirm) ?? [])));
  return claims.flatMap((place) => place.sort((a, b) => Number(b.isFirm) - Number(a.isFirm))).slice(0, mostClaims);
}

/** Each employer once, firm where one of the claims is. */
function once(claims: readonly Claim[]): Claim[] {
  const byKey = new Map<string, Claim>();
  for (const claim of claims) {
    const known = byKey.get(claim.key);
    byKey.set(claim.key, known ? { ...known, isFirm: known.isFirm || claim.isFirm } : claim);
  }
  return [...byKey.values()];
}

function claimOf(name: string, from: Claim['from'], isFirm: boolean): Claim | undefined {
  const written = name.trim();
  const key = companyKey(written);
  if (written.length > longestName || [...key].length < 2 || noEmployers.has(key) || /^\p{N}+$/u.test(key)) return undefined;
  return { name: written, key, from, isFirm };
}
