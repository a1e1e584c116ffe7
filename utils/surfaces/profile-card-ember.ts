import { attribute, closest, findAll } from './dom.ts';
import { isMemberNumber } from '../core/member-number.ts';
import { identifierIn, photoOf, slugIn, photoFact } from './linkedin-person.ts';
import { earliestStart } from './month-year.ts';
import { everyAt, findAllAt, findAt, type Candidates, type Places } from './places.ts';
import type { ProfileCard } from './profile-card.ts';
import { followers, oneLine, shownLine, shownNumber } from './shown-line.ts';
import { visibleText } from './visible-text.ts';

/** The classic front end of 2018 to 2025, the newer layout first. */
export const classicPlaces = {
  classicCard: [
    'section.pv-top-card', // 2020 to 2025, some with data-member-id (several scrapers)
    '.pv-top-card', // the same class on a div, 2020
    'section.pv-top-card-section', // saved page of 2018
  ],
  classicName: [
    'h1.text-heading-xlarge', // 2021 to 2024
    'h1.break-words', // 2024 to 2025: <h1 class="inline t-24 v-align-middle break-words">
    'h1.pv-top-card-section__name', // saved page of 2018
    'h1', // the page's only one
  ],
  classicHeadline: [
    '.text-body-medium.break-words', // 2021 to 2025
    '.pv-top-card-section__headline', // saved page of 2018
  ],
  classicLocation: [
    '.text-body-small.inline.break-words', // 2021 to 2025: <span class="text-body-small inline t-black--light break-words">
    '.pv-top-card-section__location', // saved page of 2018
  ],
  classicCompany: [
    '.pv-text-details__right-panel [aria-label] .inline-show-more-text', // 2021 to 2023, button to the newest job
    '.pv-top-card-v2-section__company-name', // saved page of 2018
  ],
  classicCounts: ['.pv-top-card--list-bullet li'], // 2020 to 2025: followers and connections, in this order
  classicConnections: [
    '.pv-top-card--list-bullet li:last-child', // they link to a list or stand last
    '.pv-top-card-v2-section__connections', // saved page of 2018
  ],
  classicDegree: ['.dist-value'], // "1st", twice for some; 2018 to 2025
  classicVerified: [
    'svg[data-test-icon^="verified"], .pv-top-card__verified-badge, [id^="verified"]', // test name, class and id seen from 2022 to 2025
  ],
  classicPhoto: [
    'img.pv-top-card-profile-picture__image--show', // 2023 to 2025, once loaded
    'img.pv-top-card-profile-picture__image', // 2020 to 2023
    '.pv-top-card-section__photo', // saved page of 2018: the style's background
  ],
  // All open something about this very person.
  classicSlug: [
    'a[href*="/overlay/contact-info"]', // 2021 to 2025
    'a[href*="/overlay/about-this-profile"]', // around the name since 2022
    'a[href*="/detail/contact-info"]', // 2018 to 2021
  ],
  classicIdentifier: [
    'a[href*="profileUrn="]', // button that opens a message
    'a[href*="facetConnectionOf="]', // search among the connections, 2018 to 2021
    'a[href*="connectionOf="]', // the same since 2021
  ],
  classicJobs: ['#experience.pv-profile-card__anchor, #education.pv-profile-card__anchor'], // empty anchors in sections, 2022 to 2025
  classicOldDates: [
    '.experience-section .pv-entity__date-range span, .education-section .pv-entity__dates span', // 2018 to 2021
  ],
} satisfies Places;

/** Classic front end (Ember, readable classes). */
export function readEmberCard(document: Document, language: string | undefined): ProfileCard | undefined {
  const card = findAt(document, classicPlaces.classicCard);
  const heading = card && findAt(card, classicPlaces.classicName);
  const name = shownLine(heading);
  if (!card || !heading || !name) return undefined;
  const line = (candidates: Candidates) => shownLine(findAt(card, candidates));
  const link = (candidates: Candidates) => attribute(findAt(card, candidates) ?? card, 'href');
  const picture = findAt(card, classicPlaces.classicPhoto);
  const photo = picture && photoOf(picture);
  const member = Number(attribute(card, 'data-member-id') ?? Number.NaN);
  return {
    element: card,
    slug: slugIn(link(classicPlaces.classicSlug)),
    sender: {
      name,
      headline: line(classicPlaces.classicHeadline),
      company: line(classicPlaces.classicCompany),
      location: line(classicPlaces.classicLocation),
      verified: verifiedOf(card, heading),
      degree: degreeOf(card),
    },
    profile: {
      identifier: identifierIn(link(classicPlaces.classicIdentifier)),
      ...(isMemberNumber(member) && { memberNumber: member }),
      ...countsOf(card),
      earliestJob: earliestStart(datesOf(document), language),
      ...(photo && { photo: photoFact(photo) }),
    },
    ...(photo && { photo }),
  };
}

/** Two items are followers and connections; one alone is connections unless its word says followers. */
function countsOf(card: Element): { connections?: number; followers?: number } {
  const items = findAllAt(card, classicPlaces.classicCounts).map(shownLine).filter((text) => shownNumber(text) !== undefined);
  const only = items.length === 1 ? items[0] : undefined;
  if (only !== undefined && followers.test(only)) return { followers: shownNumber(only) };
  const connections = shownNumber(shownLine(findAt(card, classicPlaces.classicConnections)));
  return { connections, ...(items.length === 2 && { followers: shownNumber(items[0]) }) };
}

function degreeOf(card: Element): number | undefined {
  const values = findAllAt(card, classicPlaces.classicDegree).map((value) => /[123]/.exec(shownLine(value) ?? '')?.[0]);
  return new Set(values).size === 1 && values[0] ? Number(values[0]) : undefined;
}

/** Marks exist since 2022: only the layout whose name opens "about this profile" has a place for one. */
function verifiedOf(card: Element, heading: Element): boolean | undefined {
  if (findAt(card, classicPlaces.classicVerified)) return true;
  return closest(heading, 'a[href*="/overlay/about-this-profile"]') ? false : undefined;
}

/** Each line stands twice, for the eye (`aria-hidden`) and for screen readers; the old layout has a class of its own. */
function datesOf(document: Document): string[] {
  const anchors = everyAt(document, classicPlaces.classicJobs);
  const lines = anchors.flatMap((anchor) => findAll(closest(anchor, 'section') ?? anchor, 'span[aria-hidden="true"]'));
  const old = findAllAt(document, classicPlaces.classicOldDates);
  return [...lines, ...old].map((element) => oneLine(visibleText(element, { limit: 100 })) ?? '');
}
