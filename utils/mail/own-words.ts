/**
 * Longest signature that is left out, in characters. Text after a `-- ` line that is longer says something:
 * it is kept.
 */
export const signatureLimit = 1_000;

const original =
  /^-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|исходное сообщение)\s*-{2,}$/i;
const quoted = /^\s?>/;
const signature = /^--[ \u00a0]?$/;

/**
 * What the sender wrote: without lines that begin with `>`, the copied mail below and the signature. All of
 * it when nothing else is left.
 */
export function ownWords(text: string): string {
  const lines = text.replaceAll('\0', '').split(/\r\n|\r|\n/);
  const copied = lines.findIndex((line) => original.test(line.trim()));
  const written = (copied > 0 ? lines.slice(0, copied) : lines).filter((line) => !quoted.test(line));
  const signed = written.findIndex((line) => signature.test(line));
  const isSigned = signed > 0 && written.slice(signed).join('\n').length <= signatureLimit;
  return tidy(isSigned ? written.slice(0, signed) : written) || tidy(lines);
}

const tidy = (lines: readonly string[]) =>
  lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
