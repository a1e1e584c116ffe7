import type { ProjectFile } from './project.ts';
import type { LineIndex, TextFile } from './sighting.ts';

/** Bytes that tell text from what is none: as many as git looks at. */
const lookedAt = 8_000;
/** Share of control characters up to which bytes with zeros are text: random bytes have a tenth, and nobody writes one in fifty. */
const mostControls = 0.02;

/** Files that are run or read as text whatever stands in them: a zero in a comment is no reason for Node to stop. */
const readAsText = /\.(?:[cm]?[jt]sx?|json[c5]?|py|pyw|sh|bash|zsh|ps1|bat|cmd|rb|php|pl|lua|go|rs|java|kts?|gradle|toml|ya?ml|xml|svg|html?|vue|svelte|md|txt|env)$/i;

/**
 * A file as text, or undefined when it was not read or is none. Wrong UTF-8 is read with replacement characters: an editor and Node show and run
 * it all the same. UTF-16 is read by its mark, for PowerShell and some editors write it.
 */
export function textFileOf({ path, bytes }: ProjectFile): TextFile | undefined {
  if (!bytes || !looksLikeText(path, bytes)) return undefined;
  const text = new TextDecoder(wideEncodingOf(bytes) ?? 'utf-8').decode(bytes);
  return { path, text, lines: lineIndexOf(text) };
}

/** Is a file text, by its name and how it begins? */
export function looksLikeText(path: string, bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, lookedAt);
  return readAsText.test(path) || wideEncodingOf(start) !== undefined || !start.includes(0) || shareOfControls(start) <= mostControls;
}

const wideEncodingOf = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;

/** Share of bytes that no keyboard writes: control characters but for tab, ends of lines and pages, and escape. */
function shareOfControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  return controls / bytes.length;
}

/** Lines of a text, indexed when first asked: most files are never asked. */
export function lineIndexOf(text: string): LineIndex {
  let starts: number[] | undefined;
  return { lineOf: (offset) => lastUpTo((starts ??= lineStarts(text)), offset) + 1 };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Position of the last of sorted numbers that is not above a number. */
function lastUpTo(sorted: readonly number[], number: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}
