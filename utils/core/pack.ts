import * as z from 'zod/mini';
import { HostShape, hostShape } from './host-shape.ts';
import { knownHost } from './known-host.ts';
import { faultsOf, Rule } from './rule.ts';
import { dayOf, dependable, type Anchor } from './join-date.ts';
import { companyRow, indexCompanies } from './company-table.ts';
import type { Knowledge } from './judge.ts';
import { hashedList, readableList, type NamedList, type NamedLists } from './named-list.ts';
import { indexSites, linkKinds } from './site.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const ListEntry = z.strictObject({
  match: z.enum(['host', 'value']),
  indicators: z.boolean(),
  /** Either the members, or the name of the bytes that hold them as a hash set. */
  members: z.optional(z.array(z.string())),
  sha256: z.optional(sha256),
  count: z.number(),
});

/** Hashes of pictures, which travel as the bytes of hash planes (hash-planes.ts), named by their SHA-256. */
const PhotoList = z.strictObject({ count: z.number().check(z.int(), z.gte(1), z.lte(1_000_000)), sha256 });
export type PhotoList = z.infer<typeof PhotoList>;

/** Rules, lists and tables as they travel. Large lists travel beside it, named by the SHA-256 of their bytes. */
export const Pack = z.strictObject({
  format: z.literal(1),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  version: z.number().check(z.int(), z.gte(1)),
  issued: z.iso.date(),
  rules: z.array(Rule),
  lists: z.record(z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)), ListEntry),
  sites: z.array(z.strictObject({ at: z.string(), kind: z.enum(linkKinds), openSignup: z.optional(z.boolean()) })),
  anchors: z.array(z.strictObject({ number: z.number(), date: z.iso.date(), low: z.optional(z.boolean()) })),
  /** How names of fake meetings and interviews are built. Without it the shape of a name stays unknown. */
  hostShape: z.optional(HostShape),
  /** Names in normal form and their domains, see company-table.ts. Left out: none. */
  companies: z.optional(z.array(z.string().check(z.regex(companyRow)))),
  /** Reported photos: planes of `whole`, then of `disc`, then of `difference`. Left out: none. */
  photos: z.optional(PhotoList),
  /** Default pictures that are nobody's photo: planes of hashes, `whole` or `disc`. Left out: none. */
  placeholders: z.optional(PhotoList),
  /** Rules over projects, read by who inspects one (inspect/inspection-knowledge.ts). Left out: none. */
  inspectionRules: z.optional(z.array(z.record(z.string(), z.unknown()))),
  /** Words of the rules by language (BCP 47), which travel as JSON (speech.ts), named by their SHA-256. Left out: English alone. */
  words: z.optional(z.record(z.string(), sha256)),
  /** Cases of the rules (pack-cases.ts), which travel as JSON, named by their SHA-256: who takes the pack over tries it on them first. */
  cases: z.optional(sha256),
});
export type Pack = z.infer<typeof Pack>;

/** Reads a pack. Throws an error that names the first wrong place. */
export function parsePack(value: unknown): Pack {
  const parsed = Pack.safeParse(value);
  if (!parsed.success) throw new Error(`The pack does not fit its schema: ${z.prettifyError(parsed.error)}`);
  for (const rule of parsed.data.rules) {
    const [fault] = faultsOf(rule);
    if (fault) throw new Error(`The pack's rule "${rule.id}" is faulty: ${fault}`);
  }
  return parsed.data;
}

export interface KnowledgeOptions {
  /** False switches all lists of reported indicators off: nothing is a member. */
  readonly indicators?: boolean;
}

/** Makes a pack usable. `bytesOf` gives the bytes of a large list by their SHA-256; throws when they are missing. */
export function knowledgeOf(pack: Pack, bytesOf: (sha256: string) => ArrayBuffer | undefined, { indicators = true }: KnowledgeOptions = {}): Knowledge {
  const anchors: Anchor[] = pack.anchors.map(({ number, date, low }) => ({ number, day: dayOf(date), low }));
  const named = listsOf(pack, bytesOf, indicators);
  const sites = indexSites(pack.sites);
  const companies = indexCompanies(pack.companies ?? []);
  const shapeOf = pack.hostShape && hostShape(pack.hostShape, knownHost(pack.hostShape.never, named, sites, companies.owned));
  return { rules: pack.rules, lists: named, sites, anchors: dependable(anchors), companies, shapeOf, own: named['own-domains'] };
}

/** A pack's lists, ready to be asked. Throws when the bytes of one are missing. */
export function listsOf(pack: Pack, bytesOf: (sha256: string) => ArrayBuffer | undefined, indicators = true): NamedLists {
  return Object.fromEntries(Object.entries(pack.lists).map(([name, entry]): [string, NamedList] => {
    if (entry.indicators && !indicators) return [name, readableList([], entry.match, true)];
    if (entry.members) return [name, readableList(entry.members, entry.match, entry.indicators)];
    const bytes = bytesOf(entry.sha256 ?? '');
    if (!bytes) throw new Error(`The list "${name}" of pack "${pack.id}" is missing: load the pack again.`);
    return [name, hashedList(bytes, entry.match, entry.indicators)];
  }));
}
