import type { Facts } from '../core/facts.ts';
import { hostsOf } from '../core/reading-places.ts';
import { countsIn, onlyNumber, withOurDigits } from './company-counts.ts';
import { closest, find, findAll, isShown, parentOf, titleOf } from './dom.ts';
import { companyAddress, leadsOff, linkAt } from './linkedin-links.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { findAllAt, findAt, findShownAt, type Places } from './places.ts';
import { shownLine } from './shown-line.ts';
import type { Reading, Surface } from './surface.ts';

const places = {
  page: [
    'main', // every front end
    '[role="main"]', // SDUI, around it
  ],
  name: [
    '.org-top-card-summary__title', // Ember 2018 to 2026
    '.top-card-layout__title', // signed out
  ],
  details: ['dl dd'], // Ember's "About" 2018 to 2026 and signed out: website, size, founding year, each behind a `dt`
  industry: ['[data-test-id="about-us__industry"] dd'], // signed out
  headquarters: ['[data-test-id="about-us__headquarters"] dd'], // signed out
  top: [
    '.org-top-card-summary-info-list__info-item', // Ember 2019 to 2026: industry, place, followers, size
    '.top-card-layout__first-subline', // signed out: place and followers
    'p', // SDUI: no hook known, short lines from the top
  ],
  website: [
    '[data-test-id="about-us__website"] a', // signed out
    'dl dd a', // Ember
  ],
  action: ['.org-top-card-primary-actions__action'], // Ember: "Visit website" or what the company put there
  people: ['a[href*="currentCompany="]:not([href*="etwork="])'], // search for who works there; not the one for connections
  verified: [
    '.org-top-card-summary__badge', // Ember 2023 to 2026
    'svg[data-test-icon^="verified"], svg[id^="verified"]', // Ember and SDUI, as beside persons
  ],
} satisfies Places;

/** Lines that are looked at where nothing says which are about the company: more stand in posts. */
const mostLines = 40;
const aboutPage = /^\/(?:company|showcase|school)\/[^/]+\/about\b/;
const expected = /^\/(?:company|showcase|school)\/(?!setup\b)[^/]+(?:\/(?:about|people|life|jobs)\b.*)?\/?$/;
/** A year alone, or with the little a language puts behind: `2019年`. */
const year = /^(1[89]\d\d|20\d\d)\s?(?:\p{L}{1,2}\.?)?$/u;
/** A website's link says where it leads. */
const bareAddressShape = /^(?:https?:\/\/)?[\p{L}\d.-]+\.\p{L}{2,}(?:\/\S*)?$/u;

/** The page of a company, a school or a part of a company. */
export const linkedinCompany: Surface = {
  id: 'linkedin-company',
  hosts: hostsOf('linkedin-company'),
  places,
  expects: ({ pathname }) => expected.test(pathname) && companyAddress(pathname) !== undefined,
  isOwn: () => false,
  read: (document, url, seenAt) => {
    const page = companyAddress(url.href);
    if (!page || /\/admin\b/.test(url.pathname)) return [];
    return linkedinRoots(document).flatMap((root) => {
      const main = findAt(root, places.page);
      const heading = main && (findShownAt(main, places.name) ?? headingIn(main, document));
      return heading ? [readPage(main, heading, { page, url, seenAt })] : [];
    }).slice(0, 1);
  },
};

/** Without a class: what the tab's title begins with (`(1) Birchline: About | LinkedIn`). */
function headingIn(main: Element, document: Document): Element | undefined {
  const tab = titleOf(document).replace(/^\(\d+\+?\)\s*/, '').trim();
  if (!tab.endsWith('LinkedIn')) return undefined;
  return findAll(main, 'h1, h2, p').slice(0, mostLines).find((line) => {
    const text = isShown(line) && shownLine(line);
    return text && tab.startsWith(text) && /^\s*[:：|]/.test(tab.slice(text.length));
  });
}

interface Where { readonly page: string; readonly url: URL; readonly seenAt: string }

function readPage(main: Element, heading: Element, { page, url, seenAt }: Where): Reading {
  const isAbout = aboutPage.test(url.pathname);
  const details = findAllAt(main, places.details);
  const lines = details.map((detail) => shownLine(detail) ?? '');
  const top = findAllAt(main, places.top).slice(0, mostLines).map((line) => shownLine(line) ?? '');
  const links = [
    findAllAt(main, places.website).find(leadsOff) ?? (isAbout && details.length === 0 ? bareAddress(main) : undefined),
    findAllAt(main, places.action).map((action) => find(action, 'a[href]') ?? action).find(leadsOff),
  ].flatMap((link) => (link ? [linkAt(link)] : []));
  const website = links.find(({ element }) => !places.action.some((action) => closest(element, action)))?.link.url;
  const people = findAllAt(main, places.people).map((link) => shownLine(link) ?? '');
  const counts = countsIn([...top, ...lines, ...people]);
  const years = (details.length > 0 ? lines : isAbout ? top : []).flatMap((line) => year.exec(withOurDigits(line))?.[1] ?? []);
  const facts: Facts = {
    surface: 'linkedin-company', seenAt,
    links: links.map(({ link }) => link),
    company: {
      name: shownLine(heading), url: page, website,
      ...linesOf(main, top),
      founded: years.length === 1 ? Number(years[0]) : undefined,
      ...counts,
      members: people.map(onlyNumber).find((number) => number !== undefined) ?? counts.members,
      ...(findAt(parentOf(heading) ?? heading, places.verified) && { verified: true }),
    },
  };
  return { facts, element: heading, links: links.map(({ element }) => element), files: [] };
}

/** Industry and place stand first and without digits; of one alone nobody can tell which it is. */
function linesOf(main: Element, top: readonly string[]): Pick<NonNullable<Facts['company']>, 'industry' | 'headquarters'> {
  const isEmber = find(main, places.top[0]!) !== undefined;
  const [industry, headquarters] = isEmber ? top.filter((line) => line !== '' && !/\p{Nd}/u.test(line)) : [];
  const stated = (candidates: readonly string[]) => shownLine(findShownAt(main, candidates));
  return {
    industry: headquarters ? industry : stated(places.industry),
    headquarters: headquarters ?? stated(places.headquarters),
  };
}

/** SDUI: a link that shows its own address, outside of what the company writes about itself. */
const bareAddress = (main: Element) => findAll(main, 'a[href]').find((link) => isShown(link) && leadsOff(link)
  && bareAddressShape.test(shownLine(link) ?? '') && !closest(link, '[data-testid="expandable-text-box"]'));
