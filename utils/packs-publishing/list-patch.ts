import { applyPatch, formatPatch, OMIT_HEADERS, type StructuredPatchHunk } from 'diff';
import type { LinePatch } from './line-patch.ts';
import { sha256Of } from './offered-file.ts';

/**
 * What leads from one hash set to the next (core/hash-set.ts), as a line patch over texts of a key a line, 16 hexadecimal digits.
 * `from` and `to` are the SHA-256 of the sets' bytes, which are their names. Both are sorted: walking along them takes 0.1 s for
 * 100,000 keys, however many differ.
 */
export function makeListPatch(before: Uint8Array, after: Uint8Array): LinePatch {
  const hunks = hunksBetween(keysOf(before), keysOf(after));
  const patch = formatPatch({ oldFileName: '', newFileName: '', oldHeader: undefined, newHeader: undefined, hunks }, OMIT_HEADERS);
  return { from: sha256Of(before), to: sha256Of(after), patch };
}

/** The hash set after the patch. Throws when it does not fit or leads elsewhere than it says. */
export function applyListPatch(before: Uint8Array, { from, to, patch }: LinePatch): Uint8Array {
  if (sha256Of(before) !== from) throw new Error(`The patch starts from ${from}, which is another list.`);
  const text = applyPatch(keysOf(before).map((key) => `${key}\n`).join(''), patch, { autoConvertLineEndings: false });
  const after = Buffer.from(text === false ? '' : text.replaceAll('\n', ''), 'hex');
  if (sha256Of(after) !== to) throw new Error(`The patch does not lead to ${to}.`);
  return after;
}

const keysOf = (bytes: Uint8Array): string[] => Buffer.from(bytes).toString('hex').match(/.{16}/g) ?? [];

function hunksBetween(old: readonly string[], next: readonly string[]): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = [];
  let [i, k] = [0, 0];
  while (i < old.length || k < next.length) {
    if (old[i] === next[k]) {
      i++;
      k++;
      continue;
    }
    const [oldStart, newStart] = [i, k];
    while (i < old.length && (k >= next.length || old[i]! < next[k]!)) i++;
    while (k < next.length && (i >= old.length || next[k]! < old[i]!)) k++;
    const [gone, come] = [old.slice(oldStart, i), next.slice(newStart, k)];
    const lines = [...gone.map((key) => `-${key}`), ...come.map((key) => `+${key}`)];
    hunks.push({ oldStart: oldStart + 1, oldLines: gone.length, newStart: newStart + 1, newLines: come.length, lines });
  }
  return hunks;
}
