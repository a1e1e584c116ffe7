import { documentsIn } from './frames.ts';
import { quoting } from './icloud-frame.ts';
import { findShownAt } from './places.ts';
import { messagesOrRows } from './rows-around.ts';
import { webmail, type MailPlaces } from './webmail.ts';

/**
 * iCloud's program is not published, and most of its classes change with every build. What is on record, of 2022 to 2026: the program
 * runs in iframe[data-name=mail2] of the same origin (www.icloud.com/applications/mail2/...); the words of a mail stand in
 * .mail-message-defaults, since 2021 in a frame of another origin (www-mail.icloud-sandbox.com/applications/mail2-message/...). Only a
 * script in that frame can look into it, and tells the page's what it reads (icloud-frame.ts); without its word the mail is not read.
 */
const places: MailPlaces = {
  message: [
    '.thread-detail-pane [role="article"]', // one mail of the pane; a scanner of 2025, likely
    '[data-testid*="thread-detail-pane"] [role="article"]', // the same pane by its test id; guess
  ],
  sender: [
    '.thread-detail-pane .contact-token[title*="@"]', // people of the header, the sender first; robot of 2026, address there a guess
    '.thread-detail-pane .contact-token', // the same with a name only; robot of 2026, sure
    '.thread-detail-pane [title*="@"]', // any address of the pane that is not in the words; scanner of 2025, likely
    '.thread-detail-pane a[href^="mailto:"]', // the same as a link; guess
    '.contact-token', // should the pane have another name
    '.mail-message-from', // an extension's list without a page to show for it; guess
    '[title*="@"]', // any address the header holds before the words, first the sender's by custom; guess
    'a[href^="mailto:"]', // the same as a link; guess
  ],
  name: [], // the token's own text
  subject: [
    '.thread-detail-pane [role="heading"]', // likely
    '.thread-detail-pane h1', // guess
    '.thread-detail-pane h2', // guess
    '.mail-message-subject', // an extension's list without a page to show for it; guess
  ],
  body: [
    '.mail-message-defaults', // around the words, in a program of one document; robot of 2026, sure of the name
    'iframe[src*="/mail2-message/"]', // frame of the words, since 2021 of another origin, whose script tells them; sure
    'iframe.mail-message-content', // an extension's list without a page to show for it; guess
    '.thread-detail-pane iframe', // the frame by its place; likely
    '.mail-message-content', // two extensions' lists; guess
  ],
  file: [
    '.thread-detail-pane a[download]', // a link that saves a file keeps its name in `download`; by the rules of HTML, not seen
    '.thread-detail-pane [data-testid*="attachment"]', // scanner of 2025; guess
  ],
  fileName: [
    '[class*="file-name"], [class*="filename"]', // guess
  ],
  fileSize: [
    '[class*="file-size"], [class*="filesize"]', // guess
  ],
  time: [
    'time[datetime]', // guess
  ],
  account: [], // nothing on record says whose mailbox it is
  unloaded: [], // not known
};

/** iCloud Mail. Its address says nothing about an open mail, so a shown body, or a frame for one, does. */
export const icloud = webmail({
  id: 'icloud',
  places,
  quoting,
  expects: ({ pathname }, document) => /^\/(?:mail|applications\/mail)/.test(pathname)
    && documentsIn(document).some((page) => findShownAt(page, places.body) !== undefined),
  messagesIn: (page, isOurs) => messagesOrRows(page, places, isOurs),
});
