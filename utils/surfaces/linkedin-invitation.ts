import { activityTime } from '../core/identifier-time.ts';
import { listLimit } from '../core/limits.ts';
import { hostsOf } from '../core/reading-places.ts';
import { attribute, closest, find, findAll, isShown, isWithin, languageOf, matches, precedes } from './dom.ts';
import { accountIn, faceIn, photoFact, profileAddress, slugIn } from './linkedin-person.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { linksIn } from './links-in.ts';
import { findAllAt, findAt, findShownAt, type Places } from './places.ts';
import { isAge } from './relative-age.ts';
import { oneLine, shownLine, shownNumber } from './shown-line.ts';
import type { Reading, Surface } from './surface.ts';
import { visibleText } from './visible-text.ts';

const places = {
  card: [
    '[componentkey^="urn:li:invitation:"]', // front end of 2026, five extensions' notes agree
    '[componentkey="InvitationManagerPage_InvitationsList"] [role="listitem"]', // its first version, 2025 (a scraper's notes)
    '[data-test-incoming-invitation-card]', // test mark of the classic front end, 2023 to 2025
    '.invitation-card', // classic front end, 2018 to 2025, also in the preview on /mynetwork/
  ],
  name: [
    'a[href*="/in/"] strong', // 2026: the name stands out in "... is inviting you to connect"
    'strong a[href*="/in/"]', // classic, 2023 to 2025
    '.invitation-card__title', // classic, 2018 to 2022, the name alone
    'a[href*="/in/"]', // whichever link of theirs has words
  ],
  headline: [
    '.invitation-card__subtitle', // classic; the front end of 2026 has no mark: the first line after the name
  ],
  note: [
    '[data-testid="expandable-text-box"]', // 2025 and 2026: whole text, folded by the style sheet
    '.invitation-card__custom-message', // classic, 2018 to 2025
    '[class*="custom-message"]', // its container, where the text has another class
  ],
  mutual: [
    '.member-insights__count', // classic, 2018 to 2022
    '.member-insights', // classic, 2023 to 2025
  ],
  verified: [
    'svg[id^="verified"]', // ids of icons, 2025 and 2026
    '[data-test-icon^="verified"]', // the same of the classic front end
  ],
} satisfies Places;

/** Who or what a card is about: the first of these links. Pages, events and newsletters invite too, with nobody to judge. */
const kinds = ['in', 'company', 'school', 'showcase', 'newsletters', 'events', 'groups'];
const subject = kinds.map((kind) => `a[href*="/${kind}/"]`).join();
/** What unfolds a note, and what only screen readers get. */
const toggles = 'button, [role="button"], .lt-line-clamp__more, .lt-line-clamp__ellipsis, .visually-hidden';
/** How LinkedIn calls shared connections in its larger languages, from memory of its pages, 2023 to 2026. An unknown word gives no fact. */
const sharedWord = /mutual|gemeinsam|en com|in comune|gemeenschap|gemensam|fælles|felles|wspóln|ortak|общ|共通|共同|공통|함께|مشترك/i;

const isSent = (path: string) => /^\/mynetwork\/invitation-manager\/sent\b/.test(path);
/** The page about one's network and what lies under it; a profile, in case a request shows there as it does in the list. */
const hasReceived = (path: string) => /^\/(?:mynetwork|in)\b/.test(path) && !isSent(path);
const isManager = (path: string) => /^\/mynetwork\/invitation-manager\b/.test(path) && !isSent(path);

/** Requests to connect as received, on the pages about one's network. The own ones are nothing to judge. */
export const linkedinInvitation: Surface = {
  id: 'linkedin-invitation',
  hosts: hostsOf('linkedin-invitation'),
  places,
  // The list is empty most of the time: there must be something only where somebody stands beside two words to press.
  expects: ({ pathname }, document) => isManager(pathname) && isAnybodyWaiting(document),
  isOwn: (document, { pathname }) => isSent(pathname) || !isAnybodyWaiting(document),
  read: (document, { pathname }, seenAt) => (hasReceived(pathname) ? linkedinRoots(document).flatMap((root) => {
    const cards = findAllAt(root, places.card);
    return cards.filter((card) => !cards.some((outer) => outer !== card && isWithin(card, outer))).slice(0, listLimit)
      .flatMap((card) => readCard(card, languageOf(document), seenAt));
  }) : []),
};

