import type { Host } from './address.ts';
import { isMember, type NamedLists } from './named-list.ts';
import { findSite, type Sites } from './site.ts';

/** Tells which hosts a pack vouches for by name: members of the lists, companies' own domains, what the sites table calls more than hosting. */
export function knownHost(names: readonly string[], lists: NamedLists, sites: Sites, owned: ReadonlySet<string>): (host: Host) => boolean {
  const known = names.flatMap((name) => lists[name] ?? []);
  return (host) => {
    const site = findSite(sites, host, '/');
    return owned.has(host.domain) || (site !== undefined && site.kind !== 'hosting') || known.some((list) => isMember(list, host.host));
  };
}
