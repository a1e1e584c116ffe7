import { find, findAll, isShown } from './dom.ts';
import { linksIn } from './links-in.ts';
import { shownLine } from './shown-line.ts';
import type { Reading } from './surface.ts';
import { visibleText } from './visible-text.ts';

/** Advertisements in the inbox: other markup, no profile behind the sender. Presenter 2024 to 2026, thread before. */
const marks = {
  message: '.msg-spinmail-thread-presenter, .msg-spinmail-thread',
  body: ['.msg-spinmail-thread-presenter__message-body', '.msg-spinmail-thread__message-body'],
  subject: ['.msg-spinmail-thread-presenter__subject', '.msg-spinmail-thread__subject'],
  name: ['.msg-entity-lockup__entity-title', '.msg-spinmail-thread__sender-name'],
} as const;

export function sponsoredIn(root: Document | ShadowRoot, seenAt: string): Reading[] {
  return findAll(root, marks.message).filter(isShown).flatMap((element) => {
    const body = find(element, ...marks.body);
    if (!body) return [];
    const { links, elements } = linksIn(body);
    return [{
      element, links: elements, files: [],
      facts: {
        surface: 'linkedin-message' as const, seenAt,
        sender: { name: shownLine(find(element, ...marks.name)) },
        message: { subject: shownLine(find(element, ...marks.subject)), text: visibleText(body), kind: 'sponsored' as const },
        links,
      },
    }];
  });
}
