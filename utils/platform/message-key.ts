import type { Facts } from '../core/facts.ts';
import { profileKeys } from './identity.ts';
import { sealed } from './origin.ts';

/**
 * Everything that was read but when, what is remembered, and what a profile says: its counts, dates and photo change by
 * themselves, so of the profile only whose it is counts. Any other file, link, subject, header or thread is another message.
 */
export function messageKey({ seenAt: _seenAt, known: _known, profile, ...facts }: Facts, salt: string): string {
  const [whose] = profileKeys({ ...facts, profile }, salt);
  return `message:${sealed(salt, JSON.stringify([whose, facts], inOneForm))}`;
}

/** Absent, undefined and null all mean "not seen", and the order of fields means nothing. */
function inOneForm(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? undefined;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
