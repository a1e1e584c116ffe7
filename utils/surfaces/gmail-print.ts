import type { Facts } from '../core/facts.ts';
import { mailAddressIn } from './mail-address-on.ts';
import { findShownAt } from './places.ts';
import { shownLine } from './shown-line.ts';
import type { Surface } from './surface.ts';
import { webmail, type IsOurs, type MailPlaces } from './webmail.ts';

/** Gmail's page for printing (`view=pt`) and for a message too long for the conversation (`view=lg`): tables, the same since 2012. */
export const printed = {
  message: [
    '.maincontent > table.message', // one table a message
    'table.message', // without the page's own frame
  ],
  sender: [
    'table.message > tbody > tr:first-child > td:first-child', // first cell: <font><b>Name </b>&lt;address&gt;</font>
  ],
  name: [
    'table.message > tbody > tr:first-child > td:first-child b', // bold in it
  ],
  subject: [
    '.maincontent > table:not(.message) font[size="+1"]', // heading, larger than all else
    '.maincontent > table:not(.message) b', // its bold text
  ],
  body: [
    'table.message > tbody > tr:nth-child(n+3) > td > table > tbody > tr > td > div', // third row, behind sender and recipients
    'table.message > tbody > tr:nth-child(n+3) > td > div', // without the table in between
    'table.message > tbody > tr:nth-child(2):last-child > td > div', // message without a row of recipients
    'table.message > tbody > tr:nth-child(2):last-child > td > table > tbody > tr > td > div', // the same with the table in between
  ],
  file: [
    'table.att table td', // name and size in the cell behind the picture
    'table.att td', // without the inner table
  ],
  fileName: [
    'b', // name, bold
  ],
  fileSize: [],
  time: [],
  account: [
    '.bodycontainer > table td[align="right"]', // beside the logo: name and address of the mailbox
    'body > table td[align="right"]', // without the page's own frame
  ],
  unloaded: [],
  replyTo: [
    '.recipient .replyto', // among the recipients, where the reply goes elsewhere
  ],
} satisfies MailPlaces;

function headersOf(message: Element, isOurs: IsOurs): Facts['headers'] {
  const replyTo = mailAddressIn(shownLine(findShownAt(message, printed.replyTo, isOurs)));
  return replyTo ? { replyTo } : undefined;
}

/** Whether the address of a page of Gmail asks for it. */
export const isPrinted = ({ search }: URL): boolean => /[?&]view=(?:pt|lg)(?:&|$)/.test(search);

export const gmailPrint: Surface = webmail({
  id: 'gmail', places: printed, quoting: { quoted: '.gmail_quote, blockquote' }, expects: isPrinted, headersOf,
});
