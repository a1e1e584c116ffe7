import { gmailMessageTime } from '../core/identifier-time.ts';
import { attribute, closest, find, findAll, isShown, isWithin, matches, titleOf } from './dom.ts';
import { mailAddressIn } from './mail-address-on.ts';
import { closestAt, findAllAt, findShownAt } from './places.ts';
import { oneLine, shownLine } from './shown-line.ts';
import type { Mail } from './written-mails.ts';

/**
 * Gmail's conversation view. Containers change about yearly, rows do not: everything hangs on the row of a message. What a
 * stranger writes stands inside `.a3s`; nothing in there may count as Gmail's own markup.
 */
export const conversation = {
  message: [
    '[role="listitem"]', // open, collapsed and hidden rows, 2015 to 2026
    '.adn.ads', // message itself, where no list stands around it
    '[data-legacy-message-id], [data-message-id]', // ids since 2017, should the classes go
  ],
  sender: [
    'span.gD[email]', // sender in open and collapsed rows, 2012 to 2026
    'h3 span[email], .iw span[email]:not(.g2)', // line of the sender without its class; recipients are .g2
  ],
  subject: [
    'h2.hP', // 2012 to 2026
    'h2[data-thread-perm-id], h2[data-legacy-thread-id]', // ids since 2018
  ],
  body: [
    '.a3s', // words of the message, 2015 to 2026
    '.ii.gt', // around them
  ],
  identified: [
    '[data-legacy-message-id], [data-message-id]', // since 2017; before that the class m<hex> of the body
  ],
  snippet: [
    '.iA', // first words of a collapsed row
  ],
  unloaded: [
    '.kQ, .adx', // row that is not shown; number of older ones behind a click
  ],
  account: [
    '#gb [aria-label*="@"]', // account button, since 2013; its text is translated, the address is not
  ],
  file: [
    'span.aZo', // attachment, 2012 to 2026
    '[download_url]', // its address, should the class go
  ],
  fileName: [
    '.aV3', // 2012 to 2026
  ],
  fileSize: [
    '.SaH2Ve', // 2015 to 2026
    '.aYp', // beside the picture of older ones
  ],
} as const;

export interface GmailMail extends Mail { readonly sender: Element; readonly email: string }

/** True for what a message's author wrote: never Gmail's own. */
const isWritten = (element: Element) => conversation.body.some((body) => closest(element, body));

export const isGmails = (element: Element): boolean => !isWritten(element);

/** Matches that are Gmail's own. */
export const gmailsOwn = (root: Element | Document, selector: string): Element[] => findAll(root, selector).filter(isGmails);

/** Shown messages in the order of the page, oldest first. */
export function mailsIn(document: Document): GmailMail[] {
  const account = accountOf(document);
  // From the sender outwards: what holds several messages has no sender of its own.
  const rows = new Set(findAllAt(document, conversation.sender, isGmails).map(rowOf));
  return [...rows].flatMap((row) => (row && isShown(row) ? mailOf(row, account) ?? [] : []));
}

const rowOf = (sender: Element) => closestAt(sender, conversation.message);

function mailOf(row: Element, account: string | undefined): GmailMail | undefined {
  const sender = findShownAt(row, conversation.sender, isGmails);
  if (!sender) return undefined;
  const email = (attribute(sender, 'email') ?? '').trim();
  const body = findShownAt(row, conversation.body);
  const id = idOf(row, body);
  // #msg-a: written in this account; #msg-f: arrived in it, whatever sender it claims. Only without either the address tells.
  const way = /^#?msg-([af]):/.exec(id.long)?.[1];
  const isMine = way ? way === 'a' : account !== undefined && email.toLowerCase() === account;
  return { row, sender, email, name: oneLine(attribute(sender, 'name')) ?? shownLine(sender), body,
    snippet: findShownAt(row, conversation.snippet, isGmails),
    at: gmailMessageTime(id.short) ?? gmailMessageTime(id.long), from: isMine ? 'me' : 'them' };
}

/** `data-legacy-message-id="1a1a..."`, `data-message-id="#msg-f:188..."`; before 2017 only the class `m1547...` of the body. */
function idOf(row: Element, body: Element | undefined): { short: string; long: string } {
  const [identified] = conversation.identified;
  const holder = [row, ...gmailsOwn(row, identified)].find((element) => matches(element, identified));
  const stated = (name: string) => (holder && attribute(holder, name)) ?? undefined;
  const old = /(?:^|\s)m([0-9a-f]{15,16})(?:\s|$)/.exec((body && attribute(body, 'class')) ?? '')?.[1];
  return { short: stated('data-legacy-message-id') ?? old ?? '', long: stated('data-message-id') ?? '' };
}

/** Whose mailbox it is, in lower case: the account button, else the end of the title (`Subject - ada@example.com - Gmail`). */
function accountOf(document: Document): string | undefined {
  const button = gmailsOwn(document, conversation.account[0]).map((link) => mailAddressIn(attribute(link, 'aria-label'))).find(Boolean);
  return button ?? / - ([^\s@]+@[^\s@]+) - [^-]*$/.exec(titleOf(document))?.[1]?.toLowerCase();
}

/** Address after the last separator of a shown sender: `Ada Example via lists.example.com` names who really sent it. */
export function viaOf({ row, sender }: GmailMail): string | undefined {
  const line = closest(sender, 'h3') ?? closest(sender, '.iw');
  if (!line || !isWithin(line, row)) return undefined;
  const parts = [sender, find(line, '.go')].map((part) => shownLine(part) ?? '').filter(Boolean);
  const rest = parts.reduce((text, part) => text.replace(part, ' '), shownLine(line) ?? '');
  return /(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![@\w-])/i.exec(rest)?.[0].toLowerCase();
}
