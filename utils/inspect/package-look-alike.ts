import { isNear } from '../core/look-alike.ts';
import type { NamedList } from '../core/named-list.ts';

/**
 * How a package's name resembles a popular one, strongest first: the same but for hyphens, dots and "js"; but for a letter; a word put before or
 * behind it. Names like "express-logger" are common among honest packages, so who judges should not count the last one for much.
 */
export const packageResemblances = ['separators changed', 'letters changed', 'word added'] as const;
export type PackageResemblance = (typeof packageResemblances)[number];
export interface PackageLookAlike { readonly of: string; readonly how: PackageResemblance }

interface Popular {
  /** By first letter: imitations keep it. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
  readonly byBare: ReadonlyMap<string, string>;
  readonly names: ReadonlySet<string>;
}
const prepared = new WeakMap<NamedList, Popular>();

/** Names from this length on may differ by a letter. Two letters in long ones found six more of 655 reported names and half as many honest ones again. */
const oneLetterFrom = 5;
/** Without their separators short names fall together by chance. */
const bareFrom = 5;
/** Shorter names stand in front of words of all kinds. */
const wordBesideFrom = 4;

const addedWords = 'js|node|nodejs|lib|utils?|helpers?|tools?|kit|sdk|api|core|dev|plus|pro|lite|new|next|latest|fixed|secure|v\\d|\\d';
const wordBehind = new RegExp(`[-._]?(?:${addedWords})$`);
const wordBefore = /^(?:node|js|npm|the|new|real|official|simple|easy|fast|super)[-._]/;

const bareOf = (name: string): string => name.replace(/[-._]/g, '');

/** The popular package that an unscoped name resembles; undefined for a name that is itself on one of the lists. */
export function packageLookAlike(name: string, popular: NamedList, known: NamedList | undefined): PackageLookAlike | undefined {
  const lower = name.toLowerCase();
  // A scope belongs to its owner.
  if (lower.startsWith('@') || popular.has(lower) || known?.has(lower)) return undefined;
  const { byLetter, byBare, names } = prepare(popular);
  const bare = bareOf(lower);
  const sameLetters = bare.length >= bareFrom ? byBare.get(bare) : undefined;
  if (sameLetters) return { of: sameLetters, how: 'separators changed' };
  const near = nearest(lower, byLetter.get(lower[0]!) ?? []);
  if (near) return { of: near, how: 'letters changed' };
  const core = [lower.replace(wordBehind, ''), lower.replace(wordBefore, '')].find((rest) => rest !== lower && rest.length >= wordBesideFrom && names.has(rest));
  return core ? { of: core, how: 'word added' } : undefined;
}

function prepare(list: NamedList): Popular {
  let known = prepared.get(list);
  if (!known) {
    const members = list.members ?? [];
    const byLetter = new Map<string, string[]>();
    for (const name of members) byLetter.set(name[0]!, [...(byLetter.get(name[0]!) ?? []), name]);
    known = { byLetter, byBare: new Map(members.map((name) => [bareOf(name), name])), names: new Set(members) };
    prepared.set(list, known);
  }
  return known;
}

const nearest = (name: string, candidates: readonly string[]): string | undefined =>
  candidates.find((popular) => isNear(name, popular, popular.length >= oneLetterFrom ? 1 : 0));
