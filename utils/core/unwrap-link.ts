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
  /** True when the last wrapper hides where it leads (a short link, Mimecast). */
  readonly opaque: boolean;
}
type Decode = (url: URL) => string | undefined;
interface Wrapper { readonly name: string; readonly host: string; readonly path?: RegExp; readonly decode: Decode }

/** Deepest nest of wrappers looked into: forwarding through three gateways and a redirect is four. */
const depthLimit = 5;
const parameter = (...names: string[]): Decode => (url) => names.map((name) => url.searchParams.get(name)).find(Boolean) ?? undefined;
const hidden: Decode = () => undefined;

const wrappers: readonly Wrapper[] = [
  { name: 'SafeLinks', host: 'safelinks.protection.outlook.com', decode: parameter('url') },
  { name: 'Google', host: 'www.google.com', path: /^\/url$/, decode: parameter('q', 'url') },
  { name: 'LinkedIn', host: 'www.linkedin.com', path: /^\/(?:safety\/go|redir\/redirect)\/?$/, decode: parameter('url') },
  { name: 'Proofpoint', host: 'urldefense.proofpoint.com', path: /^\/v1\/url$/, decode: decodeProofpoint1 },
  { name: 'Proofpoint', host: 'urldefense.proofpoint.com', path: /^\/v2\/url$/, decode: decodeProofpoint2 },
  { name: 'Proofpoint', host: 'urldefense.com', path: /^\/v3\/__/, decode: decodeProofpoint3 },
  { name: 'Proofpoint', host: 'urldefense.us', path: /^\/v3\/__/, decode: decodeProofpoint3 },
  { name: 'Barracuda', host: 'linkprotect.cudasvc.com', path: /^\/url$/, decode: parameter('a') },
  { name: 'Cisco', host: 'secure-web.cisco.com', decode: (url) => decodePercent(url.pathname.split('/').slice(2).join('/')) },
  { name: 'Mimecast', host: 'mimecast.com', path: /^\/s\//, decode: parameter('domain') },
  { name: 'Mimecast', host: 'mimecastprotect.com', path: /^\/s\//, decode: hidden },
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
  return (url.hostname === host || url.hostname.endsWith(`.${host}`)) && (path?.test(url.pathname) ?? true);
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function decodeProofpoint1(url: URL): string | undefined {
  const inner = /[?&]u=(.+?)&k=/.exec(url.search)?.[1];
  return inner && decodePercent(inner);
}

function decodeProofpoint2(url: URL): string | undefined {
  const inner = /[?&]u=(.+?)&[dc]=/.exec(url.search)?.[1];
  return inner && decodePercent(inner.replaceAll('-', '%').replaceAll('_', '/'));
}

/** Version 3 keeps the address readable and moves unusual bytes out: `*` is one of them, `**X` a run whose length X encodes. */
function decodeProofpoint3(url: URL): string | undefined {
  const [, inner, bytes] = /\/v3\/__(.+?)__;([\w-]*)!/.exec(url.href) ?? [];
  if (inner === undefined || bytes === undefined) return undefined;
  const moved = readBase64Url(bytes);
  if (!moved) return undefined;
  let taken = 0;
  const whole = inner.replace(/\*(?:\*([\w-]))?/g, (_, run?: string) => {
    const count = run === undefined ? 1 : runLengths.indexOf(run) + 2;
    return String.fromCharCode(...moved.slice(taken, (taken += count)));
  });
  return whole.replace(/^(https?):\/(?!\/)/, '$1://');
}

const runLengths = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes of a base64url text without padding; undefined when it is none. */
export function readBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
