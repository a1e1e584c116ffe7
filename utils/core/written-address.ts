import { toUnicode } from 'punycode/punycode.es6.js';
import { hasPublicSuffix, parseHost, type Host } from './address.ts';
import { extensionOf, kindOfFile } from './file-kind.ts';
import { foldText } from './fold.ts';
import { listLimit } from './limits.ts';
import { parseUrl } from './url.ts';

/**
 * Whatever may be an address in running text: with a scheme, or words joined by dots and perhaps a path. Every place is looked at
 * once: a run of dots and words can begin at its first letter only.
 */
const candidate = /\bhttps?:\/\/[^\s<>"'`]+|(?<![@\w.-])[\w-]+(?:\.[\w-]+)+(?:\/[^\s<>"'`]*)?/gi;
const withScheme = /^https?:\/\//i;
/** The oldest suffixes: under these a bare name in running text is an address, elsewhere it is as often a word ("Node.js"). */
const wellKnown = /\.(?:com|net|org|info|biz)$/i;
/** What stands before an @ is a name in a mail address: at most 64 characters (RFC 5321, 4.5.3.1.1). */
const beforeAt = /^[\w.+-]{0,64}@/;
const closing = new Set('.,;:!?)]}\'"»”。，、');

/** Without the punctuation of the sentence around it. */
function trimEnd(address: string): string {
  let end = address.length;
  while (end > 0 && closing.has(address[end - 1]!)) end--;
  return address.slice(0, end);
}

/** Addresses that stand in a text as words. "setup.sh/deploy.sh" and "me@a.com" are none. */
export function addressesIn(text: string): string[] {
  const found = new Set<string>();
  for (const { 0: match, index } of text.matchAll(candidate)) {
    const address = trimEnd(match);
    const isMail = beforeAt.test(text.slice(index + address.length, index + address.length + 65));
    if (!isMail && isAddress(address)) found.add(address);
    if (found.size >= listLimit) break;
  }
  return [...found];
}

function isAddress(address: string): boolean {
  if (withScheme.test(address)) return true;
  if (/^www\.[\w-]+\.[\w-]/i.test(address)) return true;
  const slash = address.indexOf('/');
  if (slash < 0) return wellKnown.test(address);
  const host = address.slice(0, slash);
  return /^\w/.test(address.slice(slash + 1)) && hasPublicSuffix(host) && !(isFileName(host) && hasFileName(address.slice(slash)));
}

/** Endings that are countries or trades before they are files: Poland, and .com and .app. */
const suffixesFirst: readonly string[] = ['com', 'pl', 'app'];
const isFileName = (name: string) => kindOfFile(name) !== 'other' && !suffixesFirst.includes(extensionOf(name)!);
const hasFileName = (path: string) => extensionOf(path) !== undefined;

/**
 * Host that the visible text of a link promises; undefined when it promises none. Full-width, invisible and look-alike letters are
 * read as a person reads them. A bare name ("Amazon.com") is as often a company: it promises the name, wherever it stands.
 */
export function promisedHost(text: string, leadsTo: Host): Host | undefined {
  const folded = foldText(text).trim();
  const explicit = (folded.match(candidate) ?? []).map(trimEnd).find((address) => withScheme.test(address) || address.startsWith('www.'));
  const address = explicit ?? (/^[^\s@]+$/.test(folded.split('/')[0]!) && !/\s/.test(folded) ? trimEnd(folded) : undefined);
  if (!address || address.replace(withScheme, '').split('/')[0]!.includes('@')) return undefined;
  const host = parseHost(parseUrl(address)?.hostname ?? '');
  if (!host || !host.domain.includes('.')) return undefined;
  if (explicit) return host;
  if (host.isIp || !hasPublicSuffix(host.host)) return undefined;
  if (address.includes('/')) return isFileName(host.host) && hasFileName(address.slice(address.indexOf('/'))) ? undefined : host;
  return isFileName(host.host) || (host.label === leadsTo.label && !leadsTo.isShared && host.domain !== leadsTo.domain) ? undefined : host;
}

/** Whether a text in other letters than ASCII spells out the very domain a link leads to: no contradiction then. */
export function spells(text: string, domain: string): boolean {
  try {
    return domain.includes('xn--') && text.normalize('NFKC').toLowerCase().includes(toUnicode(domain));
  } catch {
    return false;
  }
}
