import { attribute, closest, find, findAll, isWithin, matches, parentOf } from './dom.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { linksIn, type Links } from './links-in.ts';
import { parseDay } from './month-year.ts';
import { findAllAt, findShownAt, type Places } from './places.ts';
import { shownLine } from './shown-line.ts';
import { slugIn } from './linkedin-person.ts';

/** LinkedIn's dialog "Contact info", when the person has it open. Mail addresses and telephone numbers are not read: everybody has them. */
export interface ContactDialog extends Links {
  readonly element: Element;
  /** Whose it is, by the address of the profile that it names. */
  readonly slug?: string;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly connectedSince?: string;
}

export const contactPlaces = {
  contact: [
    '[data-sdui-screen$=".ProfileContactDetailsOverlay"]', // name of the screen, 2025 and 2026 (four extensions' notes)
    '.pv-contact-info', // classic dialog's section, 2018 to 2025
    '.artdeco-modal:has(.pv-contact-info__contact-type)', // the same by its rows
  ],
  connected: [
    '.ci-connected', // row of the classic dialog, 2018 to 2025
  ],
} satisfies Places;

/** Rows that hold other links than websites: the profile itself, a place on a map. Icons of 2026, classes before. */
const otherRow = 'svg[id^="linkedin"], svg[id^="location"]';
const otherSection = '.ci-vanity-url, .ci-address';

export function readContactDialog(document: Document, language: string | undefined): ContactDialog | undefined {
  for (const root of linkedinRoots(document)) {
    const element = findShownAt(root, contactPlaces.contact);
    if (!element) continue;
    const own = findAll(element, 'a[href*="/in/"]').map((link) => slugIn(attribute(link, 'href'))).find(Boolean);
    const isOther = (link: Element, url: string) => slugIn(url) !== undefined || closest(link, otherSection) !== null
      || find(rowOf(link, element), otherRow) !== undefined;
    return { element, ...(own && { slug: own }), ...linksIn(element, isOther), connectedSince: connectedIn(element, language) };
  }
  return undefined;
}

/** Nearest element around a link with an icon before it that is not the link's own. */
function rowOf(link: Element, dialog: Element): Element {
  let row = link;
  while (row !== dialog && !findAll(row, 'svg').some((icon) => !isWithin(icon, link))) row = parentOf(row) ?? dialog;
  return row === dialog ? link : row;
}

const texts = 'p, span, div';

/** Of all rows this one alone is a day with its year, in any language: birthdays have none. Two would say nothing. */
function connectedIn(dialog: Element, language: string | undefined): string | undefined {
  const rows = findAllAt(dialog, contactPlaces.connected);
  const leaves = (rows.length > 0 ? rows : [dialog]).flatMap((row) => findAll(row, texts))
    .filter((leaf) => !find(leaf, texts) && !closest(leaf, 'a') && !matches(leaf, '.visually-hidden'));
  const days = new Set(leaves.map((leaf) => parseDay(shownLine(leaf) ?? '', language)).filter((day) => day !== undefined));
  return days.size === 1 ? [...days][0] : undefined;
}
