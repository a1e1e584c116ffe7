/**
 * Writes assets/lists/companies.tsv from a merged table of companies and a list of ordinary English words:
 * `npx tsx scripts/companies.mts COMPANIES.jsonl WORDS.txt`. Each row of the first holds `name`, `aka`, `domains` (most attested first),
 * `career_hosts` and `sources`; the second has one word a
 * line (used: every word of the npm package categorized-words 1.0.0, from SCOWL, MIT).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseHost } from '../utils/core/address.ts';
import { companyKey } from '../utils/core/company-key.ts';
import { isMember } from '../utils/core/named-list.ts';
import { loadKnowledge } from '../utils/cli/load-knowledge.ts';

interface Row { name: string; aka: string[]; domains: string[]; career_hosts: string[]; sources: string[] }

const [companies = '', wordList = ''] = process.argv.slice(2);
if (!companies || !wordList) throw new Error('Say where the companies and the words are: npx tsx scripts/companies.mts COMPANIES.jsonl WORDS.txt');
const rows: Row[] = lines(companies).map((line) => JSON.parse(line) as Row);
const words = new Set(lines(wordList).map((word) => word.toLowerCase()));
const { lists } = loadKnowledge();

/** From this many independent lists on a short name is well known ("IBM"); each list was gathered for its own purpose. */
const listsOfWellKnown = 3;
/** A domain that so many names share is a host of projects and no company's own. */
const sharedFrom = 8;
const namesAt = new Map<string, number>();
for (const { domains } of rows) for (const domain of domains) namesAt.set(domain, (namesAt.get(domain) ?? 0) + 1);

const table = new Map<string, Set<string>>();
for (const row of rows) {
  const domains = domainsOf(row);
  if (domains.length === 0) continue;
  for (const key of keysOf(row)) table.set(key, new Set([...(table.get(key) ?? []), ...domains]));
}

/** Names of one house stand in one row. */
const grouped = new Map<string, string[]>();
for (const [key, domains] of table) {
  const joined = [...domains].join(' ');
  grouped.set(joined, [...(grouped.get(joined) ?? []), key]);
}
const body = [...grouped].map(([domains, keys]) => `${keys.sort().join(' ')}\t${domains}`).sort();
const head = [
  '# table: companies',
  '# licence: facts; gathered from CC0-1.0 (simple-icons, diodb), MIT (2fa.directory, hiring-without-whiteboards, public-bugbounty-programs), ISC (remoteintech)',
  '# date: 2026-11-21',
  '# origin: github.com/ simple-icons/simple-icons@34c22501f9 2factorauth/twofactorauth@f3ac2ab71c disclose/diodb@44351eee15 remoteintech/remote-jobs@b1dd8deb19 '
    + 'poteto/hiring-without-whiteboards@18c5e8ab3e projectdiscovery/public-bugbounty-programs@2e974cb77a; facts from lvanden/fortune500@34693b4c2b '
    + 'matthew-holman/career_unplugged@b28a135618 SimplifyJobs/New-Grad-Positions@dbac4f0704; without ordinary words and short names (scripts/companies.mts)',
  '# names in normal form (utils/core/company-key.ts), domains; both separated by spaces',
];
writeFileSync(fileURLToPath(new URL('../assets/lists/companies.tsv', import.meta.url)), `${[...head, ...body].join('\n')}\n`);
console.log(`${table.size} names in ${body.length} rows of ${rows.length} companies`);

function lines(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

function domainsOf({ domains, career_hosts: careers }: Row): string[] {
  const all = [...domains, ...careers].flatMap((name) => parseHost(name.toLowerCase()) ?? []).filter(({ isIp, isShared }) => !isIp && !isShared);
  const own = [...new Set(all.map(({ domain }) => domain))].filter((domain) => (namesAt.get(domain) ?? 0) < sharedFrom || domains.length > 1);
  // A career page at a vendor says where they hire, not who they are.
  return own.filter((domain) => domains.includes(domain) || !isMember(lists['hiring-vendors']!, domain));
}

function keysOf({ name, aka, domains, sources }: Row): string[] {
  const isKnown = sources.includes('fortune500_2021') || sources.length >= listsOfWellKnown;
  return [...new Set([name, ...aka].flatMap((one) => keyOf(one, domains, isKnown, sources.includes('fortune500_2021'))))];
}

function keyOf(name: string, domains: readonly string[], isKnown: boolean, isLarge: boolean): string[] {
  const bare = name.replace(/\s*\([^)]*\)/g, '').trim();
  // "x.atlassian.net" is where somebody works with a product; "booking.com" is a company's name.
  if (/&\w+;|\//.test(bare) || (/^[^\s]+\.[a-z]{2,}$/i.test(bare) && !domains.includes(bare.toLowerCase()))) return [];
  const key = companyKey(bare);
  const isOrdinary = words.has(key) || words.has(key.replace(/s$/, '')) || /^\p{N}+$/u.test(key);
  if ([...key].length < 2 || ([...key].length < 4 && !isKnown) || (isOrdinary && !isLarge)) return [];
  return [key];
}
