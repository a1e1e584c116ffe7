import { hostsOf } from '../core/reading-places.ts';
import type { Facts } from '../core/facts.ts';
import { listLimit, textLimit } from '../core/limits.ts';
import { linkedinMessageTime } from '../core/identifier-time.ts';
import { isWithin, precedes } from './dom.ts';
import { linksIn } from './links-in.ts';
import { cardOf, conversationOf, eventsIn, places, type Event } from './linkedin-conversation.ts';
import { photoOf, profileAddress, photoFact } from './linkedin-person.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { filesOf, parseSize } from './shown-files.ts';
import { shownLine } from './shown-line.ts';
import { findAllAt, findAt, type Places } from './places.ts';
import { sponsoredIn, sponsoredPlaces } from './linkedin-sponsored.ts';
import type { Reading, Surface } from './surface.ts';
import { threadOf } from './thread.ts';
import { visibleText } from './visible-text.ts';

/** Inside a message: what was sent along. */
const filePlaces = {
  file: ['.msg-s-event-listitem__attachment-item, .ui-attachment'], // list item of 2021 to 2026 and the kit's card in it
  fileName: [
    '.ui-attachment__filename', // kit of 2018 to 2026: <a download><span class="ui-attachment__filename">
    '.ui-attachment__name', // other spelling in an extension's code, unsure
  ],
  fileSize: [
    '.ui-attachment__filesize', // beside the name, "84 KB"
    '.ui-attachment__size', // other spelling in an extension's code, unsure
  ],
} satisfies Places;

/** More people write in no conversation that a recruiter opens; each is looked up in memory. */
const mostFaces = 20;

/** Open conversations: full page, overlay, old and new front end. One reading for each other person in them. */
export const linkedinMessage: Surface = {
  id: 'linkedin-message',
  hosts: hostsOf('linkedin-message'),
  places: { ...places, ...filePlaces, ...sponsoredPlaces },
  expects: ({ pathname }) => /^\/messaging\/thread\/[^/]+/.test(pathname) && !/\/thread\/new\/?$/.test(pathname),
  isOwn: (document) => conversationsIn(document).some(({ events }) => events.length > 0 && events.every(({ from }) => from === 'me')),
  read: (document, url, seenAt) => /(?:^|\.)linkedin\.com$/.test(url.hostname) ? [
    ...conversationsIn(document).flatMap((one) => readConversation(one, seenAt)),
    ...linkedinRoots(document).flatMap((root) => sponsoredIn(root, seenAt)),
  ] : [],
};

interface Conversation { readonly list: Element; readonly conversation: Element; readonly events: readonly Event[]; readonly isCut: boolean }

function conversationsIn(document: Document): Conversation[] {
  const roots = linkedinRoots(document);
  return roots.flatMap((root) => findAllAt(root, places.list)).map((list) => {
    const conversation = conversationOf(list);
    return { list, conversation, ...eventsIn(list, conversation, roots) };
  });
}

function readConversation(one: Conversation, seenAt: string): Reading[] {
  const received = one.events.filter(({ from }) => from === 'them');
  const people = received.filter((event, i) => received.findIndex((earlier) => isSame(earlier, event)) === i);
  const isGroup = people.filter(({ sender }) => sender.name ?? sender.slug).length > 1;
  const faces = facesIn(received);
  // In a group the other members' words are theirs, not the sender's: whoever writes last must not cover what another wrote.
  return (isGroup ? people : received.slice(-1)).map((person) =>
    readPerson(one, received.filter((event) => !isGroup || isSame(event, person)), faces, seenAt));
}

type Face = NonNullable<NonNullable<Facts['message']>['people']>[number];

/** The others with the photo the page shows of each, the first to write first. A photo without a link is nobody's. */
function facesIn(received: readonly Event[]): Face[] {
  const faces = new Map<string, Face>();
  for (const { sender: { slug, identifier, picture } } of received) {
    const profileUrl = profileAddress(slug);
    const photo = picture && photoOf(picture)?.url;
    if (profileUrl && photo && faces.size < mostFaces && !faces.has(profileUrl)) faces.set(profileUrl, { profileUrl, identifier, photo });
  }
  return [...faces.values()];
}

function readPerson({ list, conversation, events, isCut }: Conversation, theirs: readonly Event[], faces: Face[], seenAt: string): Reading {
  const newest = theirs.at(-1) as Event;
  const parts = events.filter((event) => event.from === 'me' || theirs.includes(event));
  const thread = threadOf(parts.map(({ element, urn, from }) =>
    ({ from, at: linkedinMessageTime(urn), read: (limit) => bodyOf(element, limit) })));
  const { sender } = newest;
  const card = cardOf(conversation, sender);
  const photo = sender.picture && photoOf(sender.picture);
  const cards = findAllAt(list, filePlaces.file).filter((card) => theirs.some(({ element }) => isWithin(card, element)));
  const links = theirs.map(({ element }) => linksOf(element, cards));
  // Innermost cards: the list item around one matches too.
  const files = filesOf(cards.filter((card) => !cards.some((other) => other !== card && isWithin(other, card))), fileOf);
  const facts: Facts = {
    surface: 'linkedin-message', seenAt,
    sender: { name: sender.name, headline: card.headline, profileUrl: profileAddress(card.slug), degree: card.degree },
    message: {
      subject: shownLine(findAt(newest.element, places.subject)),
      text: bodyOf(newest.element, textLimit),
      sentAt: linkedinMessageTime(newest.urn),
      ...(findAt(conversation, places.inmail) && { kind: 'inmail' as const }),
      thread,
      ...(thread.length === parts.length && !isCut && beginsIn(list, events) && { wholeThread: true }),
      // One alone shares a photo with nobody.
      ...(faces.length > 1 && { people: faces }),
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
  const card = findAt(list, places.card);
  return card !== undefined && first !== undefined && precedes(card, first.element);
}

const bodyOf = (event: Element, limit: number) => {
  const body = findAt(event, places.body);
  return body && visibleText(body, { limit, keepLines: true });
};

function linksOf(event: Element, cards: readonly Element[]) {
  const content = findAt(event, places.content);
  return content ? linksIn(content, (link) => cards.some((card) => isWithin(link, card))) : { links: [], elements: [] };
}

function fileOf(card: Element) {
  const name = shownLine(findAt(card, filePlaces.fileName));
  const size = parseSize(shownLine(findAt(card, filePlaces.fileSize)));
  return name === undefined ? undefined : { name, ...(size !== undefined && { size }) };
}
