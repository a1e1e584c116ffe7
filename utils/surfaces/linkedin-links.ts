import type { Facts } from '../core/facts.ts';
import { addressLimit } from '../core/limits.ts';
import { readUrl } from '../core/url.ts';
import { attribute } from './dom.ts';
import { shownLine } from './shown-line.ts';

type Link = NonNullable<Facts['links']>[number];
export interface ShownLink { readonly link: Link; readonly element: Element }

const urlOf = (element: Element) => readUrl(attribute(element, 'href') ?? '', 'https://www.linkedin.com/');

/** Addresses of LinkedIn's own that only forward: `/safety/go/?url=`, `/redir/redirect?url=`, `/jobs/view/externalApply/1?url=`. */
const forwards = /^\/(?:safety\/go|redir\/|jobs\/view\/externalApply)/;

/** True for a link to another site, straight or through LinkedIn's forwarding. */
export function leadsOff(element: Element): boolean {
  const url = urlOf(element);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return !/(?:^|\.)linkedin\.com$/.test(url.hostname) || forwards.test(url.pathname);
}

export function linkAt(element: Element): ShownLink {
  const text = shownLine(element);
  return { element, link: { url: (urlOf(element)?.href ?? '').slice(0, addressLimit), ...(text && { text }) } };
}

/** `https://www.linkedin.com/company/<slug>/` of an address of a company, a showcase page or a school; undefined for others. */
export function companyAddress(href: string | null | undefined): string | undefined {
  const [, kind, slug] = /^(?:https?:\/\/[^/?#]*linkedin\.com)?\/(company|showcase|school)\/([^/?#]+)/.exec(href ?? '') ?? [];
  return slug && slug !== 'unavailable' ? `https://www.linkedin.com/${kind}/${slug.slice(0, addressLimit)}/` : undefined;
}
