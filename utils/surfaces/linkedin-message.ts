import { hostsOf } from '../core/reading-places.ts';
import type { Facts } from '../core/facts.ts';
import { listLimit, textLimit } from '../core/limits.ts';
import { linkedinMessageTime } from '../core/identifier-time.ts';
import { find, findAll, isShown, precedes } from './dom.ts';
import { linksIn } from './links-in.ts';
import { cardOf, conversationOf, eventsIn, isInside, marks, type Event } from './linkedin-conversation.ts';
import { photoOf, profileAddress, photoFact } from './linkedin-person.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { filesOf, parseSize } from './shown-files.ts';
import { shownLine } from './shown-line.ts';
import { sponsoredIn } from './linkedin-sponsored.ts';
import type { Reading, Surface } from './surface.ts';
import { threadOf } from './thread.ts';
import { visibleText } from './visible-text.ts';

// <div class="ui-attachment"><a download><span class="ui-attachment__filename">role.pdf</span><span class="ui-attachment__filesize">
const attachment = {
  card: '.msg-s-event-listitem__attachment-item, .ui-attachment',
  name: ['.ui-attachment__filename', '.ui-attachment__name'],
  size: ['.ui-attachment__filesize', '.ui-attachment__size'],
} as const;

/** Open conversations: full page, overlay, old and new front end. One reading for each other person in them. */
export const linkedinMessage: Surface = {
  id: 'linkedin-message',
  hosts: hostsOf('linkedin-message'),
  places: { body: marks.body, name: marks.name, link: marks.personLink, card: marks.card },
  expects: ({ pathname }) => /^\/messaging\/thread\/[^/]+/.test(pathname) && !/\/thread\/new\/?$/.test(pathname),
  isOwn: (document) => linkedinRoots(document).flatMap((root) => findAll(root, marks.list)).some((list) => {
    const events = eventsIn(list, conversationOf(list));
    return events.length > 0 && events.every(({ from }) => from === 'me');
  }),
  read: (document, url, seenAt) => /(?:^|\.)linkedin\.com$/.test(url.hostname)
    ? linkedinRoots(document).flatMap((root) => [
      ...findAll(root, marks.list).filter(isShown).flatMap((list) => readConversation(list, seenAt)),
      ...sponsoredIn(root, seenAt),
    ])
    : [],
};

function readConversation(list: Element, seenAt: string): Reading[] {
  const conversation = conversationOf(list);
  const events = eventsIn(list, conversation);
  const received = events.filter(({ from }) => from === 'them');
  const people = received.filter((event, i) => received.findIndex((earlier) => isSame(earlier, event)) === i);
  const isGroup = people.filter(({ sender }) => sender.name ?? sender.slug).length > 1;
  // In a group the other members' words are theirs, not the sender's: whoever writes last must not cover what another wrote.
  return (isGroup ? people : received.slice(-1)).map((person) =>
    readPerson({ list, conversation, events, seenAt }, received.filter((event) => !isGroup || isSame(event, person))));
}

interface Conversation { readonly list: Element; readonly conversation: Element; readonly events: readonly Event[]; readonly seenAt: string }

function readPerson({ list, conversation, events, seenAt }: Conversation, theirs: readonly Event[]): Reading {
  const newest = theirs.at(-1) as Event;
  const parts = events.filter((event) => event.from === 'me' || theirs.includes(event));
  const thread = threadOf(parts.map(({ element, urn, from }) =>
    ({ from, at: linkedinMessageTime(urn), read: (limit) => bodyOf(element, limit) })));
  const { sender } = newest;
  const card = cardOf(conversation, sender);
  const photo = sender.picture && photoOf(sender.picture);
  const links = theirs.map(({ element }) => linksOf(element));
  const files = filesOf(theirs.flatMap(({ element }) => cardsIn(element)), fileOf);
  const facts: Facts = {
    surface: 'linkedin-message', seenAt,
    sender: { name: sender.name, headline: card.headline, profileUrl: profileAddress(card.slug), degree: card.degree },
    message: {
      subject: shownLine(find(newest.element, ...marks.subject)),
      text: bodyOf(newest.element, textLimit),
      sentAt: linkedinMessageTime(newest.urn),
      ...(find(conversation, ...marks.inmail) && { kind: 'inmail' as const }),
      thread,
      ...(thread.length === parts.length && beginsIn(list, events) && { wholeThread: true }),
    },
    links: links.flatMap(({ links }) => links).slice(-listLimit),
    files: files.files,
    profile: { identifier: card.identifier, ...(photo && { photo: photoFact(photo) }) },
  };
  return { facts, element: newest.element, links: links.flatMap(({ elements }) => elements).slice(-listLimit), files: files.elements,
    ...(photo?.url && { photo: photo.element }) };
}

/** By address where both have one; a heading without a link names only. */
const isSame = ({ sender: a }: Event, { sender: b }: Event) => (a.slug && b.slug ? a.slug === b.slug : a.name === b.name);

/** LinkedIn draws the other person's card above the first message of all, in the same list, once that is loaded. */
function beginsIn(list: Element, [first]: readonly Event[]): boolean {
  const card = find(list, ...marks.card);
  return card !== undefined && first !== undefined && precedes(card, first.element);
}

const bodyOf = (event: Element, limit: number) => {
  const body = find(event, ...marks.body);
  return body && visibleText(body, { limit, keepLines: true });
};

/** Innermost cards: the list item around one matches too. */
const cardsIn = (event: Element) => findAll(event, attachment.card).filter((card) => !find(card, attachment.card) && isShown(card));

function linksOf(event: Element) {
  const content = find(event, ...marks.content);
  const cards = findAll(event, attachment.card);
  return content ? linksIn(content, (link) => isInside(cards, link)) : { links: [], elements: [] };
}

function fileOf(card: Element) {
  const name = shownLine(find(card, ...attachment.name));
  const size = parseSize(shownLine(find(card, ...attachment.size)));
  return name === undefined ? undefined : { name, ...(size !== undefined && { size }) };
}
