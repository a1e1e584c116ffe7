import { BlockList, isIP } from 'node:net';
import { mailHost, parseHost, type Host } from '../../core/address.ts';
import { linkEvidence } from '../../core/link-evidence.ts';
import { repositoryAt } from '../../core/repository-at.ts';
import { parseUrl } from '../../core/url.ts';
import { wellKnownPlaces, type WellKnown } from './well-known.ts';

/** Lists of a pack that indicators go into, and how their members are compared. */
export const indicatorLists = {
  'reported-hosts': 'host', 'reported-addresses': 'value', 'reported-repositories': 'value', 'reported-accounts': 'value',
  'reported-packages': 'value', 'reported-senders': 'value',
} as const;
export type IndicatorList = keyof typeof indicatorLists;

/** What a source says a value is; `any` when it says nothing. */
export type IndicatorKind = 'host' | 'url' | 'mail' | 'repository' | 'account' | 'any';
export type Placed = { readonly list: IndicatorList; readonly member: string } | { readonly left: string };

/** Networks that are nobody's on the Internet (RFC 1918, 1122, 3927, 6598, 4193, 4291). */
const inside = new BlockList();
for (const [network, prefix] of [['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['127.0.0.0', 8], ['0.0.0.0', 8], ['169.254.0.0', 16], ['100.64.0.0', 10], ['224.0.0.0', 3]] as const) inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [['fc00::', 7], ['fe80::', 10], ['::1', 128]] as const) inside.addSubnet(network, prefix, 'ipv6');

const longest = 2_000;
const hash = /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;
const mailAddress = /^[^\s@<>"]{1,64}@[a-z0-9.-]+$/i;

/**
 * Says where an indicator belongs, as the extension will look for it, or why it is left. Places many honest people link to are
 * never taken: one of them in a list would warn at every second message.
 */
export function placeIndicator(written: string, kind: IndicatorKind, known: WellKnown = wellKnownPlaces()): Placed {
  const value = refanged(written.trim());
  if (value === '') return { left: 'is empty' };
  if (value.length > longest) return { left: `is longer than ${longest} characters` };
  if (hash.test(value)) return { left: 'is the hash of a file, and messages and pages do not show those' };
  if (kind === 'repository' || kind === 'account') return onCodeHost(value, kind, known);
  if (kind === 'mail' || (kind === 'any' && mailAddress.test(value))) return placeMail(value);
  if (/^\S+\/\d{1,3}$/.test(value) && isIP(value.split('/')[0]!)) return { left: 'is a network: name single addresses' };
  const url = /\s/.test(value) ? undefined : parseUrl(isIP(value) === 6 ? `[${value}]` : value);
  if (!url || !/^https?:$/.test(url.protocol)) return { left: 'is no address of a page, a host or a mailbox' };
  return placeUrl(url, known);
}

/** Written so that nobody opens it by mistake: hxxp://evil[.]example. */
const refanged = (text: string): string => text.replace(/^hxxp/i, 'http').replace(/\[\.\]|\(\.\)|\[dot\]/gi, '.').replace(/\[:\]/g, ':').replace(/\[@\]|\[at\]/gi, '@');

function placeMail(value: string): Placed {
  const host = mailAddress.test(value) ? mailHost(value) : undefined;
  if (!host || host.isIp) return { left: 'is no mail address' };
  return { list: 'reported-senders', member: value.toLowerCase() };
}

function onCodeHost(value: string, kind: 'repository' | 'account', known: WellKnown): Placed {
  if (/^https?:\/\/|^(?:www\.)?github\.com\//i.test(value)) return placeIndicator(value, 'url', known);
  const fits = kind === 'repository' ? /^[\w.-]+\/[\w.-]+$/ : /^[\w-]+$/;
  if (!fits.test(value)) return { left: kind === 'repository' ? 'is no "owner/name"' : 'is no name of an account' };
  return { list: kind === 'repository' ? 'reported-repositories' : 'reported-accounts', member: `github.com/${value.toLowerCase().replace(/\.git$/, '')}` };
}

function placeUrl(url: URL, known: WellKnown): Placed {
  const host = parseHost(url.hostname.replace(/^\[|\]$/g, '').replace(/^www\./, ''));
  if (!host || (!host.isIp && !host.host.includes('.'))) return { left: 'has no name that is known on the Internet' };
  if (host.isIp && inside.check(host.host, isIP(host.host) === 6 ? 'ipv6' : 'ipv4')) return { left: 'is an address inside a network' };
  if (!host.isIp && host.host === host.suffix) return { left: `is a suffix under which everybody can have a name (${host.host})` };
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '') return placeHost(host, known);
  return onKnownHost(url, path, host, known) ?? { list: 'reported-addresses', member: `${host.host}${path}`.toLowerCase() };
}

function placeHost(host: Host, known: WellKnown): Placed {
  const why = known.whyHost(host);
  return why === undefined ? { list: 'reported-hosts', member: host.host } : { left: why };
}

/** Owners, repositories and packages have lists of their own; of other addresses on well-known hosts the path must name one thing. */
function onKnownHost(url: URL, path: string, host: Host, known: WellKnown): Placed | undefined {
  const { repository, package: npm, kind } = linkEvidence({ url: url.href }, known.sites) ?? {};
  if (repository) return { list: 'reported-repositories', member: repository };
  if (npm) return { list: 'reported-packages', member: npm.toLowerCase() };
  const [owner = '', second] = path.slice(1).split('/');
  if (known.isCodeHost(host) && second === undefined && repositoryAt(`/${owner}/x`)) return { list: 'reported-accounts', member: `${host.domain}/${owner.toLowerCase()}` };
  const why = known.whyAddress(host, path, url.search !== '');
  return why === undefined ? undefined : { left: kind && kind !== 'site' ? `${why} (${kind})` : why };
}
