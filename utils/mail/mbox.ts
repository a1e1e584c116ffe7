import { ByteStore, splitLines } from './byte-lines.ts';
import { mailLimit } from './thin-mail.ts';

/**
 * Mails of an mbox file, one after the other, `From ` lines left out and `>From ` unescaped. Holds one mail
 * at a time; of a mail
 * over `mailLimit` bytes the rest is left out. Bytes before the first `From ` line are a mail of their own:
 * nothing is lost.
 *
 * Own code: mbox-reader 1.2, the kept one on npm, splits at every line that begins with "From " (also in the
 * middle of a sentence) and holds a mail of any size as an array of strings.
 */
export async function* readMbox(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let mail = new ByteStore(mailLimit);
  let isOpen = false;
  let afterBlank = true;
  for await (const lines of splitLines(chunks, mailLimit)) {
    for (const { bytes } of lines) {
      if (afterBlank && isPostmark(bytes)) {
        if (isOpen) yield mail.bytes();
        mail = new ByteStore(mailLimit);
        isOpen = true;
        afterBlank = false;
        continue;
      }
      afterBlank = bytes[0] === lineFeed || (bytes[0] === carriageReturn && bytes[1] === lineFeed);
      isOpen ||= !afterBlank;
      mail.add(isEscaped(bytes) ? bytes.subarray(1) : bytes);
    }
  }
  if (isOpen) yield mail.bytes();
}

const lineFeed = 10;
const carriageReturn = 13;
const capitalF = 70;
const greater = 62;
/** Longest `From ` line: an address of 254 characters and a date. */
const postmarkLimit = 400;
const latin = new TextDecoder('latin1');

/**
 * `From address Sat Nov 21 10:00:00 2026` after a blank line; a sentence that begins with "From" has no time
 * and year.
 */
const isPostmark = (bytes: Uint8Array) =>
  bytes[0] === capitalF &&
  bytes.length <= postmarkLimit &&
  /^From \S.*\d{1,2}:\d{2}.*\b(?:19|20)\d{2}\b/.test(latin.decode(bytes));

const isEscaped = (bytes: Uint8Array) =>
  bytes[0] === greater && /^>+From /.test(latin.decode(bytes.subarray(0, 64)));