function isAnybodyWaiting(document: Document): boolean {
  return linkedinRoots(document).flatMap((root) => findAll(root, 'li, [role="listitem"]'))
    .some((item) => find(item, 'a[href*="/in/"]') && isShown(item) && findAll(item, 'button').filter(shownLine).length > 1);
}

function readCard(card: Element, language: string | undefined, seenAt: string): Reading[] {
  const link = find(card, subject);
  const slug = link && slugIn(attribute(link, 'href'));
  // One button alone takes the own invitation back, while the address already says "received".
  if (!link || !slug || findAll(card, 'button').length < 2) return [];
  const isTheirs = (element: Element) => {
    const own = closest(element, 'a[href*="/in/"]') ?? find(element, 'a[href*="/in/"]');
    return (!own || slugIn(attribute(own, 'href')) === slug) && shownLine(element) !== undefined;
  };
  const title = findShownAt(card, places.name, isTheirs);
  const { notes, lines, mutual } = textsOf(card, title, language);
  const links = notes.map((note) => linksIn(note, (element) => matches(element, toggles)));
  const photo = findAll(card, 'a[href*="/in/"]').filter((other) => slugIn(attribute(other, 'href')) === slug).map(faceIn).find(Boolean);
  const key = attribute(card, 'componentkey');
  const headline = findAt(card, places.headline) ?? lines[0];
  return [{
    element: card, links: links.flatMap(({ elements }) => elements), files: [],
    ...(photo?.url && { photo: photo.element }),
    facts: {
      surface: 'linkedin-invitation', seenAt,
      sender: {
        name: lineOf(title), headline: lineOf(headline), profileUrl: profileAddress(slug),
        // The place is known in the newer front end only.
        verified: findAt(card, places.verified) !== undefined || (key ? false : undefined),
      },
      message: { kind: 'invitation', text: notes.map(textIn).join('\n') || undefined, sentAt: activityTime(key ?? '') },
      links: links.flatMap((one) => one.links),
      profile: {
        ...accountIn(card, slug, (element) => notes.some((note) => isWithin(element, note))),
        mutual: mutual ?? countOf(findAt(card, places.mutual)),
        ...(photo && { photo: photoFact(photo) }),
      },
    },
  }];
}

const textIn = (element: Element) => visibleText(element, { keepLines: true, without: new Set(findAll(element, toggles)) });
const lineOf = (element: Element | undefined) => element && oneLine(textIn(element));

/** Between name and note stand headline, company, shared connections, age. A short note has no box: it is what follows the age. */
function textsOf(card: Element, title: Element | undefined, language: string | undefined) {
  const note = findShownAt(card, places.note);
  const below = findAll(card, 'p').filter((line) => shownLine(line) && !find(line, 'p') && title && precedes(title, line)
    && !isWithin(title, line) && !(note && (isWithin(note, line) || isWithin(line, note))));
  const age = below.findIndex((line) => isAge(shownLine(line) ?? '', language));
  const said = age < 0 ? below : below.slice(0, age);
  const shared = said.find((line) => sharedWord.test(shownLine(line) ?? '') && countOf(line) !== undefined);
  return {
    notes: note ? [note] : age < 0 ? [] : below.slice(age + 1),
    lines: said.filter((line) => line !== shared), mutual: countOf(shared),
  };
}

/** `14 ...`, or names that stand out and how many others; a name in plain words could be any number of people. */
function countOf(line: Element | undefined): number | undefined {
  const text = shownLine(line) ?? '';
  const named = line ? findAll(line, 'strong').map(shownLine).filter((name) => name !== undefined) : [];
  if (named.length > 0) return named.length + (shownNumber(named.reduce((rest, name) => rest.replace(name, ' '), text)) ?? 0);
  return shownNumber(/^\d[^\p{L}]*/u.exec(text)?.[0] ?? /^[共공함].*?(\d+)\D*$/.exec(text)?.[1]);
}
