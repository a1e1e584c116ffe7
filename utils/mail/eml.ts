import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Facts } from '../core/facts.ts';
import { lineLimit, listLimit, textLimit } from '../core/limits.ts';
import { addressesIn } from '../core/written-address.ts';
import { readHtml } from './html-words.ts';
import { withoutQuotes, withoutSignature } from './own-words.ts';
import { partLimit, thinMail } from './thin-mail.ts';

/**
 * Mails in mails that are opened: a forward of a forward. Deeper ones are attachments. Each costs another
 * pass.
 */
const nestingLimit = 3;
/** Most bytes of a header that is read alone, when the mail as a whole cannot be read. */
const headerLimit = 64_000;

/**
 * Facts of one mail in its raw form. Never throws: of a broken mail there are the facts that could be read.
 *
 * The surface is `text`, because a file shows no webmail; sender, headers, files and links are filled all the
 * same.
 * The text is that of the HTML part when there is one, because that is what people are shown, else of the
 * plain part.
 * Links are those of the HTML and addresses written in quotes; those in the text are found by the judge. `seenAt` is the Date
 * header, so that ages
 * are those of the day it was sent. Looked at are at most 400 kB of a part and 4 MB of all (thin-mail.ts).
 */
export async function readMail(bytes: Uint8Array): Promise<Facts> {
  const mail = thinMail(withHeader(bytes));
  const email = (await parse(mail.bytes)) ?? (await parse(headerOf(mail.bytes)));
  if (!email) return { surface: 'text' };
  const { text, links } = wordsOf(email);
  const sentAt =
    email.date && !Number.isNaN(Date.parse(email.date)) ? new Date(email.date).toISOString() : undefined;
  const from = mailbox(email.from ?? email.sender);
  return {
    surface: 'text',
    seenAt: sentAt,
    sender: { name: from?.name?.slice(0, lineLimit) || undefined, email: cutAddress(from?.address) },
    message: { subject: email.subject, text: bothEnds(text), sentAt },
    links,
    files: filesOf(email, mail.thinned),
    headers: {
      replyTo: email.replyTo?.map((address) => cutAddress(mailbox(address)?.address)).find(Boolean),
      returnPath: cutAddress(email.returnPath),
      authenticationResults: headersNamed(email, 'authentication-results').join('; ') || undefined,
    },
  };
}

async function parse(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, { maxRfc822NestingDepth: nestingLimit });
  } catch {
    // Nested or headed beyond all measure: the caller tries with less.
    return undefined;
  }
}

const fieldName = /^[!-9;-~]+[ \t]*:/;
const latin = new TextDecoder('latin1');

/**
 * Drops blank lines, a byte order mark and an mbox line before the header; text that has no header gets an
 * empty one.
 */
function withHeader(bytes: Uint8Array): Uint8Array {
  const start = latin.decode(bytes.subarray(0, 2_000));
  const before = /^(?:\u00ef\u00bb\u00bf)?\s*(?:>?From [^\r\n]*\r?\n)?/.exec(start)![0].length;
  if (fieldName.test(start.slice(before))) return bytes.subarray(before);
  const headed = new Uint8Array(bytes.length + 1);
  headed[0] = 10;
  headed.set(bytes, 1);
  return headed;
}

function headerOf(bytes: Uint8Array): Uint8Array {
  const start = latin.decode(bytes.subarray(0, headerLimit));
  return bytes.subarray(0, /\r?\n\r?\n/.exec(start)?.index ?? headerLimit);
}

const headersNamed = (email: Email, name: string) =>
  email.headers.filter(({ key }) => key === name).map(({ value }) => value);
const mailbox = (address: Address | undefined) =>
  address?.group?.[0] ?? (address?.address === undefined ? undefined : address);

/** The end is kept: there stands the domain. */
const cutAddress = (address: string | undefined) => address?.slice(-lineLimit) || undefined;

interface Words {
  readonly text: string | undefined;
  readonly links: { url: string; text?: string }[] | undefined;
}

function wordsOf(email: Email): Words {
  // The subject proves nothing: anybody may begin theirs with "Re:".
  const isAnswer = Boolean(email.inReplyTo ?? email.references);
  const html = email.html === undefined ? undefined : readHtml(email.html.slice(0, partLimit), isAnswer);
  const shown = html?.text || (email.text === undefined ? undefined : withoutSignature(email.text));
  if (shown === undefined) return { text: undefined, links: html?.links };
  const text = isAnswer ? withoutQuotes(shown) : shown;
  const links = [...(html?.links ?? []), ...quotedLinks(html?.whole || email.text || '', text)];
  return { text, links: html || links.length > 0 ? links.slice(0, listLimit) : undefined };
}

/** Addresses written where the text was left out. */
const quotedLinks = (whole: string, text: string) =>
  whole.length === text.length ? [] : addressesIn(bothEnds(whole) ?? '').filter((url) => !text.includes(url)).map((url) => ({ url }));

/** Of a text too long to judge the beginning and the end: padding in the middle cannot push the ask out. */
function bothEnds(text: string | undefined): string | undefined {
  if (text === undefined || text.length <= textLimit) return text;
  const half = textLimit / 2 - 1;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}

/** Attachments, without pictures that stand in the text. Parts that were cut have no known size. */
function filesOf(email: Email, thinned: boolean): NonNullable<Facts['files']> {
  return email.attachments
    .filter(({ related, mimeType }) => !(related && mimeType.startsWith('image/')))
    .map(({ filename, mimeType, content }) => {
      const size = typeof content === 'string' ? content.length : content.byteLength;
      // Base64 turns four bytes into three; line breaks take two of 78.
      const isCut = thinned && size > partLimit * 0.5;
      return { name: filename ?? 'unnamed', type: mimeType, ...(!isCut && { size }) };
    });
}
