import { mailHost, parseHost, type Host } from './address.ts';
import { parseUrl } from './url.ts';
import type { Facts } from './facts.ts';
import { addressLimit, lineLimit, listLimit } from './limits.ts';
import { extensionOf } from './file-kind.ts';
import { findSite, kindOfLink, repositoryAt, type LinkKind, type Sites } from './site.ts';
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
  extension?: string;
}
type Link = NonNullable<Facts['links']>[number];

export function linkEvidence(link: Link, sites: Sites): LinkEvidence | undefined {
  const unwrapped = unwrapLink(link.url.slice(0, addressLimit));
  const address = unwrapped.opaque && link.target ? link.target : unwrapped.url;
  const text = link.text?.trim().slice(0, lineLimit) || undefined;
  const url = parseUrl(address);
  if (!url) return { url: address, text, hidden: unwrapped.opaque };
  const scheme = url.protocol.slice(0, -1);
  if (scheme === 'mailto' || scheme === 'tel' || scheme === 'sms') return undefined;
  const host = scheme === 'http' || scheme === 'https' ? parseHost(url.hostname) : undefined;
  if (!host) return { url: address, text, scheme, hidden: unwrapped.opaque };
  const hidden = unwrapped.opaque && !link.target;
  return { url: address, text, scheme, hidden, ...shown(text, host, hidden), ...placed(url, host, sites) };
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
    isIp: host.isIp, isShared: host.isShared, isEncoded: /(?:^|\.)xn--/.test(host.host), hasUser: url.username !== '',
    ...(extensionOf(path) && { extension: extensionOf(path) }),
  };
}

/** What the visible text promises, when it looks like an address. A hidden target contradicts nothing. */
function shown(text: string | undefined, host: Host, hidden: boolean): Partial<LinkEvidence> {
  if (text === undefined) return {};
  const promised = promisedHost(text, host);
  if (!promised) return { shownElsewhere: false };
  return { shownHost: promised.host, ...(!hidden && { shownElsewhere: promised.domain !== host.domain && !spells(text, host.domain) }) };
}

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

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
