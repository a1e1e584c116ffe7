import { hasPublicSuffix, mailHost, parseHost } from './address.ts';
import type { Facts } from './facts.ts';
import { unwrapLink } from './unwrap-link.ts';
import { parseUrl } from './url.ts';

/** A site as a person typed it. `isTheirs`: they write from that domain, or link to it, so it says nothing new about them. */
export interface TypedSite { readonly address: string; readonly domain: string; readonly isTheirs: boolean }

/** Where a typed address leads, or why it leads nowhere. Only https and names under which somebody can register are taken; what comes behind the path is dropped. */
export function typedSite(text: string, facts: Facts): TypedSite | 'no address' | 'not https' {
  const typed = text.trim();
  const url = parseUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  const host = url && parseHost(url.hostname);
  if (!url || !host || host.isIp || !host.label || url.username || url.password || !hasPublicSuffix(url.hostname)) return 'no address';
  if (url.protocol !== 'https:' || url.port) return 'not https';
  return { address: `https://${url.hostname}${url.pathname}`, domain: host.domain, isTheirs: domainsOf(facts).has(host.domain) };
}

/** Registrable domains that the message itself names. */
function domainsOf({ sender, headers, links, company }: Facts): ReadonlySet<string> {
  const mails = [sender?.email, headers?.replyTo, headers?.returnPath].map((address) => mailHost(address ?? ''));
  const addresses = [...(links ?? []).flatMap(({ url, target }) => [url, target ?? '']), company?.website ?? ''];
  const sites = addresses.map((address) => parseHost(parseUrl(unwrapLink(address).url)?.hostname ?? ''));
  return new Set([...mails, ...sites].flatMap((host) => host?.domain ?? []));
}
