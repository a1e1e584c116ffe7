import type { Facts } from '../core/facts.ts';
import { attribute, closest, find, findAll, isShown } from './dom.ts';
import { gmailsOwn, mailsIn, marks, type Mail } from './gmail-conversation.ts';
import { headersOf } from './gmail-details.ts';
import { linksIn } from './links-in.ts';
import type { PageReader } from './page-reader.ts';
import { filesOf, parseSize, type ShownFile } from './shown-files.ts';
import { oneLine, shownLine } from './shown-line.ts';
import type { Reading } from './surface.ts';
import { threadOf } from './thread.ts';
import { visibleText } from './visible-text.ts';

/** Mail that is quoted below the own words, and Gmail's own fold around it (`.adL` behind the `.yj6qo` button). */
const quoted = '.gmail_quote, .adL, .yj6qo, blockquote';

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
    const mails = mailsIn(document).map(withWords);
    return mails.flatMap((mail) => (mail.from === 'them' && mail.body ? readMail(document, mail, mail.body, mails, seenAt) : []));
  },
};

function readMail(document: Document, mail: WrittenMail, body: Element, mails: readonly WrittenMail[], seenAt: string): Reading {
  const { links, elements } = linksIn(body, (link) => isQuoted(link, mail.quotes));
  const files = filesOf(gmailsOwn(mail.row, 'span.aZo').filter(isShown), fileOf);
  const facts: Facts = {
    surface: 'gmail', seenAt,
    sender: { name: oneLine(attribute(mail.sender, 'name')) ?? shownLine(mail.sender), email: oneLine(mail.email) },
    message: {
      subject: subjectOf(document),
      text: mail.words,
      sentAt: mail.at,
      thread: threadOf(mails.filter(({ from, email }) => from === 'me' || email === mail.email)
        .map(({ from, at, words }) => ({ from, at, read: (limit) => words?.slice(0, limit) }))),
    },
    links,
    files: files.files,
    headers: headersOf(document, mail),
  };
  return { facts, element: mail.row, links: elements, files: files.elements };
}

const subjectOf = (document: Document) => shownLine(gmailsOwn(document, marks.subject).find(isShown));

/** A message with its own words: each is walked once, however many others are open. A collapsed one shows only its first words. */
interface WrittenMail extends Mail { readonly words: string | undefined; readonly quotes: ReadonlySet<Element> }

function withWords(mail: Mail, place: number): WrittenMail {
  if (mail.body) {
    const quotes = quotesIn(mail.body, place === 0);
    return { ...mail, quotes, words: visibleText(mail.body, { without: quotes }) };
  }
  return { ...mail, quotes: new Set(), words: shownLine(gmailsOwn(mail.row, marks.snippet).find(isShown)) };
}

/** Shortest own words a first message is believed to consist of, in characters: less is an opening before a quote. */
const shortest = 100;

/**
 * Quoted parts. Everybody can write `<blockquote>`: where no words stand outside of the quotes, or next to none in the first message
 * of a conversation, there is nothing it could answer and the quote is the message (forwarded, or hidden from readers like this).
 */
function quotesIn(body: Element, isFirst: boolean): ReadonlySet<Element> {
  const quotes = new Set(findAll(body, quoted));
  if (quotes.size === 0) return quotes;
  const own = visibleText(body, { without: quotes, limit: shortest });
  return own.length >= (isFirst ? shortest : 1) ? quotes : new Set();
}

const isQuoted = (link: Element, quotes: ReadonlySet<Element>) => {
  const quote = closest(link, quoted);
  return quote !== null && quotes.has(quote);
};

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
