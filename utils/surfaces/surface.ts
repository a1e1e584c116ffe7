import type { Facts, SurfaceId } from '../core/facts.ts';
import type { Places } from './places.ts';

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
  /** Somebody who is only passed by, in a list of people: the photo may be remembered, nothing is judged. */
  readonly isPassing?: true;
  /** Number of the candidate that answered, by fact (places.ts): how well the reader fits today's markup. Set by `watch`. */
  readonly answered?: Readonly<Record<string, number>>;
}

/** A place people are approached in. One file each; all knowledge about its markup stands there. */
export interface Surface {
  readonly id: SurfaceId;
  /** Host names it lives under; none for one that stands on sites of the person's own choice. */
  readonly hosts: readonly string[];
  /** Where its facts stand: measured, and told to people in docs/surfaces.md. */
  readonly places: Places;
  /** True on addresses, or with marks in the page, where there must be something to read: finding nothing there means "I cannot read this page". */
  readonly expects: (url: URL, document: Document) => boolean;
  /** True where the page was understood and holds nothing to judge: the own profile, the person's own messages. */
  readonly isOwn: (document: Document, url: URL) => boolean;
  /** Everything of its kind on the page now. Never throws, never changes anything, never reads what the person types. */
  readonly read: (document: Document, url: URL, seenAt: string) => Reading[];
}

/** How well the page could be read. */
export type Health = 'readable' | 'unreadable' | 'nothing to read';
