import { foldText } from '../core/fold.ts';

/** A person's name as comparable words: folded, sorted, without order, initials and titles. `kind` tells scripts apart. */
export interface PersonName { readonly kind: 'latin' | 'other'; readonly words: readonly string[] }

/** Most words that are kept: long names have five or six. */
const mostWords = 6;
/** What follows is no part of the name: an address, a company. */
const afterName = /\s*(?:[([|<•/·@"]|\s[-–—]\s|\s(?:via|at|from)\s).*$/isu;
/** A title behind a whole name; "BROOK, Dana" has none. */
const title = /^(\S+\s+[^,]+),\s*(?:[A-Z]{2,5}\b|Ph\.?D).*$/su;
/** Words of mailboxes and titles: they name nobody. */
const noName = new Set(['mr', 'mrs', 'ms', 'dr', 'prof', 'mba', 'phd', 'hr', 'team', 'the', 'recruiting', 'recruitment', 'recruiter', 'talent',
  'acquisition', 'careers', 'career', 'jobs', 'hiring', 'people', 'human', 'resources', 'support', 'info', 'noreply', 'notifications', 'group',
  'inc', 'ltd', 'gmbh']);
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Empty when the text names no person: a mailbox, or the stand-in LinkedIn shows for a member who left. */
export function personName(written: string): PersonName {
  const name = written.slice(0, 200).replace(afterName, '').replace(title, '$1');
  const folded = foldText(name);
  if (folded.includes('linkedin')) return { kind: 'latin', words: [] };
  // East Asian names stand with and without a space: their characters are compared.
  const parts = eastAsian.test(name)
    ? [...folded].filter((letter) => /\p{L}/u.test(letter))
    : folded.split(/[^\p{L}\p{M}]+/u).filter((word) => word.length > 1);
  const words = [...new Set(parts)].filter((word) => !noName.has(word)).sort().slice(0, mostWords);
  return { kind: /(?!\p{Script=Latin})\p{L}/u.test(name) ? 'other' : 'latin', words };
}
