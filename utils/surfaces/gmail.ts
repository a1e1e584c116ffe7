import { hostsOf } from '../core/reading-places.ts';
import { attribute } from './dom.ts';
import { conversation, gmailsOwn, isGmails, mailsIn } from './gmail-conversation.ts';
import { headersOf } from './gmail-details.ts';
import { isOriginal, original, originalIn } from './gmail-original.ts';
import { gmailPrint, isPrinted, printed } from './gmail-print.ts';
import { findAllAt, findShownAt } from './places.ts';
import { readMails } from './read-mails.ts';
import { filesOf, parseSize, type ShownFile } from './shown-files.ts';
import { shownLine } from './shown-line.ts';
import type { Reading, Surface } from './surface.ts';

/** Message rows of an open conversation. `#inbox/FMfcg...`, `#search/words/FMfcg...`, `#label/x/1547...`; pop-out and print have none. */
const opened = /^#[^/]+(?:\/.*)?\/(?:[A-Za-z\d]{20,}|[0-9a-f]{16}|thread-[af]:[\w-]+)(?:[?/]|$)/;

/** Conversation view, pop-out, print view and "show original". One reading for each open message that others wrote. */
export const gmail: Surface = {
  id: 'gmail',
  hosts: hostsOf('gmail'),
  places: {
    ...conversation, ...original,
    printedMessage: printed.message, printedSender: printed.sender, printedName: printed.name, printedSubject: printed.subject,
    printedBody: printed.body, printedFile: printed.file, printedFileName: printed.fileName, printedAccount: printed.account,
    printedReplyTo: printed.replyTo,
  },
  expects: (url) => url.pathname.startsWith('/mail/')
    && (opened.test(url.hash) || /\/popout\b/.test(url.pathname) || isPrinted(url) || isOriginal(url)),
  isOwn: (document, url) => {
    if (isPrinted(url)) return gmailPrint.isOwn(document, url);
    if (isOriginal(url)) return originalIn(document, '').isMine;
    const mails = mailsIn(document);
    return mails.length > 0 && mails.every(({ from, body }) => from === 'me' || body === undefined);
  },
  read: (document, url, seenAt) => {
    if (url.hostname !== 'mail.google.com') return [];
    if (isOriginal(url)) return originalIn(document, seenAt).readings;
    const readings = isPrinted(url) ? gmailPrint.read(document, url, seenAt) : [];
    return readings.length > 0 ? readings : readConversation(document, seenAt);
  },
};

/** What may be quoted, and Gmail's own fold around it (`.adL` behind the `.yj6qo` button). */
const quoting = { quoted: '.gmail_quote, .adL, .yj6qo, blockquote', folded: '.gmail_quote, .adL' };

const readConversation = (document: Document, seenAt: string): Reading[] => readMails({
  surface: 'gmail', seenAt, mails: mailsIn(document), quoting,
  subjectOf: () => shownLine(findShownAt(document, conversation.subject, isGmails)),
  filesIn: ({ row }) => filesOf(findAllAt(row, conversation.file, isGmails), fileOf),
  headersOf: (mail) => headersOf(document, mail),
  isWhole: conversation.unloaded.every((selector) => gmailsOwn(document, selector).length === 0),
});

/** download_url="application/zip:role%20description.zip:https://mail.google.com/..."; absent while Gmail loads and for Drive files. */
function fileOf(chip: Element): ShownFile | undefined {
  const [, type, encoded] = /^([^:]*):([^:]*):/.exec(attribute(chip, 'download_url') ?? '') ?? [];
  const shown = shownLine(findShownAt(chip, conversation.fileName));
  // A long name may be cut in the middle; the address has all of it.
  const name = shown && !/…|\.{3}/.test(shown) ? shown : decode(encoded) ?? shown;
  if (!name) return undefined;
  const size = parseSize(shownLine(findShownAt(chip, conversation.fileSize)));
  return { name, ...(type && { type }), ...(size !== undefined && { size }) };
}

function decode(name: string | undefined): string | undefined {
  try {
    return name && decodeURIComponent(name);
  } catch {
    return name;
  }
}
