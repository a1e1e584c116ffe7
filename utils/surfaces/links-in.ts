import type { Facts } from '../core/facts.ts';
import { addressLimit, lineLimit, listLimit } from '../core/limits.ts';
import { attribute, findAll, isShown, resolve, tagOf } from './dom.ts';
import { visibleText } from './visible-text.ts';

type Link = NonNullable<NonNullable<Facts['links']>[number]>;

/** Links a person can follow, each with the element it stands in. Addresses of people (`mailto:`, `tel:`) are no links. */
export function linksIn(root: Element, leftOut: (link: Element) => boolean = () => false): { links: Link[]; elements: Element[] } {
  const links: Link[] = [];
  const elements: Element[] = [];
  for (const element of findAll(root, 'a[href], area[href]')) {
    if (links.length >= listLimit) break;
    const url = addressOf(element);
    if (url === undefined || leftOut(element) || !isDrawn(element)) continue;
    const text = visibleText(element, { limit: lineLimit });
    links.push({ url, ...(text && { text }) });
    elements.push(element);
  }
  return { links, elements };
}

/** An area of a picture's map has no box of its own. */
const isDrawn = (element: Element) => tagOf(element) === 'area' || isShown(element);

/** `href`, resolved. Undefined for places on the same page and for people's addresses. */
function addressOf(element: Element): string | undefined {
  const href = (attribute(element, 'href') ?? '').trim();
  if (href === '' || href.startsWith('#') || /^(?:mailto|tel):/i.test(href)) return undefined;
  return (resolve(element, href) ?? href).slice(0, addressLimit);
}
