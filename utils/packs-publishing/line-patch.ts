import { applyPatch, formatPatch, OMIT_HEADERS, structuredPatch } from 'diff';
import { sha256Of } from './offered-file.ts';

/**
 * What leads from one text to the next, as it is offered: lines that go and come, without the ones around them. Whoever applies it
 * compares the hash with what is signed, so a patch needs no trust of its own.
 */
export interface LinePatch { readonly from: string; readonly to: string; readonly patch: string }

/** Lines that may differ before a patch is given up: 6,000 among 100,000 took 43 s, and the time grows with their square. */
const mostEdits = 2_000;

/** Undefined when the texts differ too much. */
export function makePatch(before: string, after: string): LinePatch | undefined {
  const patch = structuredPatch('', '', before, after, undefined, undefined, { context: 0, maxEditLength: mostEdits });
  return patch && { from: sha256Of(before), to: sha256Of(after), patch: formatPatch(patch, OMIT_HEADERS) };
}

/** The text after the patch. Throws when it does not fit or leads elsewhere than it says. */
export function applyLinePatch(before: string, { from, to, patch }: LinePatch): string {
  if (sha256Of(before) !== from) throw new Error(`The patch starts from ${from}, which is another text.`);
  const after = applyPatch(before, patch, { autoConvertLineEndings: false });
  if (after === false || sha256Of(after) !== to) throw new Error(`The patch does not lead to ${to}.`);
  return after;
}
