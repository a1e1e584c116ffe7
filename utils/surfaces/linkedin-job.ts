import type { Facts } from '../core/facts.ts';
import { lineLimit, listLimit } from '../core/limits.ts';
import { hostsOf } from '../core/reading-places.ts';
import { countsIn } from './company-counts.ts';
import { attribute, closest, find, findAll, isShown, precedes, titleOf } from './dom.ts';
import { posterIn, posterPlaces } from './job-poster.ts';
import { companyAddress, leadsOff, linkAt } from './linkedin-links.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { linksIn } from './links-in.ts';
import { closestAt, everyAt, findAllAt, findShownAt, type Places } from './places.ts';
import { shownLine } from './shown-line.ts';
import type { Reading, Surface } from './surface.ts';
import { visibleText } from './visible-text.ts';

const places = {
  ...posterPlaces,
  description: [
    '[componentkey^="JobDetails_AboutTheJob_"] [data-testid="expandable-text-box"]', // SDUI 2025 to 2026, seen on a saved page of 2026-09
    '[data-sdui-component$=".aboutTheJob"] [data-testid="expandable-text-box"]', // SDUI, name of the component around it
    '#job-details', // Ember 2020 to 2026, seen on a saved page of 2026-09
    '.jobs-description-content__text', // Ember until 2025
    '.show-more-less-html__markup', // signed out, 2020 to 2026
  ],
  pane: [
    '[data-sdui-screen$="JobDetails"]', // SDUI: JobDetails alone, SemanticJobDetails beside a list
    '.jobs-search__job-details', // Ember, beside a list
    '.job-view-layout, .jobs-details', // Ember, alone
    '[data-testid="lazy-column"]', // SDUI where the screen is marked elsewhere
    'main', // any
    'body', // any
  ],
  title: [
    '.job-details-jobs-unified-top-card__job-title', // Ember 2023 to 2026
    '.jobs-unified-top-card__job-title', // Ember 2021 to 2023
    '.top-card-layout__title', // signed out
    '.topcard__title', // signed out, inside other pages
  ],
  company: [
    '.job-details-jobs-unified-top-card__company-name', // Ember 2024 to 2026
    '.jobs-unified-top-card__company-name', // Ember 2021 to 2023
    '.job-details-jobs-unified-top-card__primary-description a[href*="/company/"]', // Ember 2023: company, place and time in one line
    '.topcard__org-name-link', // signed out
    '.topcard__flavor', // signed out: a company without a page
  ],
  // A job of the list beside it; its number ends the attribute.
  listed: [
    '[data-job-id].job-card-container, [data-occludable-job-id]', // Ember, seen on a saved page of 2026-09
    '[componentkey^="job-card-component-ref-"]', // SDUI, pages of 2026
  ],
  about: [
    '[componentkey^="JobDetails_AboutTheCompany_"]', // SDUI
    '.jobs-company__box', // Ember
  ],
} satisfies Places;

/** Parts of SDUI's pane that are named; the card on top, with title, company and apply link, is not. */
const named = '[data-sdui-component], [componentkey^="JobDetails"]';

const isJobs = (url: URL) => url.pathname.startsWith('/jobs') && /(?:^|\.)linkedin\.com$/.test(url.hostname);
/** `/jobs/view/4300000001/`, `/jobs/view/engineer-at-birchline-4300000001`, `?currentJobId=4300000001` */
const numberIn = (url: URL) => url.searchParams.get('currentJobId') ?? /^\/jobs\/view\/(?:[^/]*-)?(\d+)\/?$/.exec(url.pathname)?.[1];

