import type { Facts } from '../core/facts.ts';
import { attribute, find, isShown } from './dom.ts';
import { gmailsOwn, mailsIn, marks } from './gmail-conversation.ts';
import { headersOf } from './gmail-details.ts';
import { writtenMails, type WrittenMail } from './gmail-words.ts';
import type { PageReader } from './page-reader.ts';
import { filesOf, parseSize, type ShownFile } from './shown-files.ts';
import { oneLine, shownLine } from './shown-line.ts';
import type { Reading } from './surface.ts';
import { threadOf } from './thread.ts';
import { bothEnds } from './visible-text.ts';

/** Message rows of an open conversation. `#inbox/FMfcg...`, `#search/words/FMfcg...`, `#label/x/1547...`; pop-out and print have none. */
const conversation = /^#[^/]+(?:\/.*)?\/(?:[A-Za-z]{20,}|[0-9a-f]{16}|thread-[af]:[\w-]+)(?:[?/]|$)/;

/** Conversation view and pop-out. One reading for each open message that others wrote. */
export const gmail: PageReader = {
  id: 'gmail',
  hosts: ['mail.google.com'],
  expects: ({ pathname, search, hash }) => pathname.startsWith('/mail/')
    && (conversation.test(hash) || /\/popout\b/.test(pathname) || /[?&]view=(?:pt|lg)(?:&|$)/.test(search)),
  isOwn: (document) => {
    const mails = mailsIn(document);
    return mails.length > 0 && mails.every(({ from, body }) => from === 'me' || body === undefined);
  },
  read: (document, url, seenAt) => {
    if (url.hostname !== 'mail.google.com') return [];
    const mails = writtenMails(document);
    return mails.flatMap((mail) => (mail.from === 'them' && mail.body ? readMail(document, mail, mails, seenAt) : []));
  },
};

function readMail(document: Document, mail: WrittenMail, mails: readonly WrittenMail[], seenAt: string): Reading {
  const { links, elements } = mail;
  const parts = mails.filter(({ from, email }) => from === 'me' || email === mail.email);
  const thread = threadOf(parts.map(({ from, at, words }) => ({ from, at, read: (limit) => words && bothEnds(words, limit) })));
  const files = filesOf(gmailsOwn(mail.row, 'span.aZo').filter(isShown), fileOf);
  const facts: Facts = {
    surface: 'gmail', seenAt,
    sender: { name: oneLine(attribute(mail.sender, 'name')) ?? shownLine(mail.sender), email: oneLine(mail.email) },
    message: {
      subject: subjectOf(document),
      text: mail.words,
      sentAt: mail.at,
      thread,
      ...(thread.length === parts.length && gmailsOwn(document, marks.unloaded).length === 0 && { wholeThread: true }),
    },
    links,
    files: files.files,
    headers: headersOf(document, mail),
  };
  return { facts, element: mail.row, links: elements, files: files.elements };
}

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
