import { bothEnds } from './visible-text.ts';
import { lineLimit, textLimit } from '../core/limits.ts';
import { textOf } from './dom.ts';
import { mailAddressIn, nameIn } from './mail-address-on.ts';
import { findShownAt } from './places.ts';
import { parseSource } from './mail-source.ts';
import { oneLine } from './shown-line.ts';
import type { Reading } from './surface.ts';

/** "Show original" (`view=om`): a summary in the person's language, and the mail's source, which is the same in every language. */
export const original = {
  source: [
    'pre.raw_message_text', // source of the mail, 2016 to 2026
    '#raw_message_text', // as an id (browser extension of 2026)
  ],
} as const;

/** How much of a source is looked at, in characters: headers reach some tens of kB, and the text stands before what is attached. */
const sourceLimit = 400_000;

export const isOriginal = ({ search }: URL): boolean => /[?&]view=om(?:&|$)/.test(search);

/** The mail whose source is shown; none when it is the person's own or has no sender. */
export function originalIn(document: Document, seenAt: string): { readonly readings: Reading[]; readonly isMine: boolean } {
  const element = findShownAt(document, original.source);
  const { headers, text } = parseSource(element ? textOf(element).trimStart().slice(0, sourceLimit) : '');
  const [from] = headers('from');
  const email = mailAddressIn(from);
  if (!element || email === undefined) return { readings: [], isMine: false };
  // Anybody can write the person's own address as the sender's. Gmail's own result stands first.
  const [result = ''] = headers('authentication-results');
  const isForged = /\b(?:spf|dkim|dmarc)=(?:soft)?fail\b/i.test(result) && !/\bdmarc=pass\b/i.test(result);
  if (mailAddressIn(headers('delivered-to')[0]) === email && !isForged) return { readings: [], isMine: true };
  const words = text && bothEnds(text.trim(), textLimit);
  const reading: Reading = {
    facts: {
      surface: 'gmail', seenAt,
      sender: { name: nameIn(from?.slice(0, lineLimit), email), email },
      message: {
        subject: oneLine(headers('subject')[0]), text: words, sentAt: isoOf(headers('date')[0]),
        ...(words && { thread: [{ from: 'them', text: words }] }),
      },
      headers: {
        replyTo: mailAddressIn(headers('reply-to')[0]), returnPath: mailAddressIn(headers('return-path')[0]),
        authenticationResults: headers('authentication-results').join('; ').slice(0, textLimit) || undefined,
      },
    },
    element, links: [], files: [],
  };
  return { readings: [reading], isMine: false };
}

/** `Tue, 3 Nov 2026 09:12:44 +0000`: a date with a zone tells the time everywhere. */
function isoOf(date: string | undefined): string | undefined {
  const time = date && /[+-]\d{4}|GMT|UT/.test(date) ? Date.parse(date.replace(/\(.*/, '')) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
