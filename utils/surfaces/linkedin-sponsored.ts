import { linksIn } from './links-in.ts';
import { closestAt, findAllAt, findAt, type Places } from './places.ts';
import { shownLine } from './shown-line.ts';
import type { Reading } from './surface.ts';
import { visibleText } from './visible-text.ts';

/** Advertisements in the inbox: other markup, no profile behind the sender. */
export const sponsoredPlaces = {
  sponsored: [
    '.msg-spinmail-thread-presenter', // extensions' code of 2024 to 2026
    '.msg-spinmail-thread', // before 2024
  ],
  sponsoredBody: [
    '.msg-spinmail-thread-presenter__message-body', // extensions' code of 2024 to 2026
    '.msg-spinmail-thread__message-body', // before 2024
  ],
  sponsoredSubject: [
    '.msg-spinmail-thread-presenter__subject', // by the pattern of the body's class, unsure
    '.msg-spinmail-thread__subject', // before 2024, unsure
  ],
  sponsoredName: [
    '.msg-entity-lockup__entity-title', // heading of the thread, the same as for people
    '.msg-spinmail-thread-presenter__sender-name, .msg-spinmail-thread__sender-name', // by the pattern of the body's class, unsure
  ],
  // The heading may stand beside the advertisement.
  sponsoredThread: [
    '.msg-sponsored-conversation-thread', // extensions' code of 2024 to 2026
    '.msg-thread, .msg-overlay-conversation-bubble', // as around people's conversations, 2019 to 2026
  ],
} satisfies Places;

export function sponsoredIn(root: Document | ShadowRoot, seenAt: string): Reading[] {
  return findAllAt(root, sponsoredPlaces.sponsored).flatMap((element) => {
    const body = findAt(element, sponsoredPlaces.sponsoredBody);
    if (!body) return [];
    const { links, elements } = linksIn(body);
    const thread = closestAt(element, sponsoredPlaces.sponsoredThread);
    const named = findAt(element, sponsoredPlaces.sponsoredName) ?? (thread && findAt(thread, sponsoredPlaces.sponsoredName));
    return [{
      element, links: elements, files: [],
      facts: {
        surface: 'linkedin-message' as const, seenAt,
        sender: { name: shownLine(named) },
        message: {
          subject: shownLine(findAt(element, sponsoredPlaces.sponsoredSubject)), text: visibleText(body), kind: 'sponsored' as const,
        },
        links,
      },
    }];
  });
}
