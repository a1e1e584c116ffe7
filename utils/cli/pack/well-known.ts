import { hostAndParents, type Host } from '../../core/address.ts';
import type { Knowledge } from '../../core/judge.ts';
import { isMember } from '../../core/named-list.ts';
import { findSite, type Sites } from '../../core/site.ts';
import { loadKnowledge } from '../load-knowledge.ts';

/** Says why a place may not become an indicator; undefined where nothing speaks against it. */
export interface WellKnown {
  readonly sites: Sites;
  readonly whyHost: (host: Host) => string | undefined;
  readonly whyAddress: (host: Host, path: string, hasQuery: boolean) => string | undefined;
  readonly isCodeHost: (host: Host) => boolean;
}

/** Lists whose members honest people link to and write from. */
const honestLists = ['free-mail', 'hiring-vendors', 'meeting-vendors', 'impersonated-brands', 'impersonated-employers', 'link-in-bio'];
/** Pages that every account of a site shares. */
const sharedPaths = new Set('about account accounts api app apps auth blog careers contact docs download downloads explore feed files forms help home jobs join login logout meet open pricing privacy s search settings share signin signup static status support terms u uc view watch'.split(' '));

let places: WellKnown | undefined;
/** By the lists and tables that come with the extension, read once. */
export const wellKnownPlaces = (): WellKnown => (places ??= wellKnownIn(loadKnowledge()));

export function wellKnownIn({ lists, sites, companies }: Knowledge): WellKnown {
  /** The popular name a host belongs to. */
  function popular(host: Host): string | undefined {
    if (companies.owned.has(host.domain)) return host.domain;
    const site = findSite(sites, host, '/');
    if (site && site.kind !== 'hosting' && site.at === host.domain) return host.domain;
    const names = hostAndParents(host);
    return names.find((name) => honestLists.some((list) => isMember(lists[list]!, name))) && host.domain;
  }
  function whyHost(host: Host): string | undefined {
    const name = popular(host);
    if (name !== undefined) return `belongs to ${name}, which honest people link to: name the address of the page`;
    const isOffered = (sites.get(host.host) ?? []).some(({ at, kind }) => at === host.host && (kind === 'hosting' || kind === 'file-host'));
    return isOffered || lists['dynamic-dns']!.has(host.host) ? 'gives names to everybody: name the one below it' : undefined;
  }
  function whyAddress(host: Host, path: string, hasQuery: boolean): string | undefined {
    const name = popular(host);
    if (name === undefined) return undefined;
    if (hasQuery) return `differs from honest pages of ${name} only behind the "?", which is not looked at`;
    const [first = '', second] = path.slice(1).toLowerCase().split('/');
    const isShared = second === undefined && (sharedPaths.has(first) || /^index\b/.test(first));
    return isShared || sites.get(host.host)?.some(({ at }) => at === host.host + path) ? `is a page of ${name} that everybody uses` : undefined;
  }
  return { sites, whyHost, whyAddress, isCodeHost: (host) => findSite(sites, host, '/')?.kind === 'repository' };
}
