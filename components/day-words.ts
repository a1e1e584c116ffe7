import { shownLanguage } from './set-language.ts';

const dayLength = 86_400_000;

/** A day, in whole days since 1970, written out. It was counted by the person's calendar, so it is not moved to a zone. */
export const dayWords = (day: number): string =>
  new Intl.DateTimeFormat(shownLanguage(), { dateStyle: 'medium', timeZone: 'UTC' }).format(day * dayLength);
