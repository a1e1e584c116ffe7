import { hasPublicSuffix, mailHost, parseHost, type Host } from './address.ts';
import type { Facts } from './facts.ts';
import { unwrapLink } from './unwrap-link.ts';
import { parseUrl } from './url.ts';

/** Registrable domains of who writes and of what is linked. Numbers and names inside a network are no domains anybody can buy: they stay untold. */
export function toldDomains({ sender, links }: Facts): { readonly senderDomain?: string; readonly linkDomains: readonly string[] } {
  const linked = (links ?? []).map(({ url, target }) => {
    const { url: inner, opaque } = unwrapLink(url);
    return boughtDomain(parseHost(parseUrl(opaque && target ? target : inner)?.hostname ?? ''));
  });
  return { senderDomain: boughtDomain(mailHost(sender?.email ?? '')), linkDomains: linked.filter((domain) => domain !== undefined) };
}

const boughtDomain = (host: Host | undefined): string | undefined =>
  (host && !host.isIp && host.domain.includes('.') && (host.isShared || hasPublicSuffix(host.host)) ? host.domain : undefined);
