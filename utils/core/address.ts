import { parse } from 'tldts';
import { lineLimit } from './limits.ts';
import { parseUrl } from './url.ts';

/** What an address says about its host. `domain` is the registrable domain with the private suffixes counted (github.io). */
export interface Host {
  readonly host: string;
  readonly domain: string;
  readonly suffix: string;
  /** Label before the suffix: `zoom` of `us04web.zoom.us`. */
  readonly label: string;
  readonly isIp: boolean;
  readonly isShared: boolean;
}

const hosts = new Map<string, Host | undefined>();

/** Parts of a host name; undefined when it is none. Works on what `URL` normalised: lower case, punycode. */
export function parseHost(name: string): Host | undefined {
  if (hosts.has(name)) return hosts.get(name);
  const parts = parse(name, { allowPrivateDomains: true });
  const host = parts.hostname && (parts.isIp || parts.domain || parts.publicSuffix)
    ? {
      host: parts.hostname,
      domain: parts.domain ?? parts.hostname,
      suffix: parts.publicSuffix ?? '',
      label: parts.domainWithoutSuffix ?? '',
      isIp: parts.isIp ?? false,
      isShared: parts.isPrivate ?? false,
    }
    : undefined;
  if (hosts.size > 5_000) hosts.clear();
  hosts.set(name, host);
  return host;
}

/** Whether names under this suffix can be bought: "setup.deploy" and "Node.js" are no hosts. */
export const hasPublicSuffix = (name: string): boolean => parse(name).isIcann === true;

/** Domain part of a mail address, in lower case and punycode; undefined when there is none. */
export function mailHost(address: string): Host | undefined {
  const cut = address.trim().slice(0, lineLimit);
  const at = cut.lastIndexOf('@');
  const name = at < 0 ? '' : cut.slice(at + 1).replace(/[>\s].*$/s, '');
  const url = name ? parseUrl(name) : undefined;
  return url?.hostname ? parseHost(url.hostname) : undefined;
}

/** A host and each parent down to its registrable domain, most exact first. */
export function hostAndParents({ host, domain }: { host: string; domain: string }): string[] {
  const names = [host];
  for (let name = host; name !== domain && name.endsWith(`.${domain}`);) {
    name = name.slice(name.indexOf('.') + 1);
    names.push(name);
  }
  return names;
}
