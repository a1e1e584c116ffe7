import { addressLimit } from '../core/limits.ts';
import { findIdentifier, isMemberNumber, slugOf } from '../core/member-number.ts';
import { readPhotoAddress } from '../core/photo-address.ts';
import { attribute, find, findAll, resolve } from './dom.ts';

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

/** Pictures as they come in links and cards: the frame of a photo that may be missing, or the image alone. */
export const pictures = 'figure, img, .ghost-person';

/** First picture in a link or card: a person's own comes before those of shared connections. Without a photo a drawing is left. */
export function faceIn(root: Element): Photo | undefined {
  const first = find(root, pictures);
  const image = first && (find(first, 'img') ?? first);
  const isEmpty = image === first && find(root, 'figure svg[id^="person-accent"]') !== undefined;
  return isEmpty ? { url: '', element: first as Element } : image && photoOf(image);
}

const only = <T>(list: readonly (T | undefined)[]): T | undefined => {
  const told = new Set(list.filter((one) => one !== undefined));
  return told.size === 1 ? [...told][0] : undefined;
};
const account = '[componentkey], [data-chameleon-result-urn], a[href]';

/**
 * Identifier and number of whom a card is about, out of its keys and of addresses that are no other person's: `urn:li:member:<number>`
 * in the key of a button (2026), the urn of a search result (2021 to 2025), `profileUrn=` and `miniProfileUrn=`. Two give none.
 */
export function accountIn(card: Element, slug: string, leftOut: (element: Element) => boolean = () => false) {
  const told = [card, ...findAll(card, account)].filter((element) => !leftOut(element)).flatMap((element) => {
    const href = attribute(element, 'href') ?? '';
    const other = slugIn(href);
    const own = other === undefined || other === slug ? href : '';
    return [own, attribute(element, 'componentkey') ?? '', attribute(element, 'data-chameleon-result-urn') ?? ''];
  });
  const number = only(told.map((text) => /\bli(?::|%3A)member(?::|%3A)(\d{1,10})(?!\d)/i.exec(text)?.[1]));
  return { identifier: only(told.map(identifierIn)), ...(isMemberNumber(Number(number)) && { memberNumber: Number(number) }) };
}
