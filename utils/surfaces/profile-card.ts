import type { Facts } from '../core/facts.ts';
import type { Photo } from './linkedin-person.ts';

/** What one layout of LinkedIn's profile page gives. `slug` is the one the card itself links to. */
export interface ProfileCard {
  readonly element: Element;
  readonly slug?: string;
  readonly sender: NonNullable<Facts['sender']>;
  readonly profile: NonNullable<Facts['profile']>;
  readonly photo?: Photo;
}
