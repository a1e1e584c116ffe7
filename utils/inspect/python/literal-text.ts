const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', a: '\x07', b: '\b', f: '\f', v: '\v', '\n': '' };
const sign = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|N\{[^}]*\}|([\s\S]))/g;

/** What a literal of text or bytes stands for. Bytes are told as characters of the same number. */
export function literalText(source: string): string {
  const [, prefix = '', quote = ''] = /^([a-zA-Z]*)('''|"""|'|")/.exec(source) ?? [];
  const end = source.endsWith(quote) && source.length >= prefix.length + quote.length * 2 ? -quote.length || undefined : undefined;
  const body = source.slice(prefix.length + quote.length, end);
  if (/r/i.test(prefix) || !body.includes('\\')) return body;
  return body.replace(sign, (_, x?: string, u?: string, U?: string, octal?: string, other = '') => {
    const hex = x ?? u ?? U;
    if (hex !== undefined) return codePoint(parseInt(hex, 16));
    if (octal !== undefined) return codePoint(parseInt(octal, 8));
    return escapes[other] ?? other;
  });
}

export const codePoint = (code: number): string => (code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Share of a literal whose letters are written as numbers (\x68\x74): nobody writes words so. Bytes that no keyboard has must be written so. */
export const isWrittenInNumbers = (source: string): boolean =>
  (source.match(/\\(?:x(?:[2-6][\da-f]|7[\da-e])|u00(?:[2-6][\da-f]|7[\da-e])|(?:0[4-7]|1[0-7])[0-7])/gi)?.length ?? 0) * 4 > source.length * 0.7;
