import type { Facts } from '../core/facts.ts';
import { followers as followersWord } from './shown-line.ts';

type Company = NonNullable<Facts['company']>;
export type CompanyCounts = Pick<Company, 'sizeLeast' | 'sizeMost' | 'followers' | 'members'>;

/**
 * The sizes LinkedIn lets a page choose from (`StaffCountRange` of its API). Two numbers that are one of these are a size in any
 * language; from 1,000 on the top card rounds ("1K-5K").
 */
const sizes = [[1, 1], [2, 10], [11, 50], [51, 200], [201, 500], [501, 1_000], [1_001, 5_000], [5_001, 10_000]] as const;
const largest = 10_001;

/** A number with what shortens it: `1,234`, `1 234`, `10K+`. */
const numbers = /(\d(?:[\d.,\s\u00a0\u202f\u066c’']*\d)?)\s?(\p{L}{0,3})(\+?)/gu;
/** Shortened in words of other languages ("1,2 mil", "3 Tsd."), which no rule undoes for certain. */
const shortened = /^(?:mil|mln|mio|mrd|tsd|bin|rb|jt|тыс|млн|万|萬|千|만|천|억|ألف|لاخ)/iu;

interface Counted { readonly value: number; readonly isOpen: boolean }

/** Arabic and Persian digits end in the same four bits as ours. */
export const withOurDigits = (line: string): string =>
  line.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));

function numbersIn(line: string): Counted[] {
  return [...withOurDigits(line).matchAll(numbers)].map(([, digits = '', unit = '', plus]) => {
    const times = /^[KM]$/.test(unit) ? (unit === 'K' ? 1e3 : 1e6) : 1;
    const value = shortened.test(unit) ? Number.NaN
      : times > 1 ? Number(digits.replace(',', '.')) * times : Number(digits.replaceAll(/\D/g, ''));
    return { value, isOpen: plus === '+' };
  });
}

function sizeIn(found: readonly Counted[]): CompanyCounts | undefined {
  for (const [i, { value, isOpen }] of found.entries()) {
    if (value === largest || (isOpen && value === largest - 1)) return { sizeLeast: largest };
    const next = found[i + 1]?.value;
    const size = sizes.find(([least, most]) => next === most && (value === least || value === least - 1));
    if (size) return { sizeLeast: size[0], sizeMost: size[1] };
  }
  return undefined;
}

/** What short lines about a company state in numbers, the first of each kind. */
export function countsIn(lines: readonly string[]): CompanyCounts {
  const counts: CompanyCounts = {};
  for (const line of lines.flatMap((text) => text.split(/[·•|]/))) {
    const found = numbersIn(line);
    const only = found.length === 1 && Number.isInteger(found[0]!.value) ? found[0]!.value : undefined;
    if (followersWord.test(line)) counts.followers ??= only;
    else {
      const size = sizeIn(found);
      const rest = size ? found.slice(2) : found;
      if (counts.sizeLeast === undefined) Object.assign(counts, size);
      // "51-200 employees 64 on LinkedIn"
      if (rest.length === 1 && line.includes('LinkedIn')) counts.members ??= rest[0]!.value;
    }
  }
  return counts;
}

/** The one number of a line, as in "See all 37 people"; undefined when it is a size. */
export function onlyNumber(line: string | undefined): number | undefined {
  const found = numbersIn(line ?? '');
  return found.length === 1 && !found[0]!.isOpen && Number.isInteger(found[0]!.value) ? found[0]!.value : undefined;
}
