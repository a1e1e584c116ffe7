import { distance } from 'fastest-levenshtein';
import { parseHost, type Host } from './address.ts';
import { decodeLabel, latinOf, readingsOf } from './host-skeleton.ts';
import type { NamedList } from './named-list.ts';
import { resemblances, type Resemblance } from './resemblance.ts';

/** A host that resembles a member of a named list without belonging to it. */
export interface LookAlike { readonly of: string; readonly how: Resemblance }

interface Brand { readonly label: string; readonly skeleton: string; readonly domain: string }
interface Brands {
  readonly domains: ReadonlySet<string>;
  readonly list: readonly Brand[];
  readonly answers: Map<string, LookAlike | undefined>;
}
const prepared = new WeakMap<NamedList, Brands>();

/** Shortest name that may stand unseparated inside a longer one: below six letters chance finds names everywhere. */
const insideFrom = 6;
/** Names from this length on may differ by two letters, from seven on by one; shorter ones only beside a word of hiring. */
const twoLettersFrom = 10;
const oneLetterFrom = 7;
const oneLetterBesideWordFrom = 5;
/** Answers kept: the links of some dozen messages. */
const answersKept = 2_000;

/** What imitations write next to a vendor's name. */
const besideWords = [
  'tal[ae]nt(?:e?s)?', 'candidates?', 'assess(?:ment)?s?', 'hire', 'hiring', 'recruit(?:er|ment|ing)?s?', 'interviews?', 'skills?', 'jobs?', 'careers?',
  'meet(?:ing)?s?', 'videos?', 'tests?', 'screening', 'calls?', 'invites?', 'app', 'room', 'live', 'online', 'join', 'client', 'support', 'update',
  'login', 'portal', 'hq', 'team', 'apply', 'onboarding', 'exam', 'quiz', 'download', 'filedrop', 'zipdrop', 'workspace', 'conference', 'challenge',
].join('|');
const wordsAround = new RegExp(`^(?:${besideWords})(?=.)|(?:${besideWords}|\\d{1,3})$`);

export function lookAlike(name: string, list: NamedList): LookAlike | undefined {
  const brands = prepare(list);
  if (brands.answers.has(name)) return brands.answers.get(name);
  const answer = strongest(parseHost(name.toLowerCase()), brands);
  if (brands.answers.size >= answersKept) brands.answers.clear();
  brands.answers.set(name, answer);
  return answer;
}

function prepare(list: NamedList): Brands {
  const known = prepared.get(list);
  if (known) return known;
  const members = list.members ?? [];
  const labels = new Map(members.flatMap((domain) => {
    const label = parseHost(domain)?.label;
    return label && label.length >= 4 ? [[label, domain] as const] : [];
  }).reverse());
  const brands = {
    domains: new Set(members),
    list: [...labels].map(([label, domain]) => ({ label, skeleton: readingsOf(label)[0]!, domain })),
    answers: new Map(),
  };
  prepared.set(list, brands);
  return brands;
}

function strongest(host: Host | undefined, { domains, list }: Brands): LookAlike | undefined {
  if (!host || host.isIp || domains.has(host.domain) || domains.has(host.host)) return undefined;
  const parts = partsOf(host);
  let best: LookAlike | undefined;
  for (const brand of list) {
    const how = resembles(parts, brand);
    if (how && (!best || resemblances.indexOf(how) < resemblances.indexOf(best.how))) best = { of: brand.domain, how };
  }
  return best;
}

/**
 * A host as it is compared. `written` is the own label without hyphens and `readings` how a person may read it; `core` is what is
 * left of it without words of hiring, if any stand there; `inFront` are words of the labels before the domain.
 */
interface Parts {
  readonly written: string; readonly readings: readonly string[]; readonly core?: string; readonly coreReadings: readonly string[];
  readonly words: readonly string[]; readonly isDisguised: boolean; readonly inFront: readonly string[];
}

function partsOf({ host, domain, label }: Host): Parts {
  const before = host === domain ? [] : host.slice(0, -domain.length - 1).split('.');
  const shown = latinOf(label);
  const written = shown.replace(/-/g, '');
  const core = coreOf(written);
  return {
    written, readings: readingsOf(written), words: shown.split('-'),
    ...(core !== written ? { core, coreReadings: readingsOf(core) } : { coreReadings: [] }),
    isDisguised: decodeLabel(label).toLowerCase() !== shown,
    inFront: before.flatMap((part) => latinOf(part).split('-')),
  };
}

/** At most three words are taken off: `app`, `video` and `interview` around one name. */
function coreOf(written: string): string {
  let core = written;
  for (let i = 0; i < 3; i++) core = core.replace(wordsAround, '');
  return core;
}

function resembles(parts: Parts, { label: brand, skeleton }: Brand): Resemblance | undefined {
  const { written, readings, core, coreReadings, words, isDisguised, inFront } = parts;
  const plainly = (how: Resemblance) => (isDisguised ? 'letters disguised' : how);
  if (written === brand) return plainly('same name elsewhere');
  if (readings.includes(skeleton)) return 'letters disguised';
  if (words.includes(brand) || core === brand) return plainly('name inside');
  if (coreReadings.includes(skeleton)) return 'letters disguised';
  if (brand.length >= insideFrom && (written.startsWith(brand) || written.endsWith(brand))) return plainly('name inside');
  if (inFront.includes(brand)) return 'name in front';
  const allowed = brand.length >= twoLettersFrom ? 2 : brand.length >= oneLetterFrom ? 1 : 0;
  const besideWord = brand.length >= oneLetterBesideWordFrom ? Math.max(1, allowed) : 0;
  const near = readings.some((read) => isNear(read, skeleton, allowed)) || coreReadings.some((read) => isNear(read, skeleton, besideWord));
  return near ? 'letters changed' : undefined;
}

/** Equal but for so many letters, or for two neighbours that changed places (Damerau). Imitations leave the first letter. */
export function isNear(name: string, brand: string, allowed: number): boolean {
  if (allowed === 0 || name[0] !== brand[0] || Math.abs(name.length - brand.length) > allowed) return false;
  return distance(name, brand) <= allowed || isSwapped(name, brand);
}

function isSwapped(name: string, brand: string): boolean {
  const at = [...brand].findIndex((letter, i) => letter !== name[i]);
  const swapped = `${brand.slice(0, at)}${brand[at + 1]}${brand[at]}${brand.slice(at + 2)}`;
  return at >= 0 && name === swapped;
}
