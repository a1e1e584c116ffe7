import { messagesOrRows } from './rows-around.ts';
import { webmail, type MailPlaces } from './webmail.ts';

/**
 * Fastmail's program is not published. What is on record: extensions of 2025 and 2026 that work on it every day (a translator, a
 * shortcut kit, a copier of message ids), a user style of 2024, and its makers' own demo of 2014 with the same class names.
 */
const places: MailPlaces = {
  message: [
    '.v-MessageCard:not(.v-MessageCard--draft)', // one mail, is-expanded or is-collapsed; three extensions, 2024 to 2026, sure
    '.v-Message:not(.is-draft)', // the makers' demo of 2014 and pages before the cards; likely
  ],
  sender: [
    '.v-MessageCard-from[title*="@"]', // h2, title is the address; extensions of 2023 and 2026, sure
    '.v-MessageCard-unknownSender', // the address, shown for people who are in no address book; translator of 2026, likely
    '.v-MessageCard-from', // without a title: a name, or the address where there is no name
    '.v-Message-from [title*="@"]', // before the cards; guess
    '.v-Message-from', // demo of 2014: a name
    '[title*="@"]:not([class*="-to"], [class*="-to"] *)', // any address the header holds before the words, first the sender's by custom; guess
    'a[href^="mailto:"]:not([class*="-to"], [class*="-to"] *)', // the same as a link; guess
  ],
  name: [
    '.v-MessageCard-from', // h2 with the name, 2023 to 2026
    '.v-Message-from', // demo of 2014
  ],
  subject: [
    '.v-Thread-title h1', // above the conversation; translator of 2026, sure
    '.v-Thread-title', // the same without a heading inside; extension of 2024
  ],
  body: [
    '.v-Message-body', // in the page itself, no frame; demo of 2014 to extensions of 2026, sure
    '.v-Message-bodyContents', // a translator's second choice; guess
    '.v-MailMessage-body', // named in two extensions' lists without a page to show for it; guess
    '.v-MessageBody', // a translator's third choice; guess
  ],
  file: [
    '.v-MessageCard a[download]', // a link that saves a file keeps its name in `download`; by the rules of HTML, not seen
    '.v-Message-attachments li, .v-Attachment', // by the naming of the other parts; guess
    'a[download]', // as the first, whatever stands around it
  ],
  fileName: [
    '.v-Attachment-name, .name', // by the naming of the other parts; guess
  ],
  fileSize: [
    '.v-Attachment-size, .size', // by the naming of the other parts; guess
  ],
  time: [
    '.v-MessageCard-time time[datetime]', // the element is known, a time for machines in it is not; guess
    'time[datetime]', // any time for machines; guess
  ],
  account: [], // nothing on record says whose mailbox it is
  unloaded: [], // collapsed cards are there
};

/** `/mail/Inbox/<thread>?u=...`, `/mail/search:words/<thread>`; a list ends in a slash or after the folder. */
const open = /^\/mail\/[^/]+\/[\w.-]+/;

/** Fastmail: conversations of cards. Most marks are likely at best; docs/limits.md says so. */
export const fastmail = webmail({
  id: 'fastmail',
  places,
  quoting: { quoted: 'blockquote, .gmail_quote, .v-Message-quoted', folded: '.v-Message-quoted' },
  expects: ({ pathname }) => open.test(pathname),
  messagesIn: (page, isOurs) => messagesOrRows(page, places, isOurs),
});
