import { gmailMessageTime } from '../core/identifier-time.ts';
import { attribute, closest, find, findAll, isShown, isWithin, matches, titleOf } from './dom.ts';
import { oneLine, shownLine } from './shown-line.ts';
import type { Mail } from './written-mails.ts';

/**
 * Gmail's conversation view. Containers change about yearly, rows do not: everything hangs on the row of a message. What a
 * stranger writes stands inside `.a3s`; nothing in there may count as Gmail's own markup.
 */
export const marks = {
  // [role=list] > div.h7 (open) | .kv (collapsed) [role=listitem]; `.adn.ads` is the message in it
  rows: ['[role="listitem"]', '.adn.ads'],
  // <span class="gD" email="..." name="...">, collapsed too
  sender: 'span.gD[email]',
  // <div class="ii gt"><div class="a3s aiL">
  body: '.a3s',
  identified: '[data-legacy-message-id], [data-message-id]',
  // <div class="iA g6"> begins the text of a collapsed message
  snippet: '.iA',
  // <div class="kQ" role="listitem"> is a row not shown; <span class="adx">7</span> counts the older ones behind a click
  unloaded: '.kQ, .adx',
  subject: 'h2.hP',
} as const;

export interface GmailMail extends Mail { readonly sender: Element; readonly email: string }

/** True for what a message's author wrote: never Gmail's own. */
const isWritten = (element: Element) => closest(element, marks.body) !== null;

/** Matches that are Gmail's own. */
export const gmailsOwn = (root: Element | Document, selector: string): Element[] =>
  findAll(root, selector).filter((element) => !isWritten(element));

/** Shown messages in the order of the page, oldest first. */
export function mailsIn(document: Document): GmailMail[] {
  const account = accountOf(document);
  // From the sender outwards: what holds several messages has no sender of its own.
  const rows = new Set(gmailsOwn(document, marks.sender).map(rowOf));
  return [...rows].filter((row) => row !== undefined && isShown(row)).map((row) => mailOf(row as Element, account));
}

const rowOf = (sender: Element) => marks.rows.map((row) => closest(sender, row)).find((row) => row !== null) ?? undefined;

function mailOf(row: Element, account: string | undefined): GmailMail {
  const sender = gmailsOwn(row, marks.sender)[0] as Element;
  const email = (attribute(sender, 'email') ?? '').trim();
  const body = findAll(row, marks.body).find(isShown);
  const id = idOf(row, body);
  // #msg-a: written in this account; #msg-f: arrived in it, whatever sender it claims. Only without either the address tells.
  const way = /^#?msg-([af]):/.exec(id.long)?.[1];
  const isMine = way ? way === 'a' : account !== undefined && email.toLowerCase() === account;
  return { row, sender, email, name: oneLine(attribute(sender, 'name')) ?? shownLine(sender), body,
    snippet: gmailsOwn(row, marks.snippet).find(isShown), at: gmailMessageTime(id.short) ?? gmailMessageTime(id.long), from: isMine ? 'me' : 'them' };
}

/** `data-legacy-message-id="1a1a..."`, `data-message-id="#msg-f:188..."`; before 2017 only the class `m1547...` of the body. */
function idOf(row: Element, body: Element | undefined): { short: string; long: string } {
  const holder = [row, ...gmailsOwn(row, marks.identified)].find((element) => matches(element, marks.identified));
  const stated = (name: string) => (holder && attribute(holder, name)) ?? undefined;
  const old = /(?:^|\s)m([0-9a-f]{15,16})(?:\s|$)/.exec((body && attribute(body, 'class')) ?? '')?.[1];
  return { short: stated('data-legacy-message-id') ?? old ?? '', long: stated('data-message-id') ?? '' };
}

const mailAddress = /[^\s@()<>"]+@[^\s@()<>"]+\.[^\s@()<>"]+/;

/** Whose mailbox it is, in lower case: the account button, else the end of the title (`Subject - ada@example.com - Gmail`). */
export function accountOf(document: Document): string | undefined {
  const button = gmailsOwn(document, '#gb a[aria-label*="@"]')
    .map((link) => mailAddress.exec(attribute(link, 'aria-label') ?? '')?.[0]);
  const title = / - ([^\s@]+@[^\s@]+) - [^-]*$/.exec(titleOf(document))?.[1];
  return (button.find(Boolean) ?? title)?.toLowerCase();
}

/** Address after the last separator of a shown sender: `Ada Example via lists.example.com` names who really sent it. */
export function viaOf({ row, sender }: GmailMail): string | undefined {
  const line = closest(sender, 'h3') ?? closest(sender, '.iw');
  if (!line || !isWithin(line, row)) return undefined;
  const parts = [sender, find(line, '.go')].map((part) => shownLine(part) ?? '').filter(Boolean);
  const rest = parts.reduce((text, part) => text.replace(part, ' '), shownLine(line) ?? '');
  return /(?<![@\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![@\w-])/i.exec(rest)?.[0].toLowerCase();
}
