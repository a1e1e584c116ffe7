import type { Facts } from '../core/facts.ts';
import { lineLimit } from '../core/limits.ts';
import { attribute, closest, find, findAll, parentOf, precedes } from './dom.ts';
import { identifierIn, photoFact, photoIn, profileAddress, slugIn, type Photo } from './linkedin-person.ts';
import { findAt, findShownAt, type Places } from './places.ts';
import { oneLine, shownLine } from './shown-line.ts';
import { visibleText } from './visible-text.ts';

export const posterPlaces = {
  poster: [
    '.hirer-card__hirer-information', // Ember 2022 to 2026
    '.message-the-recruiter', // signed out
    '.jobs-poster__wrapper', // Ember until 2022
  ],
  people: [
    '[componentkey^="JobDetailsPeopleWhoCanHelpSlot_"]', // SDUI: the hiring team first, then schoolmates and connections
    '[data-sdui-component$="eopleWhoCanHelp"]', // SDUI, name of the component in it
    '[componentkey*="PeopleWhoCanHelp"]', // the same key, should its beginning change
  ],
  posterName: [
    '.jobs-poster__name', // Ember 2019 to 2026
    '.base-main-card__title', // signed out
    'a p', // SDUI: first paragraph of the link
  ],
  posterHeadline: [
    '.hirer-card__hirer-job-title', // Ember, an extension's code
    '.text-body-small', // Ember 2023 to 2026: <div class="text-body-small t-black">
    '.jobs-poster__headline', // Ember until 2022
    '.base-main-card__subtitle', // signed out
    'a p + p', // SDUI: second paragraph of the link
  ],
} satisfies Places;

/**
 * Heading over whoever posted the job, which schoolmates below it have not: en, es, fr as on pages of 2024 to 2026, the others as
 * remembered; a wrong one finds nothing.
 */
const team = /hiring team|equipo de contrataci|équipe de recrutement|einstellungsteam|recruiting-?team|equipe de contrataç|team di assunzione|wervingsteam|採用チーム|招聘团队/i;
/** `· 2nd`, and the word under the headline: en, es, fr, the others as remembered. */
const noHeadline = /^[·•]?\s*[123]\D{0,6}$|^(?:job poster|anunciante del empleo|auteur de l.offre d.emploi|jobanbieter.*|anunciante da vaga)$/i;

export interface Poster { readonly sender: NonNullable<Facts['sender']>; readonly profile: NonNullable<Facts['profile']>; readonly photo?: Photo }

/** The person who posted a job, where the page says that it is one. */
export function posterIn(pane: Element): Poster | undefined {
  const card = findShownAt(pane, posterPlaces.poster) ?? teamLinkIn(pane);
  if (!card) return undefined;
  const link = find(card, 'a[href*="/in/"]') ?? (slugIn(attribute(card, 'href')) ? card : undefined);
  const href = link && attribute(link, 'href');
  const named = findAt(card, posterPlaces.posterName) ?? link;
  const name = named && oneLine(visibleText(named, { limit: lineLimit }).split(/\n| · /)[0]);
  if (!name) return undefined;
  const around = parentOf(card) ?? card;
  const photo = photoIn(around, 'img[src*="/profile-"]', 'img');
  const compose = find(around, 'a[href*="/messaging/compose/"]');
  return {
    sender: {
      name, headline: headlineIn(card, name), profileUrl: profileAddress(slugIn(href)),
      ...(find(card, 'svg[id^="verified"], svg[data-test-icon^="verified"]') && { verified: true }),
    },
    profile: {
      identifier: identifierIn(href) ?? identifierIn(compose && attribute(compose, 'href')),
      ...(photo && { photo: photoFact(photo) }),
    },
    ...(photo && { photo }),
  };
}

function headlineIn(card: Element, name: string): string | undefined {
  const stated = shownLine(findAt(card, posterPlaces.posterHeadline));
  const lines = [stated ?? '', ...visibleText(card, { limit: lineLimit }).split('\n').map((line) => line.trim())];
  return lines.find((line) => line !== '' && !line.startsWith(name) && !noHeadline.test(line));
}

/** SDUI: the first link to a person behind the heading. */
function teamLinkIn(pane: Element): Element | undefined {
  const people = findShownAt(pane, posterPlaces.people);
  const heading = people && findAll(people, 'p, h2, h3, span').find((line) => team.test(shownLine(line) ?? '') && !closest(line, 'a'));
  return heading && findAll(people, 'a[href*="/in/"]').find((link) => precedes(heading, link) && shownLine(link));
}
