import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from '../../utils/core/facts.ts';

export interface Page {
  readonly name: string;
  readonly html: string;
  readonly url: string;
  /** The site's own words inside a mail, known by what stands at their end: a page that stops in the middle shows them as the mail's. */
  readonly ownWords?: string;
  /** Facts of each reading without `surface` and `seenAt`; where it stands, as a selector. */
  readonly expected: readonly { readonly facts: Omit<Facts, 'surface'>; readonly element?: string }[];
}

const pages = 'tests/pages';

/** Saved pages of a surface: `<name>.html` and `<name>.json` with `{ url, expected }`. */
export function pagesOf(surface: string): Page[] {
  const folder = join(pages, surface);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => file.endsWith('.html')).sort().map((file) => {
    const path = join(folder, file);
    return { name: `${surface}/${file}`, html: readFileSync(path, 'utf8'), ...JSON.parse(readFileSync(path.replace(/html$/, 'json'), 'utf8')) };
  });
}

/**
 * Puts a page into the test's own document, so that style sheets count. happy-dom reads no declarative shadow roots: they are
 * attached here. Frames have what their `srcdoc` says; others, which it would load, are left out. Scripts are not run.
 */
export function loadPage(html: string): Document {
  const framed = html.replaceAll(/<iframe(?![^>]*\ssrcdoc=)[^>]*><\/iframe>/g, '').replaceAll(/(<iframe\s[^>]*?)\ssrc="[^"]*"/g, '$1');
  const parsed = new DOMParser().parseFromString(framed, 'text/html');
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of parsed.documentElement.attributes) root.setAttribute(name, value);
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
  attachShadowRoots(document.body);
  return document;
}

function attachShadowRoots(root: ParentNode) {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const shadow = (template.parentElement as Element).attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    attachShadowRoots(shadow);
  }
}

/** What is written into a sidecar: no fields that were not seen. */
export const asWritten = (facts: Facts): Omit<Facts, 'surface'> => {
  const { surface: _surface, seenAt: _seenAt, ...rest } = JSON.parse(JSON.stringify(facts)) as Facts;
  return rest;
};
