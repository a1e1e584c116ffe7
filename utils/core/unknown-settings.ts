import { distance } from 'fastest-levenshtein';
import { policyKeys } from './settings-schema.ts';

/** Slips a name may differ by to be the one that was meant: a left out word such as "domains" is none, a forgotten plural and a swapped letter are. */
const mostSlips = 3;
/** Names that are named; a policy of another product has many. */
const namedUnknown = 20;
/** Characters of a name that are repeated. */
const longestName = 80;

export const isSetting = (name: string): boolean => (policyKeys as readonly string[]).includes(name);

/** Says that a name is no setting, and which one was probably meant. */
export function unknownName(name: string): string {
  const nearest = policyKeys.map((key) => ({ key, slips: distance(key.toLowerCase(), name.slice(0, longestName).toLowerCase()) })).sort((one, other) => one.slips - other.slips)[0]!;
  return `is no setting of this version${nearest.slips <= mostSlips ? `; did you mean ${nearest.key}?` : ''}`;
}

/** Names that a policy sets and nothing reads, each with what is wrong. Chromium leaves them out by itself, Firefox passes everything on. */
export function unknownSettings(policy: Readonly<Record<string, unknown>>): { key: string; reason: string }[] {
  const names = Object.keys(policy).filter((name) => !isSetting(name));
  const more = names.length - namedUnknown;
  const named = names.slice(0, namedUnknown).map((name) => ({ key: name.slice(0, longestName), reason: unknownName(name) }));
  return more > 0 ? [...named, { key: `${more} more`, reason: 'are no settings of this version' }] : named;
}
