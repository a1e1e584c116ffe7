/** Longest snippet, and the characters of it that may stand before the place. */
const longest = 160;
const before = 40;

/**
 * What stands at an offset, as one line for people: runs of spaces become one, what cannot be seen becomes "␀", and of a long line the part
 * around the place is kept.
 */
export function snippetAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const from = Math.max(lineStart, offset - before);
  // Spaces shrink, so more is taken than is shown.
  const raw = text.slice(from, offset + longest * 4);
  return oneLine(`${from > lineStart ? '…' : ''}${raw.slice(0, lineEnd(raw, offset - from))}`);
}

const lineEnd = (raw: string, after: number): number => {
  const end = raw.slice(after).search(/[\r\n]/);
  return end < 0 ? raw.length : after + end;
};

/** Any text as one line of at most 160 characters. */
export function oneLine(text: string): string {
  const line = text.slice(0, longest * 5).replace(/\s+/g, ' ').trim().replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '␀');
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
