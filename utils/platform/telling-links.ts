import { parseHost } from '../core/address.ts';
import type { Companies } from '../core/company-table.ts';
import type { Facts } from '../core/facts.ts';
import { linksEvidence, type LinkEvidence } from '../core/link-evidence.ts';
import { isMember, type NamedLists } from '../core/named-list.ts';
import { findSite, type Sites } from '../core/site.ts';

/** Tables of a pack that say which places many people share. */
export interface Places { readonly sites: Sites; readonly lists: NamedLists; readonly companies: Pick<Companies, 'owned'> }

/** Whose message it is: links to the sender's own company tell colleagues from nobody. */
export interface Whose { readonly mailDomain?: string; readonly employers: readonly string[] }

/** Everybody's names stand below these, and nobody is well known there. */
const openToAll = new Set(['dynamic-dns', 'disposable-mail']);

const isWellKnown = ({ host, domain }: LinkEvidence, { lists, companies }: Places): boolean =>
  companies.owned.has(domain!) || Object.entries(lists).some(([name, list]) =>
    list.match === 'host' && !list.indicators && !openToAll.has(name) && isMember(list, host!));

/** Path of a personal interview link, as in the rule link-interview-token-on-unknown-host. */
const interviewPath = new RegExp('^/(?:[a-z]{2}/)?'
  + '(?:invites?|invitation|interviews?|assessments?|video-?(?:questions|interviews?|assessments?)(?:/create)?|hiring|exam|quiz)/'
  + '(?=[^/]*\\d)(?:[\\w-]{16,40}|\\d{8,12})/?$', 'i');

/** What the links of a message tell about who wrote it, in clear: for digests only. */
export interface Telling {
  /** Repositories (`host/owner/name`), names on shared hosting, hosts that are no well-known place. */
  readonly places: readonly string[];
  /** Personal interview links on such hosts. */
  readonly interviews: readonly string[];
}

/** Links and hosts that are looked at, from both ends: a newsletter has hundreds, and few of any message are kept. */
const mostLooked = 40;
const bothEnds = <T>(list: readonly T[]): T[] =>
  (list.length > mostLooked ? [...list.slice(0, mostLooked / 2), ...list.slice(-mostLooked / 2)] : [...list]);

export function tellingLinks(facts: Facts, whose: Whose, known: Places): Telling {
  const theirs = (facts.message?.thread ?? []).filter(({ from }) => from === 'them').map(({ text }) => text ?? '');
  const links = linksEvidence(bothEnds(facts.links ?? []), [...theirs, facts.message?.text ?? ''].join('\n'), known.sites) ?? [];
  const telling = links.filter((link) => !link.hidden && link.host && !isCompanys(link, whose));
  const byHost = new Map(telling.map((link) => [link.host, link]));
  const hosts = new Set(bothEnds([...byHost.values()]).filter((link) => isLonely(link, known)).map(({ host }) => host));
  const lonely = telling.filter(({ host }) => hosts.has(host));
  const repositories = telling.flatMap((link) => (link.repository && placeOf(link, known)?.kind === 'repository' ? link.repository : []));
  return {
    places: [...new Set([...repositories, ...lonely.map(({ host }) => host!.replace(/^www\./, ''))])],
    interviews: [...new Set(lonely.filter(({ path }) => interviewPath.test(path ?? '')).map(({ address }) => address!))],
  };
}

/** A host that belongs to few: in no table of places but those where everybody gets a name. */
function isLonely(link: LinkEvidence, known: Places): boolean {
  const place = placeOf(link, known);
  const isOwn = link.isShared && link.host !== link.suffix;
  return (!place || (place.kind === 'hosting' && isOwn === true)) && !isWellKnown(link, known);
}

const placeOf = ({ host, path }: LinkEvidence, { sites }: Places) => findSite(sites, parseHost(host!)!, path ?? '');

/** All recruiters of a company link to its site and its repositories. */
function isCompanys({ domain, label, account }: LinkEvidence, { mailDomain, employers }: Whose): boolean {
  const names = [bare(label ?? ''), bare(account?.split('/')[1] ?? '')].filter((name) => name.length > 2);
  const keys = employers.filter((key) => key.length > 2);
  return domain === mailDomain || keys.some((key) => names.some((name) => name.includes(key) || key.includes(name)));
}

const bare = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
