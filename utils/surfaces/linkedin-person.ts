import { addressLimit } from '../core/limits.ts';
import { findIdentifier, slugOf } from '../core/member-number.ts';
import { readPhotoAddress } from '../core/photo-address.ts';
import { attribute, find, resolve } from './dom.ts';

/** Slug or identifier of a `/in/...` address, relative or whole. */
export const slugIn = (href: string | null | undefined): string | undefined => (href ? slugOf(href) : undefined);

/** `https://www.linkedin.com/in/<slug>/`: one way to write each person's address. */
export const profileAddress = (slug: string | undefined): string | undefined =>
  slug === undefined ? undefined : `https://www.linkedin.com/in/${encodeURIComponent(slug).slice(0, addressLimit)}/`;

export const isIdentifier = (slug: string | undefined): boolean => slug !== undefined && findIdentifier(slug) === slug;

/** Identifier in an attribute, percent-encoded (`urn%3Ali%3Afsd_profile%3AACoAA...`) or not. */
export const identifierIn = (value: string | null | undefined): string | undefined =>
  findIdentifier((value ?? '').replaceAll(/%[0-9a-f]{2}/gi, ' '));

export interface Photo { readonly url: string; readonly element: Element }

/** LinkedIn's pictures of nobody: a class of the old front end, a file of the guest pages (path ends so since 2021). */
const ghost = /ghost-person|9c8pery4andzj6ohjkjp54ma2/;

export function photoIn(root: Element, ...selectors: readonly string[]): Photo | undefined {
  const element = find(root, ...selectors);
  return element && photoOf(element);
}

/** An empty address is a fact of its own: the layout shows that there is no photo. */
export const photoFact = ({ url }: Photo) => (url ? { url } : { none: true });

/** The photo an image, or an element with one behind it, shows. `url` is empty where it shows nobody; undefined while it loads. */
export function photoOf(element: Element): Photo | undefined {
  const source = attribute(element, 'src') ?? /url\(["']?([^"')]+)/.exec(attribute(element, 'style') ?? '')?.[1] ?? '';
  if (ghost.test(source) || ghost.test(attribute(element, 'class') ?? '')) return { url: '', element };
  const url = source ? resolve(element, source) : undefined;
  return url && readPhotoAddress(url) ? { url: url.slice(0, addressLimit), element } : undefined;
}
