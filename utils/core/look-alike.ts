import { distance } from 'fastest-levenshtein';
import { toUnicode } from 'punycode/punycode.es6.js';
import { parseHost, type Host } from './address.ts';
import { foldText } from './fold.ts';
import type { NamedList } from './named-list.ts';

/** How a host resembles a member of a named list without belonging to it. */
export interface LookAlike { readonly of: string; readonly how: 'same name elsewhere' | 'name inside' | 'letters changed' }

interface Brand { readonly label: string; readonly domain: string }
interface Brands { readonly domains: ReadonlySet<string>; readonly list: readonly Brand[] }
const prepared = new WeakMap<NamedList, Brands>();

/** Shortest name that may stand unseparated inside a longer one: below six letters chance finds names everywhere. */
const insideFrom = 6;
/** Names from this length on may differ by two letters, from five on by one; shorter ones must be equal. */
const twoLettersFrom = 10;

export function lookAlike(name: string, list: NamedList): LookAlike | undefined {
  const host = parseHost(name.toLowerCase());
  const brands = prepare(list);
  if (!host || host.isIp || brands.domains.has(host.domain) || brands.domains.has(host.host)) return undefined;
  const parts = labelsOf(host);
  for (const { label, domain } of brands.list) {
    const how = resembles(parts, label);
    if (how) return { of: domain, how };
  }
  return undefined;
}

/** Labels of a host as a person reads them. `bare` is the own label without hyphens, `read` also without tricks of digits. */
interface Labels { readonly own: string; readonly words: readonly string[]; readonly bare: string; readonly read: string }

function prepare(list: NamedList): Brands {
  const known = prepared.get(list);
  if (known) return known;
  const members = list.members ?? [];
  const labels = new Map(members.flatMap((domain) => {
    const label = parseHost(domain)?.label;
    return label && label.length >= 4 ? [[label, domain] as const] : [];
  }).reverse());
  const brands = { domains: new Set(members), list: [...labels].map(([label, domain]) => ({ label, domain })) };
  prepared.set(list, brands);
  return brands;
}

/** Look-alike letters and punycode as a person reads them. */
function labelsOf({ host, domain, label }: Host): Labels {
  const before = host === domain ? [] : host.slice(0, -domain.length - 1).split('.');
  const [own = '', ...others] = [label, ...before].map((part) => foldText(decodePunycode(part)));
  const bare = own.replace(/-/g, '');
  return { own, words: [own, ...others].flatMap((part) => part.split('-')), bare, read: readAsLetters(bare) };
}

function resembles({ own, words, bare, read }: Labels, brand: string): LookAlike['how'] | undefined {
  if (own === brand) return 'same name elsewhere';
  if (words.includes(brand)) return 'name inside';
  if (brand.length >= insideFrom && (bare.startsWith(brand) || bare.endsWith(brand))) return 'name inside';
  const allowed = brand.length >= twoLettersFrom ? 2 : brand.length >= 5 ? 1 : 0;
  const near = allowed > 0 && Math.abs(bare.length - brand.length) <= allowed && read[0] === brand[0];
  return near && distance(read, brand) <= allowed ? 'letters changed' : undefined;
}

/** Digits and pairs that read as letters. */
const readAsLetters = (label: string) => label.replace(/0/g, 'o').replace(/1/g, 'l').replace(/5/g, 's').replace(/rn/g, 'm').replace(/vv/g, 'w');

/** A label as a person sees it; a broken one stays as it is. */
function decodePunycode(label: string): string {
  try {
    return toUnicode(label);
  } catch {
    return label;
  }
}
