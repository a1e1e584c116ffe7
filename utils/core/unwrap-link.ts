import { readBase64Url } from './base64url.ts';
import { parseUrl } from './url.ts';

/**
 * Finds the address behind wrappers that mail gateways and sites put around links. Never asks the network.
 * Rules match on the end of the host name, never on a piece of text; what cannot be decoded stays as it is.
 * Formats: vendors' published decoders (Proofpoint) and real wrapped links.
 */
export interface Unwrapped {
  /** Innermost address that could be read. */
  readonly url: string;
  /** Services that wrapped it, outermost first. */
  readonly wrappers: readonly string[];
  /** True when the last wrapper hides where it leads (a short link, Mimecast) or names two places. */
  readonly opaque: boolean;
}
type Decode = (url: URL) => string | undefined;
/** `host` is the end of a host name; or the whole name as a pattern, for one that exists under many suffixes. */
interface Wrapper { readonly name: string; readonly host: string | RegExp; readonly path?: RegExp; readonly decode: Decode }

/** Deepest nest of wrappers looked into: forwarding through three gateways and a redirect is four. */
const depthLimit = 5;
/** Value of the parameters that may carry the address. Two that differ hide it: which one the service takes is not known. */
const parameter = (...names: string[]): Decode => (url) => {
  const values = new Set(names.flatMap((name) => url.searchParams.getAll(name)).filter(Boolean));
  return values.size === 1 ? [...values][0] : undefined;
};
const hidden: Decode = () => undefined;

const wrappers: readonly Wrapper[] = [
  { name: 'SafeLinks', host: 'safelinks.protection.outlook.com', decode: parameter('url') },
  // A suffix of one or two labels: google.de, google.co.uk, google.com.br.
  { name: 'Google', host: /^(?:www\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/, path: /^\/url$/, decode: parameter('q', 'url') },
  { name: 'LinkedIn', host: 'www.linkedin.com', path: /^\/(?:safety\/go|redir\/redirect)\/?$/, decode: parameter('url') },
  { name: 'Proofpoint', host: 'urldefense.proofpoint.com', path: /^\/v1\/url$/, decode: decodeProofpoint1 },
  { name: 'Proofpoint', host: 'urldefense.proofpoint.com', path: /^\/v2\/url$/, decode: decodeProofpoint2 },
  { name: 'Proofpoint', host: 'urldefense.com', path: /^\/v3\/__/, decode: decodeProofpoint3 },
  { name: 'Proofpoint', host: 'urldefense.us', path: /^\/v3\/__/, decode: decodeProofpoint3 },
  { name: 'Barracuda', host: 'linkprotect.cudasvc.com', path: /^\/url$/, decode: parameter('a') },
  { name: 'Cisco', host: 'secure-web.cisco.com', decode: (url) => decodePercent(url.pathname.split('/').slice(2).join('/')) },
  // Mimecast's `domain` parameter changes nothing about where the link leads: anybody may write it.
  { name: 'Mimecast', host: 'mimecast.com', path: /^\/s\//, decode: hidden },
  { name: 'Mimecast', host: 'mimecastprotect.com', path: /^\/s\//, decode: hidden },
  { name: 'Facebook', host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, decode: parameter('u') },
  { name: 'Instagram', host: 'l.instagram.com', decode: parameter('u') },
  { name: 'Slack', host: 'slack-redir.net', path: /^\/link$/, decode: parameter('url') },
  { name: 'GMX and mail.com', host: /^deref-(?:gmx|mail|web|1und1)(?:-\d\d)?\.(?:net|com|de|fr|co\.uk)$/, path: /^\/mail\//, decode: parameter('redirectUrl') },
  { name: 'Bing', host: 'www.bing.com', path: /^\/ck\//, decode: hidden },
  { name: 'LinkedIn short link', host: 'lnkd.in', decode: hidden },
];

export function unwrapLink(address: string): Unwrapped {
  const names: string[] = [];
  let current = address.trim();
  for (let depth = 0; depth < depthLimit; depth++) {
    const url = parseUrl(current);
    const wrapper = url && wrappers.find((candidate) => wraps(candidate, url));
    if (!wrapper) break;
    const inner = wrapper.decode(url);
    if (inner === undefined || !parseUrl(inner)) return { url: current, wrappers: [...names, wrapper.name], opaque: true };
    names.push(wrapper.name);
    current = inner;
  }
  return { url: current, wrappers: names, opaque: false };
}

function wraps({ host, path }: Wrapper, url: URL): boolean {
  const isHost = typeof host === 'string' ? url.hostname === host || url.hostname.endsWith(`.${host}`) : host.test(url.hostname);
  return isHost && (path?.test(url.pathname) ?? true);
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The raw value of `u`, which these versions encode in their own way; undefined unless it occurs once. */
function rawTarget(url: URL): string | undefined {
  const values = url.search.slice(1).split('&').filter((part) => part.startsWith('u='));
  return values.length === 1 ? values[0]!.slice(2) : undefined;
}

function decodeProofpoint1(url: URL): string | undefined {
  const inner = rawTarget(url);
  return inner && decodePercent(inner);
}

function decodeProofpoint2(url: URL): string | undefined {
  const inner = rawTarget(url);
  return inner && decodePercent(inner.replaceAll('-', '%').replaceAll('_', '/'));
}

/** Version 3 keeps the address readable and moves unusual bytes out: `*` is one of them, `**X` a run whose length X encodes. */
function decodeProofpoint3(url: URL): string | undefined {
  const start = url.href.indexOf('/v3/__') + '/v3/__'.length;
  const end = url.href.indexOf('__;', start);
  const close = url.href.indexOf('!', end);
  if (end <= start || close < 0) return undefined;
  const inner = url.href.slice(start, end);
  const moved = readBase64Url(url.href.slice(end + '__;'.length, close));
  if (!moved) return undefined;
  let taken = 0;
  const whole = inner.replace(/\*(?:\*([\w-]))?/g, (_, run?: string) => {
    const count = run === undefined ? 1 : runLengths.indexOf(run) + 2;
    return String.fromCharCode(...moved.slice(taken, (taken += count)));
  });
  return whole.replace(/^(https?):\/(?!\/)/, '$1://');
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
