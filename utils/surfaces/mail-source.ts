/**
 * A careful small reader of a mail's source as a page shows it: headers and the first plain text. The program for mail files
 * (utils/mail) has a parser for everything; it is larger than a content script may be.
 */
export interface MailSource {
  /** Values of the headers of a name, unfolded and decoded, first one first. */
  readonly headers: (name: string) => string[];
  /** First part in plain text. */
  readonly text?: string | undefined;
}

/** Parts within parts that are looked into: a signed forward of an alternative is three. */
const deepest = 5;

export function parseSource(source: string, depth = 0): MailSource {
  const lines = `\n${source.replaceAll(/\r\n?/g, '\n')}`;
  const end = lines.indexOf('\n\n');
  const head = (end < 0 ? lines : lines.slice(0, end)).slice(1).replaceAll(/\n[ \t]+/g, ' ').split('\n');
  const raw = (name: string) => head.filter((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
    .map((line) => line.slice(name.length + 1).trim());
  return {
    headers: (name) => raw(name).map(decodeWords),
    text: end < 0 ? undefined : textIn(lines.slice(end + 2), raw, depth),
  };
}

function textIn(body: string, raw: (name: string) => string[], depth: number): string | undefined {
  const type = raw('content-type')[0] ?? 'text/plain';
  const boundary = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (/^multipart\//i.test(type)) {
    const mark = boundary?.[1] ?? boundary?.[2];
    if (!mark || depth === deepest) return undefined;
    const parts = `\n${body}`.split(`\n--${mark}`).slice(1);
    return parts.filter((part) => !part.startsWith('--')).map((part) => parseSource(part.replace(/^[^\n]*\n/, ''), depth + 1).text)
      .find((text) => text !== undefined);
  }
  const isAttached = /^attachment/i.test(raw('content-disposition')[0] ?? '');
  if (!/^text\/plain\b/i.test(type) || isAttached) return undefined;
  const encoding = (raw('content-transfer-encoding')[0] ?? '').toLowerCase();
  const charset = /charset="?([\w.:-]+)/i.exec(type)?.[1];
  if (encoding === 'base64') return decodeBytes(fromBase64(body), charset);
  return encoding === 'quoted-printable' ? decodeBytes(fromQuoted(body.replaceAll(/=[ \t]*\n/g, '')), charset) : body;
}

/** `=?utf-8?B?SGk=?=` and `=?utf-8?Q?Hi?=`; the space between two of them belongs to neither (RFC 2047). */
function decodeWords(value: string): string {
  return value.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/=\?([\w-]+)(?:\*[\w-]*)?\?([bq])\?([^?]*)\?=/gi, (whole, charset: string, way: string, word: string) =>
    decodeBytes(/b/i.test(way) ? fromBase64(word) : fromQuoted(word.replaceAll('_', ' ')), charset) ?? whole);
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    const clean = text.replaceAll(/[^\w+/]/g, '');
    return bytesOf(atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))));
  } catch {
    return undefined;
  }
}

/** A page shows bytes above 127 as letters already: these stay, as UTF-8. */
const fromQuoted = (text: string): Uint8Array => {
  const parts = text.split(/((?:=[\dA-F]{2})+)/i);
  const bytes = parts.flatMap((part, i) => [...(i % 2 ? hexBytes(part) : new TextEncoder().encode(part))]);
  return Uint8Array.from(bytes);
};
const hexBytes = (part: string) => part.split('=').slice(1).map((hex) => Number.parseInt(hex, 16));
const bytesOf = (binary: string) => Uint8Array.from(binary, (letter) => letter.charCodeAt(0));

function decodeBytes(bytes: Uint8Array | undefined, charset = 'utf-8'): string | undefined {
  if (!bytes) return undefined;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
