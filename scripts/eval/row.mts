import { readFileSync } from 'node:fs';
import { addressParser } from 'postal-mime';
import type { Facts, SurfaceId } from '../../utils/core/facts.ts';

/** One labelled thing of an evaluation set. */
export interface Row {
  readonly id: string;
  readonly kind: 'message' | 'email' | 'job_ad' | 'url';
  readonly text: string;
  readonly label: 'scam' | 'legit';
  readonly source: string;
  readonly subtype?: string;
  /** `job`: it claims to be about work. `other`: ordinary spam, phishing or chat. Advertisements have none and are about work. */
  readonly scope?: 'job' | 'other';
  readonly lang?: string;
  /** Near-duplicates, or addresses of one registrable domain: never torn apart by a split. */
  readonly group: string;
  readonly subject?: string;
  readonly from?: string;
  readonly reply_to?: string;
  readonly return_path?: string;
  readonly auth?: string;
  readonly links?: readonly string[];
}

export const isJob = (row: Row): boolean => (row.scope ?? 'job') === 'job';
/** What the judge should call a fake recruiter's conduct. */
export const isTarget = (row: Row): boolean => row.label === 'scam' && isJob(row);

export const readRows = (path: string): Row[] =>
  readFileSync(path, 'utf8').split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line) as Row);

/** The role each kind is judged in: messages reach a person on LinkedIn, mails are files, advertisements are job posts. */
const surfaces: Readonly<Record<Row['kind'], SurfaceId>> = { message: 'linkedin-message', email: 'text', job_ad: 'linkedin-job', url: 'linkedin-message' };
const addressOf = (field: string | undefined) => (field ? addressParser(field, { flatten: true })[0] : undefined);

/** Words around a bare address, as a recruiter would send it. */
const invitation = (url: string) => `Hi, I am a recruiter. Please complete the video interview here: ${url}`;

/** Facts of a row. Throws an error that names the row when its kind is unknown. */
export function factsOf(row: Row, invite = invitation): Facts {
  const { id, kind, text, subject, from, reply_to, return_path, auth, links } = row;
  const surface = surfaces[kind];
  if (!surface) throw new Error(`row ${id}: "${kind}" is no kind of row; it can be ${Object.keys(surfaces).join(', ')}`);
  if (kind === 'url') {
    const url = withScheme(links?.[0] ?? text);
    return { surface, message: { text: invite(url) }, links: [{ url }] };
  }
  const base: Facts = { surface, message: { subject, text }, links: links?.map((url) => ({ url })) };
  if (kind !== 'email') return base;
  const sender = addressOf(from);
  return {
    ...base,
    sender: { name: sender?.name || undefined, email: sender?.address || undefined },
    headers: { replyTo: addressOf(reply_to)?.address, returnPath: addressOf(return_path)?.address, authenticationResults: auth },
  };
}

export const withScheme = (address: string): string => (/^[a-z]+:\/\//i.test(address) ? address : `https://${address}/`);
