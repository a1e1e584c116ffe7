import {
  attribute, closest, find, findAll, firstElementOf, isShown, isWithin, nextElementOf, parentOf, precedes, tagOf,
} from './dom.ts';
import { identifierIn, photoOf, slugIn, type Photo, photoFact } from './linkedin-person.ts';
import { earliestStart } from './month-year.ts';
import { closestAt, findAllAt, findAt, type Places } from './places.ts';
import type { ProfileCard } from './profile-card.ts';
import { followers, oneLine, shownLine, shownNumber } from './shown-line.ts';
import { visibleText } from './visible-text.ts';

/** The front end of 2025 and 2026 (React, hashed classes). Stable marks: `componentkey`, ids of icons, shapes of addresses. */
export const sduiPlaces = {
  card: [
    'section[componentkey$="Topcard" i]', // com.linkedin.sdui.profile.card.refACoAA...Topcard: saved pages of April 2026
    '[componentkey$="Topcard" i]', // the div around it has the same key
  ],
  name: [
    'h2', // the only heading of the card; the page has no h1 (April 2026)
    'h1', // should it become the page's heading, as before 2025
  ],
  contactLink: ['a[href*="/overlay/contact-info"]'], // ends the line of the place; address of the dialog since 2021
  // What the name opens: the verified mark stands in it.
  nameLink: [
    '[aria-haspopup="dialog"]', // a card of the person (April 2026)
    'a[href*="/in/"]', // the link inside of it to the person's own page (April 2026), should the card go
  ],
  verified: ['svg[id^="verified"]'], // svg#verified-medium, in lists -small (April 2026)
  employer: ['svg[id^="company-accent"]'], // drawing behind the logo of the newest employer (April 2026)
  photoFrame: ['svg[id^="person-accent"]'], // drawing behind the photo, alone when there is none (April 2026)
  mutual: ['a[href*="connectionOf="]'], // search among shared connections; the address since 2021
} satisfies Places;

/** `· 1st`, `· 2e`, `· 3次`: the separator and one digit, with the little the language puts around it. */
const degree = /^[·・•]\s*\D{0,3}([123])\D{0,6}$/;
/** Like `followers`: two numbers stand side by side and nothing but the word says which is which. */
const connections = /connection|relation|kontakt|contact|contat|conex|collegament|connectie|つながり|人脈|人脉|1촌|контакт/i;

export function readSduiCard(document: Document, language: string | undefined): ProfileCard | undefined {
  const card = findAt(document, sduiPlaces.card);
  const heading = card && findAt(card, sduiPlaces.name);
  const name = shownLine(heading);
  if (!card || !heading || !name) return undefined;
  const contact = findAt(card, sduiPlaces.contactLink);
  const identifier = identifierIn(attribute(card, 'componentkey'));
  const photo = ownPhoto(card, heading);
  return {
    element: card,
    slug: slugIn(contact && attribute(contact, 'href')) ?? slugIn(attribute(closest(heading, 'a[href*="/in/"]') ?? card, 'href')),
    sender: { name, ...textsOf(card, heading, contact), verified: verifiedOf(heading), degree: degreeOf(card) },
    profile: {
      identifier,
      ...countsOf(card),
      mutual: mutualOf(card),
      earliestJob: earliestStart(datesOf(document, identifier), language),
      ...(photo && { photo: photoFact(photo) }),
    },
    ...(photo && { photo }),
  };
}

/**
 * Headline and company stand as paragraphs beside the row of the name; the place is the first paragraph of the block that
 * ends with the contact link. Pronouns and degrees stand inside the row of the name.
 */
function textsOf(card: Element, heading: Element, contact: Element | undefined) {
  const line = contact && parentOf(closest(contact, 'p') ?? contact);
  const place = line && isWithin(line, card) ? find(line, 'p') : undefined;
  const block = contact && line ? parentOf(line) : besideName(card, heading);
  const [headline, company] = block && isWithin(block, card) ? paragraphsIn(block) : [];
  const employer = findAt(card, sduiPlaces.employer);
  const row = employer && parentOf(closest(employer, 'figure') ?? employer);
  return {
    headline: shownLine(headline),
    company: shownLine(row && find(row, 'p')) ?? oneLine(shownLine(company)?.split(' · ')[0]),
    location: place && !(contact && isWithin(contact, place)) ? shownLine(place) : undefined,
  };
}

