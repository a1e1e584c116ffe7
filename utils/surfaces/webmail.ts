import type { Facts, SurfaceId } from '../core/facts.ts';
import { hostsOf, isReadingPlace } from '../core/reading-places.ts';
import { attribute, closest, documentIn, find, firstChildOf, isWithin, parentOf, tagOf } from './dom.ts';
import { documentsIn } from './frames.ts';
import { mailAddressOn, nameIn } from './mail-address-on.ts';
import { typed, type Quoting } from './mail-words.ts';
import type { Surface } from './surface.ts';
import { findAllAt, findShownAt, type Candidates, type Places } from './places.ts';
import { readMails } from './read-mails.ts';
import { filesOf, parseSize, sizeIn, wholeName, type ShownFile } from './shown-files.ts';
import { shownLine } from './shown-line.ts';
import { toldIn } from './told-mails.ts';
import type { Mail } from './written-mails.ts';

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
  readonly headersOf?: (message: Element, isOurs: IsOurs) => Facts['headers'];
  /** When a message was sent, where places.time does not tell; ISO 8601. */
  readonly timeOf?: (message: Element, isOurs: IsOurs) => string | undefined;
  /** The messages, where no mark stands around each of them. */
  readonly messagesIn?: (page: Document, isOurs: IsOurs) => Element[];
  /** Who wrote a message, where more is known of the sender's place than its text; undefined where places.sender shall tell. */
  readonly senderOf?: (message: Element, isOurs: IsOurs) => Person | undefined;
  /** What a message is about, where the element of places.subject says more than that. */
  readonly subjectOf?: (subject: Element) => string | undefined;
  /** True for a message the person sent, where its own markup tells; undefined where the owner's address shall. */
  readonly isSent?: (message: Element, isOurs: IsOurs) => boolean | undefined;
  /** Addresses and names of whose mailboxes they are, where places.account alone does not tell; in lower case. */
  readonly ownersOf?: (page: Document, url: URL, isOurs: IsOurs) => readonly string[];
  /** True where the newest message stands on top. */
  readonly isNewestFirst?: (messages: readonly Element[], isOurs: IsOurs) => boolean;
  /** True when nothing of the conversation is hidden; only where the page shows as much. */
  readonly isWhole?: (document: Document) => boolean;
}

/** True for what the webmail drew itself, not for what a stranger wrote or the person types. */
export type IsOurs = (element: Element) => boolean;
export interface Person { readonly name?: string | undefined; readonly email?: string | undefined }
interface ShownMail extends Mail { readonly document: Document }

/** A webmail whose pages follow the usual order: messages, each with a header, a body and attachments. */
export function webmail({ id, places, quoting, expects, isWhole, ...own }: Webmail): Surface {
  const isTyped = (element: Element) => closest(element, typed) !== null;
  const isOurs = (element: Element) => !isTyped(element) && !places.body.some((body) => closest(element, body));
  /** A frame without scripts holds a stranger's mail, whatever marks it has: no program runs in it. */
  const isProgram = (frame: Element) => isOurs(frame) && /\ballow-scripts\b/i.test(attribute(frame, 'sandbox') ?? 'allow-scripts');
  const mailsIn = (document: Document, url: URL): ShownMail[] => {
    const documents = documentsIn(document, isProgram);
    const owners = documents.map((page) => own.ownersOf?.(page, url, isOurs) ?? accountIn(page)).find((found) => found.length > 0) ?? [];
    return documents.flatMap((page) => {
      const messages = (own.messagesIn ?? messagesIn)(page, isOurs);
      if (messages.length > 1 && own.isNewestFirst?.(messages, isOurs)) messages.reverse();
      return messages.map((message) => mailOf(message, page, owners));
    });
  };
  const accountIn = (page: Document) => [mailAddressOn(findShownAt(page, places.account, isOurs))].filter((address) => address !== undefined);
  /** Outermost: a webmail's mark of a message may stand on its parts too. */
  const messagesIn = (page: Document) => {
    const found = findAllAt(page, places.message, isOurs);
    return found.filter((message) => !found.some((other) => other !== message && isWithin(message, other)));
  };
  const mailOf = (row: Element, document: Document, owners: readonly string[]): ShownMail => {
    const { name, email } = own.senderOf?.(row, isOurs) ?? senderOf(row);
    const isMine = own.isSent?.(row, isOurs) ?? owners.includes((email ?? name ?? '').toLowerCase());
    return {
      row, document, name, email, ...bodyOf(row, email ?? name),
      at: own.timeOf?.(row, isOurs) ?? isoOf(findShownAt(row, places.time, isOurs)),
      // A name can be anybody's, so it tells only where no address is shown.
      from: isMine ? 'me' : 'them',
    };
  };
  const senderOf = (row: Element): Person => {
    const sender = findShownAt(row, places.sender, isOurs);
    const named = findShownAt(row, places.name, isOurs);
    const email = mailAddressOn(sender);
    return { email, name: nameIn(shownLine(named), email) ?? nameIn(shownLine(sender), email) };
  };
  const bodyOf = (row: Element, by: string | undefined): Pick<Mail, 'body' | 'told'> => {
    // Inside of a body anybody may use a body's marks: only the outermost is one, and a frame is never theirs.
    const element = findShownAt(row, places.body, (body) => !isTyped(body) && (tagOf(body) === 'iframe' || isOurs(parentOf(body) ?? body)));
    if (!element || tagOf(element) !== 'iframe') return { body: element };
    const inside = documentIn(element);
    const told = inside ? undefined : toldIn(element, by);
    if (told) return { body: element, told };
    const written = inside && find(inside, 'body');
    // A frame stands empty until the webmail has written the mail into it.
    return { body: written && firstChildOf(written) ? written : undefined };
  };
  const fileOf = (element: Element): ShownFile | undefined => {
    const sized = findShownAt(element, places.fileSize);
    const name = wholeName(findShownAt(element, places.fileName) ?? element, sized);
    const shown = shownLine(sized);
    const size = shown === undefined ? sizeIn(element) : parseSize(shown);
    return name ? { name, ...(size !== undefined && { size }) } : undefined;
  };
  const hosts = hostsOf(id);
  const isHere = ({ hostname }: URL) => (hosts.length > 0 ? hosts.includes(hostname) : !isReadingPlace(hostname));

  return {
    id, hosts, places,
    // One script reads several webmails: an address of one may look like another's.
    expects: (url, document) => isHere(url) && expects(url, document),
    isOwn: (document, url) => {
      const mails = mailsIn(document, url);
      // What stands in no message, or in a frame of another origin, is not understood.
      const isMine = (body: Element) => mails.some(({ row, from }) => from === 'me' && isWithin(body, row));
      const bodies = documentsIn(document, isOurs).flatMap((page) => findAllAt(page, places.body, (body) => !isTyped(body)));
      return mails.length > 0 && bodies.every(isMine);
    },
    read: (document, url, seenAt) => {
      if (!isHere(url)) return [];
      const mails = mailsIn(document, url);
      const subjectOf = ({ row, document: page }: ShownMail) => {
        const subject = findShownAt(row, places.subject, isOurs) ?? findShownAt(page, places.subject, isOurs);
        return (subject && own.subjectOf?.(subject)) ?? shownLine(subject);
      };
      return readMails({
        surface: id, seenAt, mails: mails.filter(({ email, name }) => email ?? name), quoting, subjectOf,
        filesIn: ({ row }) => filesOf(findAllAt(row, places.file, isOurs), fileOf),
        headersOf: own.headersOf && (({ row }) => own.headersOf?.(row, isOurs)),
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

