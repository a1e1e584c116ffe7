/**
 * Most bytes of one mail that are read: Gmail, the most generous of the large ones, takes mails up to 50 MB.
 */
export const mailLimit = 50e6;

/**
 * Limits of what is given to the parser. It takes about 10 µs and several hundred bytes for a line, so ten
 * million line breaks
 * would hold it for minutes and use up all memory. Long newsletters have 200 kB in 3,000 lines; beyond a
 * part's limit there are
 * only attachments, of which nothing but the name is needed.
 */
export const partLimit = 400_000;
const partLines = 6_000;
const wholeLimit = 4_000_000;
const wholeLines = 30_000;

export interface ThinnedMail {
  readonly bytes: Uint8Array;
  /** True when something was left out; then long parts have no known size. */
  readonly thinned: boolean;
}

/**
 * The mail with the rest of long parts left out, in one pass over its bytes. A part begins at each line that
 * begins with `--`, as
 * boundaries do; where such a line is none, only more is kept than needed.
 */
export function thinMail(mail: Uint8Array): ThinnedMail {
  const kept = new Uint8Array(Math.min(mail.length, wholeLimit));
  let size = 0;
  let lines = 0;
  let part = { size: 0, lines: 0 };
  for (let start = 0; start < mail.length && size < wholeLimit && lines < wholeLines;) {
    const found = mail.indexOf(10, start);
    const end = found < 0 ? mail.length : found + 1;
    if (mail[start] === 0x2d && mail[start + 1] === 0x2d) part = { size: 0, lines: 0 };
    const room = part.lines < partLines ? Math.min(partLimit - part.size, wholeLimit - size) : 0;
    const line = mail.subarray(start, Math.min(end, start + room));
    if (line.length > 0) {
      kept.set(line, size);
      size += line.length;
      // A cut line ends all the same, or the boundary after it would be part of it.
      if (line.length < end - start) kept[size - 1] = 10;
      lines += 1;
      part = { size: part.size + line.length, lines: part.lines + 1 };
    }
    start = end;
  }
  return size === mail.length
    ? { bytes: mail, thinned: false }
    : { bytes: kept.subarray(0, size), thinned: true };
}
