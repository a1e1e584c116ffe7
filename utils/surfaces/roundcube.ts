import type { Facts } from '../core/facts.ts';
import { lineLimit } from '../core/limits.ts';
import { closest, find, findAll, textOf } from './dom.ts';
import { documentsIn } from './frames.ts';
import { mailAddressOn, nameIn } from './mail-address-on.ts';
import { findAt, findShownAt } from './places.ts';
import { messagesOrRows } from './rows-around.ts';
import { oneLine, shownLine } from './shown-line.ts';
import { visibleText } from './visible-text.ts';
import { webmail, type IsOurs, type MailPlaces } from './webmail.ts';

/** Source of all that names no other: Roundcube's published templates and program (roundcube/roundcubemail on GitHub, 2009 to 2026). */
const places = {
  message: [
    '#layout-content .frame-content', // elastic, 1.4 (2019) to 2026: own page, pop-out and preview frame
    '#mailview-right', // larry, 0.8 (2012) to 1.5: own page and pop-out; the list's page has it too, without a header
    '#messageframe', // classic, 0.6 to 1.5: own page
    'body.iframe', // preview frame of larry and classic
  ],
  sender: [
    '.headers-table td.header.from .rcmContactAddress', // row of the table of headers, all skins; in elastic it may be folded
    '#preview-allheaders td.header.from .rcmContactAddress', // larry's preview, folded
    'table.headers-table td.header.from', // an address Roundcube finds faulty stands there as text
    '.header-headers td.header.from .rcmContactAddress', // elastic's table by its other class
    '.header-summary .rcmContactAddress', // elastic's one line "From ... on ..."
    'td.from .rcmContactAddress', // classic before 0.6
  ],
  name: [], // the link's own text
  subject: [
    '#message-header .subject', // elastic; with a label for screen readers before and a button behind it
    '#messageheader .subject', // larry, h2 of the page and h3 of the preview
    'td.header.subject', // classic: a row of the table
    'h2.subject', // heading of a skin of one's own made from elastic or larry
  ],
  body: [
    '#messagebody', // all skins, 2009 to 2026
    '.message-htmlpart', // one part, should the skin call the whole otherwise
    '.message-part', // the same for text
  ],
  file: [
    '#attachment-list > li', // all skins since 0.5 (2011)
    '.attachmentslist > li', // the same list by its class, elastic and larry
  ],
  fileName: [
    '.attachment-name', // since 1.4
    'a', // before: the link's text, followed by the size since 1.0
  ],
  fileSize: [
    '.attachment-size', // since 1.0: "(2 MB)"
  ],
  time: [], // dates are written for people, in a format and zone of the person's own
  account: [
    '.header-title.username', // elastic, above the folders; often the address itself
    '#topnav .username', // larry
    '.username', // larry and skins made from it
  ],
  unloaded: [], // a page shows one mail
  // Who Roundcube puts first: the sender, but the one it went to in the folders of what was sent.
  first: [
    '.header-summary .rcmContactAddress', // elastic
    '#preview-shortheaders td.header.from .rcmContactAddress', // larry's preview; the class stays "from"
  ],
  replyTo: [
    'td.header.replyto .rcmContactAddress', // only where it differs from the sender; larry's preview leaves it out
    'td.header.reply-to .rcmContactAddress', // the same in a composed page; not seen in the program
    'td.header.mail-reply-to .rcmContactAddress', // header Mail-Reply-To
  ],
} satisfies MailPlaces;

/** Roundcube's own lines between the parts: the header of an attached mail, pictures offered below. A stranger's stand inside of a part. */
const notices = '.message-partheaders, .image-attachment, .part-notice';
const part = '.message-htmlpart, .message-part';
/** A mail's own page, and what the preview frame is sent to. */
const open = /[?&]_action=(?:show|preview)(?:&|$)/;

/** The header's address and name; Roundcube folds its table of headers, which still is what it knows. */
function personAt(message: Element, candidates: readonly string[], isOurs: IsOurs) {
  const element = findAt(message, candidates, isOurs);
  const email = mailAddressOn(element);
  return element && { email, name: nameIn(shownLine(element) ?? oneLine(textOf(element).slice(0, lineLimit)), email) };
}

function headersOf(message: Element, isOurs: IsOurs): Facts['headers'] {
  const email = personAt(message, places.replyTo, isOurs)?.email;
  return email ? { replyTo: email } : undefined;
}

/** Roundcube on sites of the person's choice: elastic, larry and classic; list with preview frame, own page, pop-out. */
export const roundcube = webmail({
  id: 'roundcube',
  places,
  quoting: {
    quoted: 'blockquote, .gmail_quote',
    notices: (body) => findAll(body, notices).filter((notice) => !closest(notice, part)),
  },
  expects: ({ search }, document) => {
    const pages = documentsIn(document);
    return pages.some((page) => find(page, '#messagebody') !== undefined && find(page, '.rcmContactAddress, .headers-table') !== undefined)
      || (open.test(search) && /[?&]_uid=/.test(search) && /[?&]_task=mail(?:&|$)/.test(search));
  },
  messagesIn: (page, isOurs) => messagesOrRows(page, places, isOurs),
  senderOf: (message, isOurs) => personAt(message, places.sender, isOurs),
  isSent: (message, isOurs) => {
    const first = mailAddressOn(findShownAt(message, places.first, isOurs));
    const sender = personAt(message, places.sender, isOurs)?.email;
    return first && sender && first !== sender ? true : undefined;
  },
  subjectOf: (subject) => oneLine(visibleText(subject, { limit: lineLimit, without: new Set(findAll(subject, '.voice, a')) })),
  headersOf,
});
