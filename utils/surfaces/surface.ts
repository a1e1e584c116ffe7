import type { Facts, SurfaceId } from '../core/facts.ts';

/** One thing a person reads on a page: a profile, a conversation, a mail message. */
export interface Reading {
  readonly facts: Facts;
  /** Where it stands. Kept by reference only, never changed. */
  readonly element: Element;
  /** Elements of `facts.links` and `facts.files`, in the same order: a warning stands at the very link or file. */
  readonly links: readonly Element[];
  readonly files: readonly Element[];
  /** The profile photo as shown, when there is one. */
  readonly photo?: Element;
}

/** A place people are approached in. One file each; all knowledge about its markup stands there. */
export interface Surface {
  readonly id: SurfaceId;
  /** Host names it lives under. */
  readonly hosts: readonly string[];
  /** True on addresses where there must be something to read: finding nothing there means "I cannot read this page". */
  readonly expects: (url: URL) => boolean;
  /** Everything of its kind on the page now. Never throws, never changes anything, never reads what the person types. */
  readonly read: (document: Document, url: URL, seenAt: string) => Reading[];
}

/** How well the page could be read. */
export type Health = 'readable' | 'unreadable' | 'nothing to read';
