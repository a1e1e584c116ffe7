import { attribute, closest, find, findAll, isShown, isWithin, matches } from './dom.ts';
import { identifierIn, slugIn } from './linkedin-person.ts';
import { shownLine } from './shown-line.ts';

/**
 * Markup of LinkedIn's messaging, in classes that have not changed since 2021 and are the same on the full page, in the
 * overlay's shadow root and in the classic frame. Nothing here reads the field the person types in.
 */
export const marks = {
  list: '.msg-s-message-list-content',
  // full page: section.msg-convo-wrapper; overlay: div.msg-overlay-conversation-bubble[role=dialog]
  conversation: '.msg-overlay-conversation-bubble, .msg-convo-wrapper, .msg-thread',
  event: '.msg-s-event-listitem',
  received: 'msg-s-event-listitem--other',
  // <p class="msg-s-event-listitem__body">
  body: ['.msg-s-event-listitem__body'],
  content: ['.msg-s-event__content', '.msg-s-event-listitem__body'],
  name: ['.msg-s-message-group__name'],
  // the group's heading, else the picture's link
  personLink: ['a.msg-s-message-group__profile-link[href*="/in/"]', 'a.msg-s-event-listitem__link[href*="/in/"]'],
  picture: ['img.msg-s-event-listitem__profile-picture', '.msg-s-event-listitem__profile-picture img'],
  // heading of the full page, of the overlay, of the card above the first message
  headerLinks: 'a.msg-thread__link-to-profile, .msg-overlay-bubble-header__title a, a.profile-card-one-to-one__profile-link',
  headerName: ['.msg-entity-lockup__entity-title', '.msg-overlay-bubble-header__title'],
  card: ['.msg-s-profile-card', '.profile-card-one-to-one__profile-link'],
  cardHeadline: ['.artdeco-entity-lockup__subtitle'],
  cardDegree: ['.artdeco-entity-lockup__degree', '.dist-value'],
  inmail: ['form [name="subject"]', '.msg-inmail-credits-display'],
  subject: ['.msg-s-event-listitem__subject'],
} as const;

export interface Person { readonly name?: string; readonly slug?: string; readonly identifier?: string; readonly picture?: Element }
export interface Event {
  readonly element: Element;
  readonly urn: string;
  readonly from: 'them' | 'me';
  readonly sender: Person;
}

export const conversationOf = (list: Element): Element => closest(list, marks.conversation) ?? list;

/** Messages of a conversation, oldest first. Who wrote one is unknown where nothing tells: such a message is left out. */
export function eventsIn(list: Element, conversation: Element): Event[] {
  const items = findAll(list, marks.event).filter(isShown);
  const isMarked = items.some((item) => matches(item, `.${marks.received}`));
  const header = headerOf(conversation);
  let sender: Person = {};
  return items.flatMap((element) => {
    const stated = personIn(element);
    if (stated.name ?? stated.slug) sender = stated;
    const urn = attribute(element, 'data-event-urn') ?? '';
    const isTheirs = isMarked ? matches(element, `.${marks.received}`) : wroteOther(sender, header, urn);
    return isTheirs === undefined ? [] : [{ element, urn, from: isTheirs ? 'them' : 'me', sender }];
  });
}

/** Only the first message of a group names who wrote it. */
function personIn(event: Element): Person {
  const link = find(event, ...marks.personLink);
  const href = link && attribute(link, 'href');
  return {
    name: shownLine(find(event, ...marks.name)),
    slug: slugIn(href),
    identifier: identifierIn(href),
    picture: find(event, ...marks.picture),
  };
}

interface Header { readonly names: readonly string[]; readonly slugs: readonly string[] }

function headerOf(conversation: Element): Header {
  const links = findAll(conversation, marks.headerLinks);
  const names = [...links.map(shownLine), shownLine(find(conversation, ...marks.headerName))];
  return {
    names: names.filter((name) => name !== undefined),
    slugs: links.map((link) => slugIn(attribute(link, 'href'))).filter((slug) => slug !== undefined),
  };
}

/**
 * Old markup marks nobody. One of the heading is the other; else the urn tells whose mailbox it is:
 * `urn:li:msg_message:(urn:li:fsd_profile:<owner>,2-...)`.
 */
function wroteOther({ name, slug, identifier }: Person, header: Header, urn: string): boolean | undefined {
  if (name === undefined && slug === undefined) return undefined;
  if (slug !== undefined && header.slugs.includes(slug)) return true;
  if (name !== undefined && header.names.includes(name)) return true;
  const owner = identifierIn(urn);
  if (owner !== undefined && identifier !== undefined) return owner !== identifier;
  return header.names.length + header.slugs.length > 0 ? false : undefined;
}

/** Address with a readable slug, headline, degree: from heading and card, where they name this very person. */
export function cardOf(conversation: Element, person: Person): Person & { headline?: string; degree?: number } {
  const isThem = (link: Element) => slugIn(attribute(link, 'href')) === person.slug || shownLine(link) === person.name;
  const own = findAll(conversation, marks.headerLinks).filter(isThem).map((link) => attribute(link, 'href'));
  const card = find(conversation, ...marks.card);
  const isTheirCard = card && findAll(card, 'a[href*="/in/"]').some(isThem);
  const degree = /[123]/.exec((isTheirCard && shownLine(find(card, ...marks.cardDegree))) || '')?.[0];
  return {
    slug: own.map(slugIn).find((slug) => slug !== undefined && !identifierIn(slug)) ?? person.slug,
    identifier: person.identifier ?? own.map(identifierIn).find(Boolean),
    headline: isTheirCard ? shownLine(find(card, ...marks.cardHeadline)) : undefined,
    ...(degree && { degree: Number(degree) }),
  };
}

export const isInside = (elements: readonly Element[], node: Element) => elements.some((element) => isWithin(node, element));
