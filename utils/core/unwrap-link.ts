import { wrappers, type Wrapper } from './link-wrappers.ts';
import { parseUrl } from './url.ts';

/**
 * Finds the address behind wrappers that mail gateways and sites put around links. Never asks the network.
 * Rules match on the end of the host name, never on a piece of text; what cannot be decoded stays as it is.
 */
export interface Unwrapped {
  /** Innermost address that could be read. */
  readonly url: string;
  /** Services that wrapped it, outermost first. */
  readonly wrappers: readonly string[];
  /** True when the last wrapper hides where it leads: a short link, a broken or doubled address, or one wrapper too many. */
  readonly opaque: boolean;
}

/** Deepest nest of wrappers looked into: forwarding through three gateways and a redirect is four. */
const depthLimit = 5;

export function unwrapLink(address: string): Unwrapped {
  const names: string[] = [];
  let current = address.trim();
  for (;;) {
    const url = parseUrl(current);
    const wrapper = url && wrappers.find((candidate) => wraps(candidate, url));
    if (!wrapper) return { url: current, wrappers: names, opaque: false };
    const inner = names.length < depthLimit ? wrapper.decode(url) : undefined;
    if (inner === undefined || !isWhole(inner)) return { url: current, wrappers: [...names, wrapper.name].slice(0, depthLimit), opaque: true };
    names.push(wrapper.name);
    current = inner;
  }
}

/** An address with a scheme or at least a dot: a mere word is a search or a piece of something else. */
function isWhole(inner: string): boolean {
  const url = parseUrl(inner);
  return url !== undefined && (/^\s*[a-z][a-z0-9+.-]*:/i.test(inner) || url.hostname.includes('.'));
}

function wraps({ host, path }: Wrapper, { protocol, hostname, pathname }: URL): boolean {
  if (protocol !== 'https:' && protocol !== 'http:') return false;
  const isHost = typeof host === 'string' ? hostname === host || hostname.endsWith(`.${host}`) : host.test(hostname);
  return isHost && (path?.test(pathname) ?? true);
}