/** Without a contact link: the nearest element around the name with paragraphs of its own that are no degree. */
function besideName(card: Element, heading: Element): Element | null {
  let block = parentOf(heading);
  while (block && block !== card && !(paragraphsIn(block).length > 0 && !paragraphsIn(block).some(isDegree))) block = parentOf(block);
  return block === card ? null : block;
}

function paragraphsIn(block: Element): Element[] {
  const found: Element[] = [];
  for (let child = firstElementOf(block); child; child = nextElementOf(child)) if (tagOf(child) === 'p') found.push(child);
  return found;
}

const isDegree = (paragraph: Element) => degree.test(shownLine(paragraph) ?? '');

/** Two degrees are in the markup, style sheets hide one. Two that show say nothing. */
function degreeOf(card: Element): number | undefined {
  const shown = findAll(card, 'p').filter(isShown).map((paragraph) => degree.exec(shownLine(paragraph) ?? '')?.[1]);
  const degrees = new Set(shown.filter((digit) => digit !== undefined));
  return degrees.size === 1 ? Number([...degrees][0]) : undefined;
}

/** The mark (`svg#verified-medium`) stands next to the name; its place is known only where the name opens a card of its own. */
function verifiedOf(heading: Element): boolean | undefined {
  const place = closestAt(heading, sduiPlaces.nameLink);
  return place ? findAt(place, sduiPlaces.verified) !== undefined : undefined;
}

/** Faces of shared connections stand in the card too: the person's own comes before the name. Without a photo a drawing is left. */
function ownPhoto(card: Element, heading: Element): Photo | undefined {
  // <figure><svg id="person-accent-4"><img src=".../profile-displayphoto-scale_400_400/..."></figure>
  const figure = findAll(card, 'figure')
    .find((candidate) => precedes(candidate, heading) && findAt(candidate, sduiPlaces.photoFrame));
  if (!figure) return undefined;
  const picture = find(figure, 'img');
  return picture ? photoOf(picture) : { url: '', element: figure };
}

function countsOf(card: Element): { connections?: number; followers?: number } {
  const counts: { connections?: number; followers?: number } = {};
  for (const paragraph of findAll(card, 'p')) {
    const text = shownLine(paragraph) ?? '';
    const next = nextElementOf(paragraph);
    // `500+`, and `+ de 500`, `Mais de 500` before a word that says of what.
    const [, more = '', number, word = next ? shownLine(next) ?? '' : ''] = /^(\D{0,12}\s)?([\d.,\s\u00a0\u202f]*\d\+?)\s*(\D.*)?$/.exec(text) ?? [];
    const isShared = sduiPlaces.mutual.some((link) => closest(paragraph, link) ?? find(paragraph, link));
    if (number === undefined || isShared || (more !== '' && !connections.test(word))) continue;
    if (followers.test(word)) counts.followers ??= shownNumber(number);
    else if (connections.test(word) || number.endsWith('+')) counts.connections ??= shownNumber(number);
  }
  return counts;
}

/** `Ada, Ben and 5 others`: the names stand in `strong`, a number counts the rest. */
function mutualOf(card: Element): number | undefined {
  for (const link of findAllAt(card, sduiPlaces.mutual)) {
    const named = findAll(link, 'strong');
    if (named.length === 0) continue;
    const rest = named.reduce((text, strong) => text.replace(shownLine(strong) ?? '', ' '), shownLine(link) ?? '');
    return named.length + (shownNumber(rest) ?? 0);
  }
  return undefined;
}

/** Lines of the experience and education of this person, not of people listed beside. */
function datesOf(document: Document, identifier: string | undefined): string[] {
  if (!identifier) return [];
  const sections = findAll(document, ['Experience', 'Education']
    .map((name) => `section[componentkey*="ref${identifier}${name}TopLevelSection"]`).join());
  return sections.flatMap((section) => findAll(section, 'p')).filter((line) => !find(line, 'p, [data-testid="expandable-text-box"]'))
    .map((line) => visibleText(line, { limit: 100 }));
}
