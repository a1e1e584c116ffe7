import { hostAndParents, parseHost } from './address.ts';
import { HashSet } from './hash-set.ts';

/** A list that rules name. `host` lists are asked with a host and each parent down to its registrable domain. */
export interface NamedList {
  readonly match: 'host' | 'value';
  /** Indicators of reported attacks; they can be switched off as a whole. */
  readonly indicators: boolean;
  readonly has: (member: string) => boolean;
  /** Readable members, for lists that `like` may ask. */
  readonly members?: readonly string[];
}
export type NamedLists = Readonly<Record<string, NamedList>>;

export function isMember(list: NamedList, value: string): boolean {
  const lower = value.toLowerCase();
  if (list.match === 'value') return list.has(lower);
  const host = parseHost(lower);
  return host !== undefined && hostAndParents(host).some(list.has);
}

export function readableList(members: readonly string[], match: NamedList['match'], indicators: boolean): NamedList {
  const set = new Set(members);
  return { match, indicators, members, has: (member) => set.has(member) };
}

export function hashedList(bytes: ArrayBuffer, match: NamedList['match'], indicators: boolean): NamedList {
  const set = HashSet.read(bytes);
  return { match, indicators, has: (member) => set.has(member) };
}
