import type { Named } from './claimed-employer.ts';
import { claimsInEastAsian } from './claims-in-east-asian.ts';
import { nameAt } from './employer-name.ts';
import { hiringRole, ofOthers } from './employer-words.ts';

const parts = /\s*[|•·／]\s*|\s+[–—-]\s+/u;
const role = new RegExp(`(?<!\\p{L})${hiringRole}(?!\\p{L})`, 'iu');
/** After these an employer follows in any headline. */
const placeOfWork = /(?<!\p{L})(?:at|bei|chez)\s|@\s?/giu;
/** These mean more than "at": only behind a hiring role. */
const afterRole = new RegExp(`(?<!\\p{L})${hiringRole}(?:\\s(?:en|na|no|da|do|de|von|para)\\s|, )|(?<!\\p{L})(?:рекрутер\\p{L}*|hr\\p{L}*)\\s(?:(?:в|у|из|з)\\s)?(?:компани\\p{L}{1,2}\\s)?`, 'giu');

/** Employers in a headline: "Recruiter at X", "Talent Partner @X", "X | Head of Talent". */
export function claimsInHeadline(headline: string): Named[] {
  const segments = headline.split(parts).filter((part) => part.trim());
  const placed = segments.flatMap((part) => [...after(part, placeOfWork), ...after(part, afterRole)]);
  return [...placed, ...claimsInEastAsian(headline), ...(placed.length === 0 ? leading(segments) : [])];
}

function after(segment: string, pattern: RegExp): Named[] {
  return [...segment.matchAll(pattern)].flatMap(({ 0: lead, index }) => {
    const name = nameAt(segment, index + lead.length);
    return name && !ofOthers.test(segment.slice(0, index).split(/[,;&]/).at(-1)!) ? [{ name, isFirm: true }] : [];
  });
}

/** "X | Head of Talent": two parts, and the first is all name. More parts are topics. */
function leading(segments: readonly string[]): Named[] {
  const [first = '', second = ''] = segments;
  if (segments.length !== 2 || role.test(first) || !role.test(second)) return [];
  const name = nameAt(first, 0);
  return name === first.trim() ? [{ name, isFirm: false }] : [];
}
