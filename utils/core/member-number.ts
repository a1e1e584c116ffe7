import { readBase64Url } from './base64url.ts';

/**
 * LinkedIn's member numbers out of what a page shows anyway. None of it is documented by LinkedIn: found by comparing public
 * pairs (21 of 21 default addresses and 3 of 3 identifiers decode exactly). What does not decode exactly gives no number.
 */
export interface MemberNumber { readonly member: number; readonly from: 'identifier' | 'address' }

/** Numbers beyond this are not given out yet at any growth measured (1.72 thousand million in April 2026). */
export const isMemberNumber = (number: number) => Number.isSafeInteger(number) && number > 0 && number < 2_500_000_000;
const identifier = /(?<![\w-])AC[ow]AA[\w-]{34}(?![\w-])/;

/** First identifier in a text (an urn, an address, a component key), 39 characters; undefined when there is none. */
export const findIdentifier = (text: string): string | undefined =>
  identifier.exec(text)?.[0] ?? /AC[ow]AA[\w-]{34}/.exec(text)?.[0];

/** 29 bytes: `00 2a` (profile) or `00 2c` (Sales Navigator), six bytes of number, `01`, twenty opaque ones. */
export function numberOfIdentifier(text: string): number | undefined {
  const bytes = /^AC[ow]AA[\w-]{34}$/.test(text) ? readBase64Url(text) : undefined;
  if (bytes?.length !== 29 || bytes[0] !== 0 || (bytes[1] !== 0x2a && bytes[1] !== 0x2c) || bytes[8] !== 1) return undefined;
  const number = bytes.slice(2, 8).reduce((sum, byte) => sum * 256 + byte, 0);
  return isMemberNumber(number) ? number : undefined;
}

/**
 * Number in a default address (`given-family-XXXYYYZ`): base 12 with the groups of three reversed.
 * A chosen address can look like one: a calendar date is taken as chosen.
 */
export function numberOfSlug(slug: string): number | undefined {
  const [, low, middle, high] = /.-([0-9ab]{3})([0-9ab]{3})([1-9ab][0-9ab]{0,2})$/.exec(slug) ?? [];
  if (low === undefined || isDate(`${low}${middle}${high}`)) return undefined;
  const number = Number.parseInt(`${high}${middle}${low}`, 12);
  return isMemberNumber(number) ? number : undefined;
}

const isDate = (digits: string) =>
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/.test(digits);

/** The part after `/in/` of a profile address, decoded; undefined when it is no profile address. */
export function slugOf(profileUrl: string): string | undefined {
  const slug = /^(?:https?:\/\/(?:[a-z]{2,3}\.)?linkedin\.com)?\/?(?:in|sales\/lead|sales\/people)\/([^/?#,]+)/i.exec(profileUrl.trim())?.[1];
  if (slug === undefined) return undefined;
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/** Number of a profile address, an urn or a bare identifier. Two that disagree give none. */
export function memberNumber(...sources: readonly (string | null | undefined)[]): MemberNumber | undefined {
  const identifiers = sources.map((source) => numberOfIdentifier(findIdentifier(source ?? '') ?? ''));
  const slugs = sources.map((source) => slugOf(source ?? '')).map((slug) => (slug && !findIdentifier(slug) ? numberOfSlug(slug) : undefined));
  const numbers = new Set([...identifiers, ...slugs].filter((number) => number !== undefined));
  const [member] = numbers;
  if (member === undefined || numbers.size > 1) return undefined;
  return { member, from: identifiers.includes(member) ? 'identifier' : 'address' };
}
