import { attribute, closest, find, findAll } from './dom.ts';
import { mailAddressOn, nameIn } from './mail-address-on.ts';
import { findAt, findShownAt } from './places.ts';
import { messagesOrRows } from './rows-around.ts';
import { oneLine, shownLine } from './shown-line.ts';
import { webmail, type MailPlaces } from './webmail.ts';

/** Source of all that names no other: Proton's published web clients (ProtonMail/WebClients on GitHub, 2020-12 to 2026). */
const places = {
  message: [
    '[data-shortcut-target="message-container"]', // article, 2021 to 2026, open and collapsed
    'article.message-container', // 2020 and 2021, before keyboard shortcuts
    '[data-testid^="message-view"]', // the same article, should both names above change
  ],
  sender: [
    '[data-testid="recipients:sender"]', // since 2023: title and mailto link are the address, whatever the name says
    '[data-testid="message-header:from"]', // 2021 and 2022, on recipients too: the sender stands first; "Name <address>"
    '.message-header-from-container .message-recipient-item', // 2020 and 2021, "Name <address>"
    '.message-header-collapsed .message-recipient-item', // collapsed: title is the address since 2022, before only a name
    '.message-header .message-recipient-item', // the first person of any header: who wrote it stands before who got it
  ],
  name: [
    '.message-recipient-item-label', // inside of the sender, all years; absent in 2021 and 2022 where there is no name
  ],
  subject: [
    '[data-testid="conversation-header:subject"]', // h1 since 2021, title without the count of messages
    '.message-conversation-summary-header', // h1 of 2020
    'h1[title]', // only heading of the pane in all versions read
  ],
  body: [
    'iframe[data-testid="content-iframe"]', // since 2021-11: about:blank, sandboxed without scripts, written later
    '.message-content iframe', // the same by its place
    '.message-content:not([data-testid])', // 2020 and 2021: words stood in the page itself
  ],
  file: [
    '[data-testid="attachment-item"]', // since 2022
    '.message-attachmentList-item', // 2020 to 2026, inside the former
  ],
  fileName: [
    '[data-testid$="--primary-action"] [aria-label]', // the name, drawn in two halves; label holds the whole one
    '.message-attachmentPrimaryAction [aria-label]', // the same before 2022
    '.message-attachmentPrimaryAction', // 2020: plain text
  ],
  fileSize: [
    '[data-testid="attachment-item:size"]', // for screen readers, since 2022
    '.message-attachmentSize', // the same in 2021
    '.message-attachmentSecondaryAction-size', // shown at the end of the row
  ],
  time: [
    'time[data-testid="item-date-simple"][datetime]', // extensions of 2025 and 2026 read it here; its format is not on record
    '.message-header time[datetime]', // any time of the header for machines
  ],
  account: [], // never asked: the page says itself which messages are the person's own
  unloaded: [], // all messages of a conversation are there, collapsed
  // What Proton marks as sent, whatever address it carries: a forged own address does not make a message one's own.
  way: ['.message-header'], // is-outbound or is-inbound, 2020 to 2026
} satisfies MailPlaces;

/** `/u/0/inbox/<id>`, `/inbox/<id>/<id>`, `/u/1/<label id>/<id>#page=2`: ids end in `==` and have some 80 characters. */
const open = /^\/(?:u\/\d+\/)?(?!settings\/)[^/]+\/[\w=-]{8,}/;

/** Where Proton draws no button of its own, a mail's author may: it must hold no more than a button says, 60 characters, and no link. */
const isButton = (element: Element) => !find(element, 'a, area, form, [formaction]') && (shownLine(element)?.length ?? 0) <= 60;

/** Proton Mail: conversations and single messages; the body in a frame that Proton's script writes after the page has loaded. */
export const proton = webmail({
  id: 'proton',
  places,
  // Proton takes an earlier mail out of the page until somebody asks for it, and then shows it in #proton-blockquote.
  quoting: {
    quoted: '.protonmail_quote, .gmail_quote, blockquote, #proton-blockquote',
    folded: '#proton-blockquote, .protonmail_quote',
    // The button for the earlier mail stands behind the sender's words, so of what has its id only the last can be it.
    notices: (body) => findAll(body, '#proton-toggle').filter((button) => !closest(button, '#proton-blockquote')).slice(-1).filter(isButton),
  },
  expects: ({ pathname }) => open.test(pathname),
  messagesIn: (page, isOurs) => messagesOrRows(page, places, isOurs),
  senderOf: (message, isOurs) => {
    const sender = findShownAt(message, places.sender, isOurs);
    const email = mailAddressOn(sender);
    return sender && { email, name: nameIn(shownLine(findShownAt(sender, places.name) ?? sender), email) };
  },
  isSent: (message, isOurs) => {
    const way = /\bis-(in|out)bound\b/.exec(attribute(findAt(message, places.way, isOurs) ?? message, 'class') ?? '')?.[1];
    return way === undefined ? undefined : way === 'out';
  },
  // <h1 title="Role"><span>[2]</span><span>Role</span></h1>
  subjectOf: (subject) => {
    const title = oneLine(attribute(subject, 'title'));
    return title && shownLine(subject)?.endsWith(title) ? title : undefined;
  },
});
