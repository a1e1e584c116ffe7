import type { SkipReason } from '../project.ts';
import { localHeaderLength } from './local-header.ts';

/** Bytes behind an entry that belong to it all the same: its sizes and sum, in their longest form (APPNOTE.TXT 4.3.9). */
const descriptorLength = 24;
/** Shorter gaps come from programs that align what they pack (Android's 4,096 bytes are the largest). */
const gapFrom = 4_097;

interface Range { readonly path: string; readonly from: number; readonly to: number }

/** Which bytes of an archive belong to which entry: what belongs to two, or to none, tells of a trick. */
export class ZipRanges {
  readonly #ranges: Range[] = [];
  readonly #starts = new Set<number>();

  add(path: string, from: number, to: number): void {
    this.#ranges.push({ path, from, to });
    this.#starts.add(from);
  }

  has(from: number): boolean { return this.#starts.has(from); }

  /** An entry is named where it overlaps with the one before, and where unnamed bytes follow it. */
  findings(directoryFrom: number | undefined): { path: string; reason: SkipReason }[] {
    const sorted = this.#ranges.sort((a, b) => a.from - b.from);
    let end = 0;
    const found = sorted.flatMap(({ path, from, to }, i): { path: string; reason: SkipReason }[] => {
      const before = end;
      end = Math.max(end, to);
      if (from < before) return [{ path, reason: 'two readings' }];
      // In front of the first stands what makes an archive start itself, or what was put there.
      return from - before >= gapFrom ? [{ path: sorted[i - 1]?.path ?? path, reason: 'hidden between' }] : [];
    });
    const last = sorted.at(-1);
    if (last && directoryFrom !== undefined && directoryFrom - end >= gapFrom) found.push({ path: last.path, reason: 'hidden between' });
    return found;
  }

  /** Bytes of no entry that can hold one with its header: whoever unpacks without the directory finds it. */
  unnamed(directoryFrom: number): { from: number; to: number }[] {
    const gaps: { from: number; to: number }[] = [];
    let end = 0;
    for (const { from, to } of [...this.#ranges.sort((a, b) => a.from - b.from), { from: directoryFrom, to: directoryFrom }]) {
      if (from - end > localHeaderLength) gaps.push({ from: end, to: from });
      end = Math.max(end, to);
    }
    return gaps;
  }

  static readonly descriptorLength = descriptorLength;
}
