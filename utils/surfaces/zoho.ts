import { textOf } from './dom.ts';
import { findAt } from './places.ts';
import { messagesOrRows } from './rows-around.ts';
import { webmail, type IsOurs, type MailPlaces } from './webmail.ts';

/**
 * Zoho's program is not published. What is on record: the selectors of a mail robot that was measured on a Zoho mailbox in 2026-09,
 * user scripts of 2026 (.zmMailWrapper), reading extensions of 2023 to 2026 (.zmPVContent, .zmMailContent, .jsConvSB).
 */
const places = {
  message: [
    '[role="region"].shw [id^="zm_Container_m"]', // one mail in the pane that is shown; measured 2026-09, sure
    '[id^="zm_Container_m"]', // the same in its own tab or window; likely
    '.zmPVContent .zmTMailList > *', // mails of a conversation; an extension's clicks of 2023, likely
    '.zmPVMailWrapper', // inside .zmPVContent; a robot's path of 2023, likely
  ],
  sender: [
    '.zmMHFrom [data-eid]', // drawn twice, open and folded; measured 2026-09, sure
    '[data-eid]:not(.jsReciID)', // a person of the header who is no recipient, should the class change; likely
    '.zmFromAddress, .zmFrom', // an extension's list without a page to show for it; guess
    '[title*="@"]:not(.jsReciID, .zmMHdrData *)', // any address the header holds before the words, first the sender's by custom; guess
    'a[href^="mailto:"]:not(.jsReciID, .zmMHdrData *)', // the same as a link; guess
  ],
  name: [
    '.zmMHFrom [data-eid]', // its text is the name, or the address where there is none
    '.zmMHFrom', // the whole cell; likely
  ],
  subject: [
    '.jsConvSB', // heading of the pane, with .zmPVHeading; extension of 2024, likely
    '.zmMTitle', // robot of 2025, likely
    '.zmPVHeading', // heading of the pane by its other class
    '.zmSubject', // an extension's list without a page to show for it; guess
  ],
  body: [
    '[role="document"]', // in the page itself, no frame; measured 2026-09, sure
    '.zmMailWrapper', // user scripts of 2026 and a robot of 2023, sure
    '.zmMailContent', // extensions of 2024 to 2026, likely
    '#mailContentDiv', // one extension's list; guess
  ],
  file: [
    '.zmAttDRow', // from the program's style sheet of 2026, not seen filled; guess
    '.zmAttData', // the same
    '.zmAttList > *', // the same
    '.zmAttName, .SC_att_name', // name alone, extensions of 2026
  ],
  fileName: [
    '.zmAttName', // extensions of 2026, likely
    '.SC_att_name', // the same lists; guess
  ],
  fileSize: [
    '.zmAttSize', // by the naming of the other parts; guess
  ],
  time: [
    'time[datetime]', // not seen; `stamp` is what is known
  ],
  account: [], // nothing on record says whose mailbox it is
  unloaded: [
    '.zmTMailList .zmMHdrSumContent', // mails of a conversation that are folded to one line; extension of 2023, likely
  ],
  stamp: [
    '.jsRevTS', // "Mon, 21 Sep 2026 11:19:09 AM +0530"; measured 2026-09
  ],
} satisfies MailPlaces;

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const stated = /(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{1,2}):(\d\d):(\d\d)(?: ([AP])M)? ([+-]\d\d)(\d\d)/;

/** A stamp with its own zone, as ISO 8601. In other languages than English its month is not known, and neither is the time. */
export function timeIn(text: string): string | undefined {
  const [, day = '', name = '', year, hour = '', minute, second, half, zone, minutes] = stated.exec(text) ?? [];
  const month = months.indexOf(name) + 1;
  if (month === 0) return undefined;
  const two = (number: number | string) => String(number).padStart(2, '0');
  const hours = half ? (Number(hour) % 12) + (half === 'P' ? 12 : 0) : Number(hour);
  const time = Date.parse(`${year}-${two(month)}-${two(day)}T${two(hours)}:${minute}:${second}${zone}:${minutes}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** The stamp may be folded away with the rest of the header: it still is Zoho's own. */
function timeOf(message: Element, isOurs: IsOurs): string | undefined {
  const element = findAt(message, places.stamp, isOurs);
  return element && timeIn(textOf(element).slice(0, 200));
}

/** `#mail/folder/inbox/p/<id>`; older ones `#view/...`, `#mail/inbox/...`. */
const open = /\/p\/\d{6,}/;

/** Zoho Mail: the pane beside the list, a mail's own tab or window. */
export const zoho = webmail({
  id: 'zoho',
  places,
  quoting: { quoted: 'blockquote, .gmail_quote, .zmail_extra, #blockquote_zmail', folded: '.zmail_extra' },
  expects: ({ hash }) => open.test(hash),
  messagesIn: (page, isOurs) => messagesOrRows(page, places, isOurs),
  timeOf,
});
