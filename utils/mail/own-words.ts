import { addressesIn } from '../core/written-address.ts';

/**
 * Longest signature that is left out, in characters: a name, a post, a company and a few lines of law. What is longer, or
 * holds a link, asks for something: it is text.
 */
export const signatureLimit = 300;

const original =
  /^-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|исходное сообщение)\s*-{2,}$/i;
const quoted = /^\s?>/;
const signature = /^--[ \u00a0]?$/;
const linesOf = (text: string) => text.replaceAll('\0', '').split(/\r\n|\r|\n/);

/**
 * Text of an answer without lines that begin with `>` and the mail copied below. All of it when nothing else is left. Only for
 * answers: in a first mail these marks stand before new text.
 */
export function withoutQuotes(text: string): string {
  const lines = linesOf(text);
  const copied = lines.findIndex((line) => original.test(line.trim()));
  return tidy((copied > 0 ? lines.slice(0, copied) : lines).filter((line) => !quoted.test(line)).join('\n')) || tidy(lines.join('\n'));
}

/** Plain text without a short signature that holds no link. */
export function withoutSignature(text: string): string {
  const lines = linesOf(text);
  const signed = lines.findIndex((line) => signature.test(line));
  const rest = signed > 0 ? lines.slice(signed).join('\n') : '';
  const isSignature = rest.length <= signatureLimit && addressesIn(rest).length === 0;
  return (isSignature && signed > 0 && tidy(lines.slice(0, signed).join('\n'))) || tidy(lines.join('\n'));
}

/** Without blanks at the ends of lines and more than one blank line in a row. In time that grows with the length only. */
export const tidy = (text: string): string =>
  linesOf(text)
    .map((line) => line.trim())
    .filter((line, i, lines) => line !== '' || lines[i - 1] !== '')
    .join('\n')
    .trim();
