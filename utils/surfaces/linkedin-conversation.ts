import { attribute, closest, findAll, isShown, isWithin, matches, precedes } from './dom.ts';
import { identifierIn, slugIn } from './linkedin-person.ts';
import { closestAt, everyAt, findAllAt, findAt, type Candidates, type Places } from './places.ts';
import { oneLine, shownLine } from './shown-line.ts';

/**
 * Where LinkedIn's messaging has its parts, in classes that have not changed since 2021 and are the same on the full page, in the
 * overlay's shadow root and in the classic frame. Nothing here reads the field the person types in.
 */
export const places = {
  list: [
    '.msg-s-message-list', // what scrolls, around the ul of all messages: saved overlay of 2023, extensions' code of 2021 to 2026
    '.msg-s-message-list-content', // the ul itself, should what scrolls go
  ],
  conversation: [
    '.msg-overlay-conversation-bubble, .msg-convo-wrapper, .msg-thread', // overlay (2023: both classes), full page, full page before
  ],
  event: ['.msg-s-event-listitem'], // one message; carries data-event-urn
  body: ['.msg-s-event-listitem__body'], // p since 2021, div before
  content: [
    '.msg-s-event__content', // bubble with text and its link previews (saved overlay of 2023)
    '.msg-s-event-listitem__body', // text alone
  ],
  name: ['.msg-s-message-group__name'], // heading of a group of messages, 2018 to 2026
  personLink: [
    'a.msg-s-message-group__profile-link[href*="/in/"]', // heading of a group, 2024 to 2026
    '.msg-s-message-group__meta a[href*="/in/"]', // the same heading in 2023: the class stands on a span inside the link
    'a.msg-s-event-listitem__link[href*="/in/"]', // around the picture, where the heading has no link
  ],
  picture: [
    'img.msg-s-event-listitem__profile-picture', // 2021 to 2026; its title is the name
    '.msg-s-event-listitem__link img', // in its link, in copies of the markup of 2021
  ],
  headerLinks: [
    'a.msg-thread__link-to-profile, .msg-overlay-bubble-header__title a, a.profile-card-one-to-one__profile-link', // full page, overlay, card
  ],
  headerName: [
    '.msg-entity-lockup__entity-title', // full page, 2021 to 2026; a group's title too
    '.msg-overlay-bubble-header__title', // overlay, 2021 to 2026
  ],
  ownPhoto: [
    'img.global-nav__me-photo[alt]', // bar of the classic front end, 2020 to 2025: alt is the person's own name, in any language
    '.msg-overlay-list-bubble .msg-overlay-bubble-header img.presence-entity__image[alt]', // head of the overlay's list, saved 2023
  ],
  card: [
    '.msg-s-profile-card', // above the first message of all, 2021 to 2026
    '.profile-card-one-to-one__profile-link', // the link in it, where the frame has another class (2026)
  ],
  cardHeadline: ['.artdeco-entity-lockup__subtitle'], // LinkedIn's kit for a person with two lines, saved overlay of 2023
  cardDegree: [
    '.artdeco-entity-lockup__degree', // "· 1er", saved overlay of 2023
    '.dist-value', // kit of 2018 to 2021
  ],
  inmail: [
    'form [name="subject"]', // only a composer of InMail has a subject (extension's selectors of 2026-03)
    '.msg-inmail-credits-display', // what is left to send, the same source
  ],
  subject: ['.msg-s-event-listitem__subject'], // over the text of an InMail, 2021 to 2026
} satisfies Places;

/** Newest messages read of a conversation. A person reads the last dozen; 1,000 cost 70 ms at every change of the page. */
const mostEvents = 400;

/** Stands on what others wrote; missing in the markup of 2021. */
const received = '.msg-s-event-listitem--other';

export interface Person { readonly name?: string; readonly slug?: string; readonly identifier?: string; readonly picture?: Element }
type Roots = readonly (Document | ShadowRoot)[];
interface Said { readonly element: Element; readonly urn: string; readonly sender: Person }
export interface Event extends Said { readonly from: 'them' | 'me' }

export const conversationOf = (list: Element): Element => closestAt(list, places.conversation) ?? list;

