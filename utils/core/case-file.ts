import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Facts } from './facts.ts';
import type { Finding, Verdict } from './verdict.ts';

/** A text as it was read. `sha256`: of its UTF-8 bytes, in hex. */
export interface CaseText { readonly what: 'subject' | 'text' | 'them' | 'me' | 'headline'; readonly at?: string; readonly text: string; readonly sha256: string }
/** `what`: the fact it was read from. */
export interface CaseAddress { readonly what: string; readonly address: string }

/** What a person hands to somebody who takes reports: all that was read and found. Of what is remembered there is only what a finding says. */
export interface CaseRecord {
  /** When it was made, ISO 8601. */
  readonly made: string;
  /** Version of the extension. */
  readonly by: string;
  /** Address of the page without what was looked for, where the browser told it. */
  readonly page?: string;
  readonly level: Verdict['level'];
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'title' | 'why' | 'seen'>[];
  readonly texts: readonly CaseText[];
  readonly addresses: readonly CaseAddress[];
  /** Everything that was read, as it was read. */
  readonly read: Facts;
}
/** `sha256`: of the UTF-8 bytes of `JSON.stringify(record)`, in hex. */
export interface CaseFile { readonly format: 'bonafide-case'; readonly version: 1; readonly record: CaseRecord; readonly sha256: string }

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

export function caseFile(facts: Facts, { level, findings }: Verdict, made: { readonly at: string; readonly by: string; readonly page?: string }): CaseFile {
  // What is remembered of other days and other people is not part of what was seen here.
  const { known: _, ...read } = facts;
  const record: CaseRecord = {
    made: made.at, by: made.by, ...(made.page !== undefined && { page: made.page }), level,
    findings: findings.map(({ rule, severity, title, why, seen }) => ({ rule, severity, title, why, seen })),
    texts: textsOf(read), addresses: addressesOf(read), read,
  };
  return { format: 'bonafide-case', version: 1, record, sha256: hashOf(JSON.stringify(record)) };
}

function textsOf({ sender, message }: Facts): CaseText[] {
  const thread = message?.thread ?? [];
  const found: (Omit<CaseText, 'sha256' | 'text'> & { readonly text?: string | null })[] = [
    { what: 'headline', text: sender?.headline },
    { what: 'subject', text: message?.subject },
    // A conversation's text is its entries.
    ...(thread.length > 0 ? [] : [{ what: 'text' as const, at: message?.sentAt ?? undefined, text: message?.text }]),
    ...thread.map(({ from, at, text }) => ({ what: from, at: at ?? undefined, text })),
  ];
  return found.flatMap(({ what, at, text }) => (text ? [{ what, ...(at !== undefined && { at }), text, sha256: hashOf(text) }] : []));
}

function addressesOf({ sender, headers, links, profile, company }: Facts): CaseAddress[] {
  const found: [string, string | null | undefined][] = [
    ['sender.email', sender?.email], ['sender.profileUrl', sender?.profileUrl], ['headers.replyTo', headers?.replyTo], ['headers.returnPath', headers?.returnPath],
    ...(links ?? []).map(({ url }): [string, string] => ['links.url', url]),
    ['profile.photo.url', profile?.photo?.url], ['company.url', company?.url], ['company.website', company?.website],
  ];
  return found.flatMap(([what, address]) => (address ? [{ what, address }] : []));
}
