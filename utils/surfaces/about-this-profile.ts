import { attribute, find, findAll, firstElementOf, isWithin, matches, nextElementOf, parentOf } from './dom.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { parseMonthYear } from './month-year.ts';
import { findAllAt, findAt, type Places } from './places.ts';
import { shownLine } from './shown-line.ts';

/** LinkedIn's dialog "About this profile", when the person has it open. */
export interface AboutThisProfile {
  readonly element: Element;
  readonly name?: string;
  /** `YYYY-MM`. */
  readonly joined: string;
  readonly contactUpdated?: string;
  readonly photoUpdated?: string;
}

export const aboutPlaces = {
  aboutDialog: ['dialog, [role="dialog"]'], // the newer front end's element, the classic one's role
  about: [
    '[data-sdui-screen*="AboutThisProfile" i]', // by the pattern of ProfileContactDetailsOverlay (2026), not seen
    '#about-this-profile-modal', // heading of the classic dialog, 2023 to 2024
  ],
} satisfies Places;

/**
 * Reads it in any language: the row whose value is a month and a year and nothing else is the date of joining, the two rows below
 * it are contact information and photo, in this order in all recordings (2023, 2024). Labels are not read: only English ones are
 * on record.
 */
export function readAboutThisProfile(document: Document, url: URL, language: string | undefined): AboutThisProfile | undefined {
  for (const root of linkedinRoots(document)) {
    for (const dialog of findAllAt(root, aboutPlaces.aboutDialog)) {
      const found = isAbout(dialog, url) ? readDialog(dialog, language) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

/** By the address, by the screen's name, or by the id its heading has. */
function isAbout(dialog: Element, url: URL): boolean {
  return /\/overlay\/about-this-profile/.test(url.pathname)
    || findAt(dialog, aboutPlaces.about) !== undefined
    || /about-this-profile/.test(attribute(dialog, 'aria-labelledby') ?? '');
}

function readDialog(dialog: Element, language: string | undefined): AboutThisProfile | undefined {
  const leaves = leavesIn(dialog);
  const value = leaves.find((leaf) => valueOf(leaf, language) !== undefined);
  const joined = value && valueOf(value, language);
  if (!value || !joined) return undefined;
  const below = rowsBelow(value, dialog).map(textOfRow);
  return {
    element: dialog,
    name: leaves.filter((leaf) => matches(leaf, 'h2, h3')).map(shownLine)[1] ?? undefined,
    joined,
    // One row alone could be either.
    ...(below.length >= 2 && { contactUpdated: below[0], photoUpdated: below[1] }),
  };
}

const texts = 'h2, h3, p, span, dt, dd, div';
const leavesIn = (root: Element) =>
  findAll(root, texts).filter((element) => !find(element, texts) && shownLine(element));

/** `October 2026`, or `Joined: October 2026` in the line for screen readers. */
const valueOf = (leaf: Element, language: string | undefined) =>
  parseMonthYear((shownLine(leaf) ?? '').split(/[:：]\s*/).at(-1) ?? '', language);

/** The rows after the one a value stands in: climbs to the first element that is followed by others with text. */
function rowsBelow(value: Element, dialog: Element): Element[] {
  for (let row: Element | null = value; row && row !== dialog && isWithin(row, dialog); row = parentOf(row)) {
    const rows: Element[] = [];
    for (let next = nextElementOf(row); next; next = nextElementOf(next)) if (firstElementOf(next) && shownLine(next)) rows.push(next);
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Value of a row: its last line for the eye, without the word "Updated" where the page is English. */
function textOfRow(row: Element): string | undefined {
  const lines = leavesIn(row).filter((leaf) => !matches(leaf, '.visually-hidden')).map(shownLine);
  return lines.at(-1)?.replace(/^Updated\s+/, '');
}
