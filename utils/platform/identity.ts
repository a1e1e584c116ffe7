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

/** Tells a key of a person from other digests that are kept beside it. */
export const isPersonKey = (key: string): boolean => kinds.some((kind) => key.startsWith(`${kind}:`));

/** The surest kind that both sets of keys have: whether they share one of it. Undefined when they share no kind. */
function agree(ones: readonly string[], others: readonly string[], asked: readonly Kind[]): boolean | undefined {
  for (const kind of asked) {
    const [mine, theirs] = [ones, others].map((keys) => keys.filter((key) => key.startsWith(`${kind}:`)));
    if (mine!.length > 0 && theirs!.length > 0) return mine!.some((key) => theirs!.includes(key));
  }
  return undefined;
}

/** True when the surest thing known of both is the same: another member at the same address is somebody else. */
export const areSame = (ones: readonly string[], others: readonly string[]): boolean => agree(ones, others, kinds) === true;

/**
 * True when two sets of keys certainly belong to different profiles: their numbers, or failing these their identifiers, differ.
 * People change the address of their profile, so another address proves nothing.
 */
export const areDifferent = (ones: readonly string[], others: readonly string[]): boolean =>
  agree(ones, others, ['member', 'identifier']) === false;
