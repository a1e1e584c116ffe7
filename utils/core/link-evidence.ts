import { hasPublicSuffix, mailHost, parseHost, type Host } from './address.ts';
import { parseUrl } from './url.ts';
import type { Facts } from './facts.ts';
import { addressLimit, lineLimit, listLimit } from './limits.ts';
import { extensionOf, isDisguised } from './file-kind.ts';
import { repositoryAt } from './repository-at.ts';
import { findSite, kindOfLink, type LinkKind, type Sites } from './site.ts';
import { unescapePercent } from './unescape-percent.ts';
import { unwrapLink } from './unwrap-link.ts';
import { addressesIn, promisedHost, spells } from './written-address.ts';

/** One link, as far as thought alone gets. Fields are absent where the address does not say. */
export interface LinkEvidence {
  url: string;
  text?: string;
  scheme?: string;
  host?: string;
  domain?: string;
  suffix?: string;
  label?: string;
  path?: string;
  port?: number;
  address?: string;
  kind?: LinkKind;
  repository?: string;
  account?: string;
  package?: string;
  shownHost?: string;
  shownElsewhere?: boolean;
  hidden: boolean;
  isIp?: boolean;
  isShared?: boolean;
  isEncoded?: boolean;
  hasUser?: boolean;
  userHost?: string;
  extension?: string;
  isDisguised?: boolean;
  shape?: number;
  shapePieces?: string;
}
type Link = NonNullable<Facts['links']>[number];

export function linkEvidence(link: Link, sites: Sites): LinkEvidence | undefined {
  const wrapped = unwrapLink(shortened(link.url));
  const { url: address, opaque: hidden } = wrapped.opaque && link.target ? unwrapLink(shortened(link.target)) : wrapped;
  const text = link.text?.trim().slice(0, lineLimit) || undefined;
  const url = parseUrl(address);
  if (!url) return { url: address, text, hidden };
  const scheme = url.protocol.slice(0, -1);
  if (scheme === 'mailto' || scheme === 'tel' || scheme === 'sms') return undefined;
  const host = scheme === 'http' || scheme === 'https' ? parseHost(url.hostname) : undefined;
  if (!host) return { url: address, text, scheme, hidden };
  return { url: address, text, scheme, hidden, ...shown(text, host, hidden), ...placed(url, host, sites) };
}

/** Length of a path's end that says what kind of file it is. */
const endKept = 100;

/** The beginning of an address that is too long and the end of its path, so that no padding hides `.exe`. */
function shortened(address: string): string {
  if (address.length <= addressLimit) return address;
  const pathEnd = /[?#]/.exec(address)?.index ?? address.length;
  return pathEnd <= addressLimit ? address.slice(0, addressLimit) : address.slice(0, addressLimit - endKept) + address.slice(pathEnd - endKept, pathEnd);
}

function placed(url: URL, host: Host, sites: Sites): Partial<LinkEvidence> {
  const path = url.pathname;
  const kind = kindOfLink(findSite(sites, host, path), url);
  const repository = kind === 'repository' || kind === 'archive' ? repositoryAt(path) : undefined;
  const key = `${host.host.replace(/^www\./, '')}${path.replace(/\/+$/, '')}`;
  return {
    host: host.host, domain: host.domain, suffix: host.suffix, label: host.label, path, kind,
    address: key.toLowerCase(),
    ...(url.port && { port: Number(url.port) }),
    ...(repository && { repository: `${host.domain}/${repository.owner}/${repository.name}`, account: `${host.domain}/${repository.owner}` }),
    ...(kind === 'package' && { package: /\/package\/((?:@[^/]+\/)?[^/]+)/.exec(decode(path))?.[1] }),
    isIp: host.isIp, isShared: host.isShared, isEncoded: /(?:^|\.)xn--/.test(host.host),
    hasUser: url.username !== '' || url.password !== '', ...(url.username && userHost(url.username)),
    ...(extensionOf(path) && { extension: extensionOf(path) }),
    isDisguised: isDisguised(decode(path.slice(path.lastIndexOf('/') + 1))),
  };
}

/** `https://zoom.us%2Fj%2F1@evil.example` shows a host where a user name stands. Dana's own name in a clone address is none. */
function userHost(user: string): Pick<LinkEvidence, 'userHost'> {
  const [name = '', ...path] = decode(user).toLowerCase().split(/[/\\:?#]/);
  return name.includes('.') && (path.length > 0 || hasPublicSuffix(name)) ? { userHost: name } : {};
}

/** What the visible text promises, when it looks like an address. A hidden target contradicts nothing. */
function shown(text: string | undefined, host: Host, hidden: boolean): Partial<LinkEvidence> {
  if (text === undefined) return {};
  const promised = promisedHost(text, host);
  if (!promised) return { shownElsewhere: false };
  return { shownHost: promised.host, ...(!hidden && { shownElsewhere: promised.domain !== host.domain && !spells(text, host.domain) }) };
}

const decode = (text: string): string => unescapePercent(text) ?? text;

type Links = readonly Link[];
const keyOf = ({ url, text, target }: Link) => JSON.stringify([url, text ?? null, target ?? null]);
const unique = (links: Links): Link[] => [...new Map(links.map((link) => [keyOf(link), link])).values()];

/**
 * Each link once and both ends of a list that is too long: whoever pads it can hide neither the first link nor the last. A list
 * that is short enough stays as it is, because a warning finds its place on the page by the position in it.
 */
function bounded(links: Links): Links {
  if (links.length <= listLimit) return links;
  const kept = unique(links);
  return kept.length > listLimit ? [...kept.slice(0, listLimit / 2), ...kept.slice(-listLimit / 2)] : kept;
}

/** Links of the message: those the page holds and those that stand in the text as words. Undefined when neither was seen. */
export function linksEvidence(links: Facts['links'], text: string | undefined, sites: Sites): LinkEvidence[] | undefined {
  if (!links && text === undefined) return undefined;
  const held = bounded(links ?? []);
  const targets = new Set(held.map(({ url }) => parseUrl(unwrapLink(url).url)?.href));
  const written = addressesIn(text ?? '').filter((address) => !targets.has(parseUrl(unwrapLink(address).url)?.href));
  const shownTexts = new Set(held.map((link) => link.text?.trim()));
  const named = written.filter((address) => !shownTexts.has(address)).map((url) => ({ url }));
  return bounded([...held, ...named]).flatMap((link) => linkEvidence(link, sites) ?? []);
}

/** Domain of a mail address in a text, when it holds one. */
export function addressInName(name: string): Host | undefined {
  const address = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(name.slice(0, lineLimit))?.[0];
  return address ? mailHost(address) : undefined;
}
