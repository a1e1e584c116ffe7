import type { Facts } from '../core/facts.ts';
import { addressLimit, lineLimit, listLimit } from '../core/limits.ts';
import { attribute, boxOf, find, findAll, isShown, resolve, tagOf } from './dom.ts';
import { visibleText } from './visible-text.ts';

type Link = NonNullable<NonNullable<Facts['links']>[number]>;
export interface Links { readonly links: Link[]; readonly elements: Element[] }

/** Places looked at from either end: a page of links has hundreds. */
const mostPlaces = 5_000;
/** Where a form's words stand; `formaction` sends it elsewhere and counts as a place of its own. */
const submits = '[type="submit"], button:not([type]), [type="image"]';

/**
 * Places a person can follow or send something to, each with the element it stands in, each address and text once; of too many the first
 * and the last. Addresses of people (`mailto:`, `tel:`) are no links, and neither is what shows nothing to press.
 */
export function linksIn(root: Element, leftOut: (element: Element, url: string) => boolean = () => false): Links {
  const seen = new Set<string>();
  const found = ends(findAll(root, 'a[href], area[href], form[action], [formaction]'), mostPlaces).flatMap((element) => {
    const url = addressOf(element);
    if (url === undefined || leftOut(element, url)) return [];
    const text = textOfLink(element);
    const name = `${url} ${text}`;
    if (text === undefined || seen.has(name)) return [];
    seen.add(name);
    const target = originalOf(element, url);
    return [{ element, link: { url, ...(text && { text }), ...(target && { target }) } }];
  });
  const kept = ends(found, listLimit / 2);
  return { links: kept.map(({ link }) => link), elements: kept.map(({ element }) => element) };
}

const ends = <T>(list: T[], most: number) => (list.length > 2 * most ? [...list.slice(0, most), ...list.slice(-most)] : list);

/** What it says, empty for a picture or a box; undefined where there is nothing to see. An area of a picture's map has no box of its own. */
function textOfLink(element: Element): string | undefined {
  const tag = tagOf(element);
  if (tag === 'area') return '';
  if (!isShown(element)) return undefined;
  const worded = tag === 'form' ? find(element, submits) : element;
  const text = worded && (visibleText(worded, { limit: lineLimit, isWritten: true }) || attribute(worded, 'value')?.slice(0, lineLimit));
  if (text || tag === 'form' || findAll(element, 'img, svg').some(isShown)) return text ?? '';
  const { width, height } = boxOf(element);
  return width * height > 0 ? '' : undefined;
}

/** Outlook keeps the address behind its own wrapper in an attribute. Without the wrapper anybody could have written it. */
const wrapped = /^https:\/\/(?:[\w-]+\.)*safelinks\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)\//i;
const originalOf = (element: Element, url: string) =>
  (wrapped.test(url) ? attribute(element, 'originalsrc')?.slice(0, addressLimit) : undefined);

/** `href`, resolved. Undefined for places on the same page and for people's addresses; of forms only web addresses count. */
function addressOf(element: Element): string | undefined {
  const href = (attribute(element, 'href') ?? '').trim();
  if (href === '') {
    const action = attribute(element, tagOf(element) === 'form' ? 'action' : 'formaction') ?? '';
    const url = /^\s*https?:/i.test(action) ? resolve(element, action) : undefined;
    return url?.slice(0, addressLimit);
  }
  if (href.startsWith('#') || /^(?:mailto|tel):/i.test(href)) return undefined;
  return (resolve(element, href) ?? href).slice(0, addressLimit);
}
