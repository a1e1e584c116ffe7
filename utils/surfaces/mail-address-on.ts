import { attribute, findAll } from './dom.ts';
import { shownLine } from './shown-line.ts';

const address = /[^\s@()<>"',;:]+@[^\s@()<>"',;:]+\.[^\s@()<>"',;:]+/g;
const inBrackets = /[<＜(]\s*([^\s@()<>"',;:]+@[^\s@()<>"',;:]+\.[^\s@()<>"',;:]+)\s*[>＞)]/g;

/** Attributes webmail keeps an address in, most telling first. */
const attributes = ['email', 'data-email', 'data-hovercard-id', 'data-address', 'data-eid', 'title', 'aria-label', 'data-tooltip', 'data-title'];

/**
 * The address a line names, in lower case: `Dana Example <dana@example.com>`. A display name may hold an address of its own
 * ("support@bank.example <x@y.example>"), so one in brackets wins, and the last one.
 */
export function mailAddressIn(text: string | null | undefined): string | undefined {
  const line = text ?? '';
  return ([...line.matchAll(inBrackets)].at(-1)?.[1] ?? line.match(address)?.at(-1))?.replace(/[.]+$/, '').toLowerCase();
}

/** The address of a person an element shows: in its own attributes, its text, then in the attributes of what it holds. */
export function mailAddressOn(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  return inAttributes(element) ?? mailAddressIn(shownLine(element)) ?? findAll(element, '*').slice(0, 40).map(inAttributes).find(Boolean);
}

function inAttributes(element: Element): string | undefined {
  const href = attribute(element, 'href') ?? '';
  const linked = /^mailto:/i.test(href) ? href.slice('mailto:'.length).split('?')[0] : undefined;
  return [...attributes.map((name) => attribute(element, name)), linked].map(mailAddressIn).find(Boolean);
}

/**
 * A name without the address behind it and the marks around it; undefined when nothing but the address is shown. A name that is another
 * address than the known one is a name: people are misled by it.
 */
export function nameIn(line: string | undefined, known?: string): string | undefined {
  const email = known ?? mailAddressIn(line);
  const shown = (line ?? '').replaceAll(inBrackets, (whole, inside: string) => (inside.toLowerCase() === email ? ' ' : whole)).trim();
  // Name and address stand in two elements without a space between them.
  const isGlued = known !== undefined && shown.length > known.length && shown.toLowerCase().endsWith(known);
  const name = (isGlued ? shown.slice(0, -known.length) : shown).replaceAll(/^["'“]+|["'”]+$/g, '').replaceAll(/\s+/g, ' ').trim();
  return name !== '' && name.toLowerCase() !== (email ?? mailAddressIn(name)) ? name : undefined;
}