/** A job post: alone, beside a list of jobs, or signed out. */
export const linkedinJob: Surface = {
  id: 'linkedin-job',
  hosts: hostsOf('linkedin-job'),
  places,
  expects: (url) => isJobs(url) && Boolean(numberIn(url)),
  isOwn: () => false,
  read: (document, url, seenAt) => {
    if (!isJobs(url)) return [];
    for (const root of linkedinRoots(document)) {
      // While another job of the list is opened two may stand there, or still the old one: the address says which was asked for.
      const numberOf = (box: Element) => /_(\d+)$/.exec(attribute(closest(box, '[componentkey]') ?? box, 'componentkey') ?? '')?.[1];
      const description = findAllAt(root, places.description).find((box) => (numberOf(box) ?? numberIn(url)) === numberIn(url));
      if (description) return [readJob(description, document, seenAt, numberIn(url))];
    }
    return [];
  },
};

function readJob(description: Element, document: Document, seenAt: string, number: string | undefined): Reading {
  const pane = closestAt(description, places.pane) ?? description;
  const card = (element: Element) => isShown(element) && precedes(element, description) && !closest(element, named);
  const companyLink = findAll(pane, 'a[href*="/company/"]').find((link) => card(link) && shownLine(link));
  const employer = findShownAt(pane, places.company) ?? companyLink;
  const company = shownLine(employer);
  const page = companyAddress(attribute((employer && find(employer, 'a[href]')) ?? employer ?? description, 'href'))
    ?? companyAddress(companyLink && attribute(companyLink, 'href'));
  const apply = findAll(pane, 'a[href]').find((link) => card(link) && leadsOff(link));
  const heading = find(description, 'h2'); // Ember's own "About the job" inside the box
  const poster = posterIn(pane);
  const about = findShownAt(pane, places.about);
  const { links, elements } = linksIn(description);
  const applying = apply && linkAt(apply);
  const facts: Facts = {
    surface: 'linkedin-job', seenAt,
    sender: { ...poster?.sender, company },
    message: {
      subject: titleIn(pane, card, company, document) ?? listedTitle(pane, card, company, document, number),
      text: visibleText(description, { without: new Set(heading ? [heading] : []) }),
    },
    links: [...(applying ? [applying.link] : []), ...links].slice(0, listLimit),
    ...(poster && { profile: poster.profile }),
    company: { name: company, url: page, ...(about && countsIn(visibleText(about).split('\n'))) },
  };
  return {
    facts, element: description, files: [],
    links: [...(apply ? [apply] : []), ...elements].slice(0, listLimit),
    ...(poster?.photo?.url && { photo: poster.photo.element }),
  };
}

/**
 * SDUI names the title nowhere: it is the line that the tab's title begins with (`(2) Title | Company | LinkedIn`), else the
 * paragraph with the mark of a verified job.
 */
function titleIn(pane: Element, isOfCard: (element: Element) => boolean, company: string | undefined, document: Document): string | undefined {
  const own = findShownAt(pane, places.title);
  if (own) return shownLine(find(own, 'h1') ?? own);
  const tab = titleOf(document).replace(/^\(\d+\+?\)\s*/, '').trim();
  const lines = findAll(pane, 'h1, h2, p').filter(isOfCard);
  const verified = findAll(pane, 'svg[id^="verified"]').filter(isOfCard).map((mark) => closest(mark, 'p'));
  const title = lines.find((line) => tab.startsWith(`${shownLine(line)} | `) && shownLine(line) !== company)
    ?? verified.find((line) => line !== null && !find(line, 'a[href*="/company/"]'));
  return shownLine(title);
}

/** The first line of the card that the list beside it begins a line with too, under the same number. */
function listedTitle(
  pane: Element, isOfCard: (element: Element) => boolean, company: string | undefined, document: Document, number: string | undefined,
): string | undefined {
  if (number === undefined) return undefined;
  const isAsked = (entry: Element) => ['data-job-id', 'data-occludable-job-id', 'componentkey']
    .some((name) => /(\d+)$/.exec(attribute(entry, name) ?? '')?.[1] === number);
  const listed = everyAt(document, places.listed).filter(isAsked).flatMap((entry) => visibleText(entry, { limit: lineLimit }).split('\n'));
  return findAll(pane, 'h1, h2, p').filter(isOfCard).map(shownLine)
    .find((line) => line !== undefined && line !== company && listed.some((entry) => entry.startsWith(line)));
}
