import { find, titleOf } from './dom.ts';
import { mailAddressOn } from './mail-address-on.ts';
import { findShownAt } from './places.ts';
import { messagesOrRows } from './rows-around.ts';
import { shownLine } from './shown-line.ts';
import { webmail, type MailPlaces } from './webmail.ts';

/** Sources: public browser extensions and test programs of 2018 to 2026, which all go by `data-test-id`; AOL runs the same program. */
const places = {
  message: [
    '[data-test-id="message-view"]', // one message, 2018 to 2026
    '.message-view', // its class, 2018 to 2023
    '#message-group-view [role="article"], [data-test-id="message-group-view"] [role="article"]', // role, with the frame of 2025
  ],
  sender: [
    '[data-test-id="message-from"] [title*="@"], [data-test-id="message-from"] [data-email]', // address in an attribute: the name beside it may be another address
    '[data-test-id="message-from"], [data-test-id="message-view-from"]', // line of the sender; `Name <address>` until 2023
    '[data-test-id="message-sender"]', // the same in an extension of 2026
    '[data-test-id="with-contact-card-anchor"]', // first anchor of a contact card, 2026
    '[data-test-id="email-pill"]', // first person of the header, 2018 to 2026
    'header [title*="@"]', // first address of the header
  ],
  name: [
    '[data-test-id="message-from"] [data-test-id="email-pill"]', // name without what stands beside it
    '[data-test-id="message-sender-name"]', // extension of 2026
  ],
  subject: [
    '[data-test-id="message-group-subject-text"]', // heading of the conversation, 2018 to 2026
    '[data-test-id="message-view-subject"], [data-test-id="message-group-view-subject"]', // the same in extensions of 2026
    '[data-test-id="message-view"] [data-test-id="message-subject"]', // rows of the list have it too
    '#message-group-view h1, #message-group-view [role="heading"]', // heading in the frame of 2025
  ],
  body: [
    '[data-test-id="message-view-body-content"]', // words, 2018 to 2026
    '[data-test-id="message-view-body"] > div:first-child', // the same by its place; attachments may stand behind it
    '.msg-body', // class of the first, 2018 to 2026
    '[id^="yiv"]', // what the program puts around a stranger's styles
  ],
  file: [
    '[data-test-id="attachment-card"], [data-test-id="attachment-list"] > li', // one attachment, 2019 to 2026
    '[data-test-id="attachment-container"], [data-test-id="attachment-download"]', // the same in test programs of 2020 to 2024
    '[data-test-id="attachment-name"], [data-test-id="attachment-card-title"]', // name alone
  ],
  fileName: [
    '[data-test-id="attachment-name"], [data-test-id="attachment-card-title"]', // name, whole in the title
  ],
  fileSize: [
    '[data-test-id="attachment-size"]', // size, where it has a mark
  ],
  time: [
    'time[datetime]', // extensions of 2026 look for it; the shown date depends on language and zone
  ],
  account: [
    '[data-test-id="account-email"], [data-test-id="profile-email"]', // extension of 2026
  ],
  unloaded: [],
  replyTo: [
    '[data-test-id="message-reply-to"] [title*="@"], [data-test-id="message-reply-to"]', // extension of 2026
  ],
} satisfies MailPlaces;

/** `Subject - ada@example.com - Yahoo Mail`: what stands last is the program's. */
const ownerIn = (title: string) => /(?:^|[\s-])([^\s@]+@[^\s@]+) - [^-]*$/.exec(title)?.[1]?.toLowerCase();

/** Yahoo and AOL Mail: `/d/folders/1/messages/123` until 2025, `/n/inbox/all/messages/AB...` since; searches end in the same way. */
export const yahoo = webmail({
  id: 'yahoo',
  places,
  quoting: { quoted: 'blockquote, .gmail_quote, [class$="yahoo_quoted"]' },
  expects: ({ pathname }, document) => /^\/[dn]\/.*\/messages\/[^/]/.test(pathname) && !find(document, '[data-test-id="rte"]'),
  messagesIn: (page, isOurs) => messagesOrRows(page, places, isOurs),
  headersOf: (message, isOurs) => {
    const replyTo = mailAddressOn(findShownAt(message, places.replyTo, isOurs));
    return replyTo ? { replyTo } : undefined;
  },
  ownersOf: (page, _, isOurs) => {
    // A subject is a stranger's: an address in it is nobody's mailbox.
    const subject = shownLine(findShownAt(page, places.subject, isOurs));
    const title = titleOf(page).replaceAll(/\s+/g, ' ');
    return [ownerIn(subject ? title.replace(subject, '') : title)].filter((owner) => owner !== undefined);
  },
});
