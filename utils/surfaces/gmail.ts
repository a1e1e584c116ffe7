import { hostsOf } from '../core/reading-places.ts';
import { attribute, find, isShown } from './dom.ts';
import { gmailsOwn, mailsIn, marks } from './gmail-conversation.ts';
import { headersOf } from './gmail-details.ts';
import { readMails } from './read-mails.ts';
import { filesOf, parseSize, type ShownFile } from './shown-files.ts';
import { shownLine } from './shown-line.ts';
import type { Reading, Surface } from './surface.ts';

/** Message rows of an open conversation. `#inbox/FMfcg...`, `#search/words/FMfcg...`, `#label/x/1547...`; pop-out and print have none. */
const conversation = /^#[^/]+(?:\/.*)?\/(?:[A-Za-z]{20,}|[0-9a-f]{16}|thread-[af]:[\w-]+)(?:[?/]|$)/;

/** Conversation view and pop-out. One reading for each open message that others wrote. */
export const gmail: Surface = {
  id: 'gmail',
  hosts: hostsOf('gmail'),
  places: { message: marks.rows, sender: [marks.sender], body: [marks.body], subject: [marks.subject] },
  expects: ({ pathname, search, hash }) => pathname.startsWith('/mail/')
    && (conversation.test(hash) || /\/popout\b/.test(pathname) || /[?&]view=(?:pt|lg)(?:&|$)/.test(search)),
  isOwn: (document) => {
    const mails = mailsIn(document);
    return mails.length > 0 && mails.every(({ from, body }) => from === 'me' || body === undefined);
  },
  read: (document, url, seenAt) => (url.hostname === 'mail.google.com' ? readMails({
    surface: 'gmail', seenAt, mails: mailsIn(document), quoting,
    subjectOf: () => subjectOf(document),
    filesIn: ({ row }) => filesOf(gmailsOwn(row, 'span.aZo').filter(isShown), fileOf),
    headersOf: (mail) => headersOf(document, mail),
    isWhole: gmailsOwn(document, marks.unloaded).length === 0,
  }) : []),
};

/** What may be quoted, and Gmail's own fold around it (`.adL` behind the `.yj6qo` button). */
const quoting = { quoted: '.gmail_quote, .adL, .yj6qo, blockquote', folded: '.gmail_quote, .adL' };

const subjectOf = (document: Document) => shownLine(gmailsOwn(document, marks.subject).find(isShown));

/** download_url="application/zip:role%20description.zip:https://mail.google.com/..."; absent while Gmail loads and for Drive files. */
function fileOf(chip: Element): ShownFile | undefined {
  const [, type, encoded] = /^([^:]*):([^:]*):/.exec(attribute(chip, 'download_url') ?? '') ?? [];
  const name = shownLine(find(chip, '.aV3')) ?? decode(encoded);
  if (!name) return undefined;
  const size = parseSize(shownLine(find(chip, '.SaH2Ve', '.aYp')));
  return { name, ...(type && { type }), ...(size !== undefined && { size }) };
}

function decode(name: string | undefined): string | undefined {
  try {
    return name && decodeURIComponent(name);
  } catch {
    return name;
  }
}
