import type { Facts, SurfaceId } from '../core/facts.ts';
import { hostsOf, isReadingPlace } from '../core/reading-places.ts';
import { attribute, closest, documentIn, find, isWithin, tagOf } from './dom.ts';
import { documentsIn } from './frames.ts';
import { mailAddressOn, nameIn } from './mail-address-on.ts';
import type { Surface } from './surface.ts';
import { findAllAt, findShownAt, type Candidates, type Places } from './places.ts';
import { readMails } from './read-mails.ts';
import { filesOf, parseSize, type ShownFile } from './shown-files.ts';
import { oneLine, shownLine } from './shown-line.ts';
import type { Mail, Quoting } from './written-mails.ts';

/** What every webmail shows of a conversation. */
export interface MailPlaces extends Places {
  /** One message, header and body, open or collapsed. */
  readonly message: Candidates;
  /** Who wrote it: the element that shows or carries the address. */
  readonly sender: Candidates;
  /** Name of who wrote it, where that is another element. */
  readonly name: Candidates;
  /** In the message, else anywhere on the page. */
  readonly subject: Candidates;
  /** The element or the frame a stranger's words stand in; nothing inside counts as the webmail's own. */
  readonly body: Candidates;
  /** One attachment. */
  readonly file: Candidates;
  readonly fileName: Candidates;
  readonly fileSize: Candidates;
  /** An element with the time of sending in an attribute for machines (`datetime`). */
  readonly time: Candidates;
  /** Whose mailbox it is. */
  readonly account: Candidates;
  /** What stands for mails that are not loaded. */
  readonly unloaded: Candidates;
}

export interface Webmail {
  readonly id: SurfaceId;
  readonly places: MailPlaces;
  readonly quoting: Quoting;
  /** True on addresses, or with marks in the page, where there must be a mail to read. */
  readonly expects: (url: URL, document: Document) => boolean;
  /** Where it shows the way of a mail: reply-to, "via", "signed-by". */
  readonly headersOf?: (message: Element) => Facts['headers'];
  /** When a message was sent, where places.time does not tell; ISO 8601. */
  readonly timeOf?: (message: Element) => string | undefined;
  /** True when nothing of the conversation is hidden; only where the page shows as much. */
  readonly isWhole?: (document: Document) => boolean;
}

interface ShownMail extends Mail { readonly document: Document }

/** A webmail whose pages follow the usual order: messages, each with a header, a body and attachments. */
export function webmail({ id, places, quoting, expects, headersOf, timeOf, isWhole }: Webmail): Surface {
  const isOurs = (element: Element) => !places.body.some((body) => closest(element, body));
  const mailsIn = (document: Document): ShownMail[] => {
    const documents = documentsIn(document);
    const account = documents.map((page) => accountIn(page)).find(Boolean);
    return documents.flatMap((page) => messagesIn(page).map((message) => mailOf(message, page, account)));
  };
  const accountIn = (page: Document) => mailAddressOn(findShownAt(page, places.account, isOurs));
  /** Outermost: a webmail's mark of a message may stand on its parts too. */
  const messagesIn = (page: Document) => {
    const found = findAllAt(page, places.message, isOurs);
    return found.filter((message) => !found.some((other) => other !== message && isWithin(message, other)));
  };
  const mailOf = (row: Element, document: Document, account: string | undefined): ShownMail => {
    const sender = findShownAt(row, places.sender, isOurs);
    const email = mailAddressOn(sender);
    const named = findShownAt(row, places.name, isOurs);
    return {
      row, document, email, body: bodyOf(row),
      name: nameIn(shownLine(named)) ?? nameIn(shownLine(sender)),
      at: timeOf?.(row) ?? isoOf(findShownAt(row, places.time, isOurs)),
      from: email !== undefined && email === account ? 'me' : 'them',
    };
  };
  const bodyOf = (row: Element): Element | undefined => {
    const element = findShownAt(row, places.body);
    if (!element || tagOf(element) !== 'iframe') return element;
    const inside = documentIn(element);
    return inside && find(inside, 'body');
  };
  const fileOf = (element: Element): ShownFile | undefined => {
    const name = oneLine(shownLine(findShownAt(element, places.fileName)));
    const size = parseSize(shownLine(findShownAt(element, places.fileSize)));
    return name ? { name, ...(size !== undefined && { size }) } : undefined;
  };
  const hosts = hostsOf(id);
  const isHere = ({ hostname }: URL) => (hosts.length > 0 ? hosts.includes(hostname) : !isReadingPlace(hostname));

  return {
    id, hosts, places, expects,
    isOwn: (document) => {
      const mails = mailsIn(document);
      return mails.length > 0 && mails.every(({ from, body }) => from === 'me' || body === undefined);
    },
    read: (document, url, seenAt) => {
      if (!isHere(url)) return [];
      const mails = mailsIn(document);
      const subjectOf = ({ row, document: page }: ShownMail) =>
        shownLine(findShownAt(row, places.subject, isOurs) ?? findShownAt(page, places.subject, isOurs));
      return readMails({
        surface: id, seenAt, mails: mails.filter(({ email, name }) => email ?? name), quoting, subjectOf,
        filesIn: ({ row }) => filesOf(findAllAt(row, places.file, isOurs), fileOf),
        headersOf: headersOf && (({ row }) => headersOf(row)),
        isWhole: (isWhole?.(document) ?? false) && findAllAt(document, places.unloaded).length === 0,
      });
    },
  };
}

/** `datetime="2026-11-03T10:00:00Z"`; a time written for people depends on a language and a zone nobody knows. */
function isoOf(element: Element | undefined): string | undefined {
  const stated = element && attribute(element, 'datetime');
  const time = stated && /^\d{4}-\d\d-\d\dT/.test(stated) ? Date.parse(stated) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