/** Messages of a conversation, oldest first. Who wrote one is unknown where nothing tells: such a message is left out. */
export function eventsIn(list: Element, conversation: Element, roots: Roots): { readonly events: readonly Event[]; readonly isCut: boolean } {
  const { items, isCut } = newestIn(list);
  let sender: Person = {};
  let wasTheirs = false;
  const said = items.map((element) => {
    const stated = personIn(element);
    const isOther = matches(element, received);
    // A message whose heading is not drawn yet is not by whoever wrote on the other side before.
    if ((stated.name ?? stated.slug) || isOther !== wasTheirs) sender = stated;
    wasTheirs = isOther;
    return { element, urn: attribute(element, 'data-event-urn') ?? '', sender };
  });
  const isMarked = items.some((item) => matches(item, received));
  const isTheirs = isMarked ? ({ element }: Said) => matches(element, received) : direction(said, headerOf(conversation), ownNames(roots));
  const events = said.flatMap((event): Event[] => {
    const theirs = isTheirs(event);
    return theirs === undefined ? [] : [{ ...event, from: theirs ? 'them' : 'me' }];
  });
  return { events, isCut };
}

/** From a message on that names who wrote it, because those behind it do not. */
function newestIn(list: Element): { items: readonly Element[]; isCut: boolean } {
  const all = everyAt(list, places.event);
  let first = Math.max(0, all.length - mostEvents);
  while (first > 0 && !personIn(all[first]!).name) first -= 1;
  return { items: all.slice(first).filter(isShown), isCut: first > 0 };
}

/** Only the first message of a group names who wrote it, in itself or (2018) in the heading above it. */
function personIn(event: Element): Person {
  const group = closest(event, '.msg-s-message-list__event') ?? event;
  const at = (candidates: Candidates) => {
    const found = findAt(event, candidates) ?? findAt(group, candidates);
    return found && (isWithin(found, event) || precedes(found, event)) ? found : undefined;
  };
  const href = attribute(at(places.personLink) ?? event, 'href');
  const picture = at(places.picture);
  return {
    name: shownLine(at(places.name)) ?? oneLine(picture && attribute(picture, 'title')),
    slug: slugIn(href),
    identifier: identifierIn(href),
    picture,
  };
}

interface Header { readonly names: readonly string[]; readonly slugs: readonly string[] }

function headerOf(conversation: Element): Header {
  const links = findAllAt(conversation, places.headerLinks);
  const names = [...links.map(shownLine), shownLine(findAt(conversation, places.headerName))];
  return {
    names: names.filter((name) => name !== undefined),
    slugs: links.map((link) => slugIn(attribute(link, 'href'))).filter((slug) => slug !== undefined),
  };
}

/** Whose account it is, as the pictures of the site's bar and of the overlay's list say. */
const ownNames = (roots: Roots) => roots.flatMap((root) => findAll(root, places.ownPhoto.join())).map((photo) => oneLine(attribute(photo, 'alt')));

/**
 * Old markup marks nobody. One of the heading is the other; else the urn tells whose mailbox it is:
 * `urn:li:msg_message:(urn:li:fsd_profile:<owner>,2-...)`; else the account's own name. A heading that names one who wrote here names
 * all the others: who is not in it is the person. A group's title names nobody.
 */
function direction(said: readonly Said[], header: Header, own: readonly (string | undefined)[]): (event: Said) => boolean | undefined {
  const isNamed = ({ sender: { name, slug } }: Said) => header.slugs.includes(slug!) || header.names.includes(name!);
  const isHeaded = header.slugs.length > 0 || said.some(isNamed);
  const isOwn = ({ sender: { name } }: Said) => own.includes(name ?? '');
  const hasOwn = said.some(isOwn);
  return (event) => {
    const { name, slug, identifier } = event.sender;
    if (name === undefined && slug === undefined) return undefined;
    if (isNamed(event)) return true;
    const owner = identifierIn(event.urn);
    if (owner !== undefined && identifier !== undefined) return owner !== identifier;
    if (hasOwn) return !isOwn(event);
    return isHeaded ? false : undefined;
  };
}

/** Address with a readable slug, headline, degree: from heading and card, where they name this very person. */
export function cardOf(conversation: Element, person: Person): Person & { headline?: string; degree?: number } {
  const isThem = (link: Element) => slugIn(attribute(link, 'href')) === person.slug || shownLine(link) === person.name;
  const own = findAllAt(conversation, places.headerLinks).filter(isThem).map((link) => attribute(link, 'href'));
  const card = findAt(conversation, places.card);
  const isTheirCard = card && findAll(card, 'a[href*="/in/"]').some(isThem);
  const degree = /[123]/.exec((isTheirCard && shownLine(findAt(card, places.cardDegree))) || '')?.[0];
  return {
    slug: own.map(slugIn).find((slug) => slug !== undefined && !identifierIn(slug)) ?? person.slug,
    identifier: person.identifier ?? own.map(identifierIn).find(Boolean),
    headline: isTheirCard ? shownLine(findAt(card, places.cardHeadline)) : undefined,
    ...(degree && { degree: Number(degree) }),
  };
}
