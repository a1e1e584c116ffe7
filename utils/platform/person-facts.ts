import type { Facts } from '../core/facts.ts';
import { isMemberNumber } from '../core/member-number.ts';

/** Somebody whose photo stands on a page among others: only what tells whose photo it is. */
export type Person = NonNullable<NonNullable<Facts['message']>['people']>[number];

/** Somebody in a list or a conversation, as one alone would be reported. */
export const factsOfPerson = ({ profileUrl, identifier, memberNumber, photo }: Person): Facts => ({
  surface: 'linkedin-profile',
  sender: { profileUrl },
  profile: { identifier, ...(memberNumber && isMemberNumber(memberNumber) && { memberNumber }), photo: { url: photo } },
});
