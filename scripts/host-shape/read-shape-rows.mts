import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assetsFolder } from '../../utils/cli/load-knowledge.ts';
import { shapeRow, type ShapeRow } from './shape-row.mts';

/** Where rows that do not ship are read from. */
export interface ShapeSources {
  /** Rows `{text, label: scam|legit, source, subtype}`, one a line; `text` is an address or a host. */
  readonly addresses: string;
  /** `{source: {class}}`: a source of class "open" may be built upon in what ships. */
  readonly licences: string;
  /** Companies `{domains, career_hosts, sources}`, one a line. */
  readonly companies: string;
}

export interface ShapeRows {
  /** Names to judge by: every row of the addresses. */
  readonly addresses: readonly ShapeRow[];
  /** Names that only train: reported hosts with their dates, companies, vendors. All may ship. */
  readonly added: readonly ShapeRow[];
}

export const lured = 'fake_recruiter_infra';
/** Sources of companies with a licence that allows what ships (CC0, MIT, ISC). */
const openSources = new Set(['simple-icons', '2fa.directory', 'remoteintech', 'hiring-without-whiteboards', 'diodb', 'public-bugbounty-programs']);
/** Campaigns whose reported hosts are servers that malware talks to rather than addresses that people are sent. */
const serversOnly = new Set(['contagious_interview', 'tradertraitor', '']);

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() && !line.startsWith('#'));
const rowsOf = <T,>(path: string) => linesOf(path).map((line) => JSON.parse(line) as T);
const listed = (name: string) => linesOf(join(assetsFolder, 'lists', name)).map((line) => line.split('\t'));

export function readShapeRows(sources: ShapeSources): ShapeRows {
  const reported = reportedHosts();
  const dates = new Map(reported.map(({ host, firstSeen }) => [host.host, firstSeen]));
  const companies = companyRows(sources.companies);
  return { addresses: addressRows(sources, dates), added: [...reported, ...companies, ...ownHosts(companies), ...vendorRows()] };
}

function reportedHosts(): ShapeRow[] {
  return listed('reported-hosts.tsv')
    .filter(([, , campaign]) => !serversOnly.has(campaign ?? ''))
    .flatMap(([name, firstSeen, campaign]) => shapeRow(name!, { bad: true, kind: campaign!, firstSeen: firstSeen || undefined, open: true }) ?? []);
}

interface AddressRow { text: string; label: 'scam' | 'legit'; source: string; subtype: string }

function addressRows({ addresses, licences }: ShapeSources, dates: ReadonlyMap<string, string | undefined>): ShapeRow[] {
  const classes = JSON.parse(readFileSync(licences, 'utf8')) as Record<string, { class: string }>;
  return rowsOf<AddressRow>(addresses).flatMap(({ text, label, source, subtype }) => {
    const name = hostIn(text);
    const open = classes[source.split(':')[0]!]?.class === 'open';
    return (name && shapeRow(name, { bad: label === 'scam', kind: subtype, firstSeen: dates.get(name), open })) || [];
  });
}

function hostIn(text: string): string | undefined {
  try {
    return new URL(text.includes('://') ? text : `http://${text}`).hostname;
  } catch {
    return undefined;
  }
}

interface CompanyRow { domains: string[]; career_hosts: string[]; sources: string[] }

function companyRows(path: string): ShapeRow[] {
  return rowsOf<CompanyRow>(path)
    .filter(({ sources }) => sources.some((source) => openSources.has(source)))
    .flatMap((company) => [...company.domains, ...company.career_hosts])
    .flatMap((name) => shapeRow(name, { bad: false, kind: 'company', open: true }) ?? []);
}

/** Hosts that companies commonly keep below their own domain. Nobody lists them, and a word before a company's name accuses nobody. */
const ownWords = ['careers', 'jobs', 'meet', 'talent', 'apply', 'hire', 'interview', 'assessment', 'zoom', 'support', 'docs', 'teams', 'app'];
/** Every so many companies get one: enough that each word is seen some dozen times, too few to outweigh what was observed. */
const ownHostEvery = 8;

function ownHosts(companies: readonly ShapeRow[]): ShapeRow[] {
  return companies.filter((_, k) => k % ownHostEvery === 0).flatMap(({ host }, k) =>
    shapeRow(`${ownWords[k % ownWords.length]}.${host.domain}`, { bad: false, kind: 'own host', open: true }) ?? []);
}

/** Vendors are known and never scored; training on them teaches how the vendors are named that nobody listed. */
function vendorRows(): ShapeRow[] {
  const sites = listed('sites.tsv').filter(([at, kind]) => !at!.includes('/') && kind !== 'hosting');
  return [...listed('hiring-vendors.txt'), ...listed('meeting-vendors.txt'), ...sites]
    .flatMap(([name]) => shapeRow(name!, { bad: false, kind: 'vendor', open: true }) ?? []);
}

/** Whether a model may be trained on a row: open, and either honest or an address that people were sent. */
export const mayTrain = ({ bad, kind, open }: ShapeRow): boolean => open && (!bad || kind === lured || !addressKinds.has(kind));
const addressKinds = new Set(['scam_site', 'scam_site_dead', 'scam_site_jobthemed', 'phish', 'dprk_infra', 'dprk_infra_url']);
