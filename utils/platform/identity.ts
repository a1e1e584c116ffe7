import type { Facts } from '../core/facts.ts';
import { findIdentifier, memberNumber, slugOf } from '../core/member-number.ts';
import { sealed } from './origin.ts';

/** Ways to tell people apart, the surest first: numbers never change, addresses of profiles can. */
const kinds = ['member', 'identifier', 'slug', 'mail'] as const;
type Kind = (typeof kinds)[number];

/** Addresses many people write from: no contact of anybody. */
const nobody = /^(?:.*[.-])?(?:no-?reply|do-?not-?reply|hit-reply|notifications?|mailer-daemon)(?:[.+-].*)?@/;

/** Salted keys of the profile, `kind:digest`; empty when the page does not say whose it is. */
export function profileKeys({ sender, profile }: Facts, salt: string): string[] {
  const url = sender?.profileUrl ?? '';
  const identifier = findIdentifier(profile?.identifier ?? '') ?? findIdentifier(url);
  const slug = slugOf(url);
  return keysOf(salt, {
    member: profile?.memberNumber ?? memberNumber(profile?.identifier, url)?.member,
    identifier,
    slug: slug && !findIdentifier(slug) ? slug.toLowerCase() : undefined,
  });
}

/** Salted keys of who writes: the profile's, and the mail address. */
export function senderKeys(facts: Facts, salt: string): string[] {
  const mail = facts.sender?.email?.trim().toLowerCase();
  return [...profileKeys(facts, salt), ...keysOf(salt, { mail: mail?.includes('@') && !nobody.test(mail) ? mail : undefined })];
}

function keysOf(salt: string, names: { readonly [K in Kind]?: string | number }): string[] {
  return kinds.flatMap((kind) => (names[kind] ? [`${kind}:${sealed(salt, `${kind} ${names[kind]}`)}`] : []));
}

/**
 * True when two sets of profile keys certainly belong to different profiles: the surest kind that both have differs.
 * One profile is known by its number here and by its address there, so nothing in common proves nothing.
 */
export function areDifferent(ones: readonly string[], others: readonly string[]): boolean {
  for (const kind of kinds) {
    const one = ones.find((key) => key.startsWith(`${kind}:`));
    const other = others.find((key) => key.startsWith(`${kind}:`));
    if (one && other) return one !== other;
  }
  return false;
}
