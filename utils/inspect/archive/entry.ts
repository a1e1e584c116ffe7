import type { SkipReason } from '../project.ts';

/** Takes the next bytes of an entry; false when it wants no more. */
export type Take = (chunk: Uint8Array) => boolean;

/** One entry as an archive, a folder or a host of code has it: not yet read, its name not yet trusted. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes, as claimed. */
  readonly size: number;
  /** Bytes it takes in the archive, if each is packed alone. */
  readonly packed?: number;
  readonly isExecutable?: boolean;
  /** Where a link leads, as written; a link without it says so in its bytes. */
  readonly linksTo?: string;
  /** Why it cannot be read, known beforehand. */
  readonly barred?: SkipReason;
  /** Gives its bytes in turn, before the next entry is asked for. Throws EntryFault for what is wrong with it. */
  readonly read: (take: Take) => Promise<void>;
}

/** Entries in the order of the archive, and at times something to say about a place. */
export type Entries = AsyncIterable<Entry | { readonly path: string; readonly reason: SkipReason }>;

/** Something is wrong with one entry. What was given before is good; the others are read all the same. */
export class EntryFault extends Error {
  constructor(readonly reason: SkipReason) {
    super(reason);
  }
}

/** Nothing of an archive can be read. The message is a sentence for people, without the archive's name. */
export class ArchiveError extends Error {}

/** Nothing of an archive was looked at, and why is something to judge: attackers pick what is not read. */
export class UnreadArchive extends ArchiveError {
  constructor(readonly reason: SkipReason, sentence: string) {
    super(sentence);
  }
}
