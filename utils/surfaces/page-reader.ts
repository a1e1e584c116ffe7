import type { Surface } from './surface.ts';

/** A surface that can tell a page it understood and found nothing to judge on from one it cannot read. */
export interface PageReader extends Surface {
  /** True on the own profile, or where only the person's own messages stand. */
  readonly isOwn: (document: Document, url: URL) => boolean;
}
