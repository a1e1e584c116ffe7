import { lineLimit } from '../core/limits.ts';
import { visibleText } from './visible-text.ts';

/** One line of visible text; undefined when there is none. */
export function shownLine(element: Element | undefined | null): string | undefined {
  return element ? oneLine(visibleText(element, { limit: lineLimit })) : undefined;
}

export const oneLine = (text: string | null | undefined): string | undefined =>
  text?.replaceAll(/\s+/g, ' ').trim().slice(0, lineLimit) || undefined;

/** Digits of a number as written in any language (`1,234`, `1.234`, `500+`); undefined when there are none. */
export function shownNumber(text: string | undefined): number | undefined {
  const digits = /\d[\d.,\s\u00a0\u202f’']*/.exec(text ?? '')?.[0].replaceAll(/\D/g, '');
  return digits ? Number(digits) : undefined;
}

/** Words for followers beside their number, in LinkedIn's larger languages. An unknown word gives no fact. */
export const followers = /follow|abonn|seguid|フォロワー|关注|關注|팔로워|volger|obserw|подпис|takip|متابع|följ|pengikut/i;
