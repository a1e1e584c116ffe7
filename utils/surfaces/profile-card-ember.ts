import { attribute, closest, find, findAll, isShown } from './dom.ts';
import { isMemberNumber } from '../core/member-number.ts';
import { identifierIn, photoIn, slugIn, photoFact } from './linkedin-person.ts';
import { earliestStart } from './month-year.ts';
import type { ProfileCard } from './profile-card.ts';
import { followers, oneLine, shownLine, shownNumber } from './shown-line.ts';
import { visibleText } from './visible-text.ts';

/** Where each fact stands, best first: the layout of 2023 to 2025, then the one of 2018 to 2020. */
const places = {
  card: ['section.pv-top-card', '.pv-top-card', 'section.pv-top-card-section'],
  name: ['h1.text-heading-xlarge', 'h1.break-words', 'h1.pv-top-card-section__name', 'h1'],
  headline: ['.text-body-medium.break-words', '.pv-top-card-section__headline'],
  // <span class="text-body-small inline t-black--light break-words">Springfield</span>
  location: ['.text-body-small.inline.break-words', '.pv-top-card-section__location'],
  company: ['.pv-text-details__right-panel [aria-label] .inline-show-more-text', '.pv-top-card-v2-section__company-name'],
  // <li class="text-body-small"><span class="t-bold">38</span> connections</li>: connections link to a list or stand last
  connections: ['.pv-top-card--list-bullet li:last-child', '.pv-top-card-v2-section__connections'],
  photo: ['img.pv-top-card-profile-picture__image--show', 'img.pv-top-card-profile-picture__image', '.pv-top-card-section__photo'],
  // both open something about this very person
  slug: ['a[href*="/overlay/contact-info"]', 'a[href*="/overlay/about-this-profile"]', 'a[href*="/detail/contact-info"]'],
  identifier: ['a[href*="profileUrn="]', 'a[href*="facetConnectionOf="]', 'a[href*="connectionOf="]'],
} as const;

/** Classic front end (Ember, readable classes). */
export function readEmberCard(document: Document, language: string | undefined): ProfileCard | undefined {
  const card = find(document, ...places.card);
  const heading = card && find(card, ...places.name);
  const name = shownLine(heading);
  if (!card || !heading || !name) return undefined;
  const line = (place: readonly string[]) => shownLine(find(card, ...place));
  const link = (place: readonly string[]) => attribute(find(card, ...place) ?? card, 'href');
  const photo = photoIn(card, ...places.photo);
  const member = Number(attribute(card, 'data-member-id') ?? Number.NaN);
  return {
    element: card,
    slug: slugIn(link(places.slug)),
    sender: {
      name,
      headline: line(places.headline),
      company: line(places.company),
      location: line(places.location),
      verified: verifiedOf(card, heading),
      degree: degreeOf(card),
    },
    profile: {
      identifier: identifierIn(link(places.identifier)),
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
  const items = findAll(card, '.pv-top-card--list-bullet li').map(shownLine).filter((text) => shownNumber(text) !== undefined);
  const only = items.length === 1 ? items[0] : undefined;
  if (only !== undefined && followers.test(only)) return { followers: shownNumber(only) };
  const connections = shownNumber(shownLine(find(card, ...places.connections)));
  return { connections, ...(items.length === 2 && { followers: shownNumber(items[0]) }) };
}

function degreeOf(card: Element): number | undefined {
  const values = findAll(card, '.dist-value').filter(isShown).map((value) => /[123]/.exec(shownLine(value) ?? '')?.[0]);
  return new Set(values).size === 1 && values[0] ? Number(values[0]) : undefined;
}

/** Marks exist since 2022: only the layout whose name opens "about this profile" has a place for one. */
function verifiedOf(card: Element, heading: Element): boolean | undefined {
  if (find(card, 'svg[data-test-icon^="verified"], .pv-top-card__verified-badge, [id^="verified"]')) return true;
  return closest(heading, 'a[href*="/overlay/about-this-profile"]') ? false : undefined;
}

/** Each line stands twice, for the eye (`aria-hidden`) and for screen readers; the old layout has a class of its own. */
function datesOf(document: Document): string[] {
  const anchors = findAll(document, '#experience.pv-profile-card__anchor, #education.pv-profile-card__anchor');
  const lines = anchors.flatMap((anchor) => findAll(closest(anchor, 'section') ?? anchor, 'span[aria-hidden="true"]'));
  const old = findAll(document, '.experience-section .pv-entity__date-range span, .education-section .pv-entity__dates span');
  return [...lines, ...old].map((element) => oneLine(visibleText(element, { limit: 100 })) ?? '');
}
