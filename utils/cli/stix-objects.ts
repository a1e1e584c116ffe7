import { createHash } from 'node:crypto';
import type { Finding } from '../core/verdict.ts';

/** Objects of STIX 2.1 as far as findings need them (docs.oasis-open.org/cti/stix/v2.1, 4.5, 4.7 and 5.2). */
export interface StixObject {
  readonly type: string;
  readonly spec_version: '2.1';
  readonly id: string;
  readonly created: string;
  readonly modified: string;
  readonly [field: string]: unknown;
}

/** Made for this once: names under it are Bonafide's. The standard's own namespace is for observables only (2.9). */
const namespace = '8f8c4d6e-41a7-4c0b-9f0d-6f1b6a0c52d3';

/** A name-based identifier (RFC 9562, version 5): the same thing has the same id in every export, so receivers join them. */
export function stixId(type: string, name: string): string {
  const digest = createHash('sha1').update(Buffer.from(namespace.replaceAll('-', ''), 'hex')).update(`${type} ${name}`).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString('hex');
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** When this kind of object was first made by this program: ids without content of their own need a fixed date. */
const since = '2026-11-21T00:00:00.000Z';

export const producer: StixObject = {
  type: 'identity', spec_version: '2.1', id: stixId('identity', 'bonafide'), created: since, modified: since, name: 'Bonafide', identity_class: 'system',
};

/** What a rule looks for. Its pattern is the rule's id: no language of patterns describes conduct. */
export const indicatorOfRule = ({ rule, title, rationale, references }: Finding): StixObject => ({
  type: 'indicator', spec_version: '2.1', id: stixId('indicator', `rule ${rule}`), created_by_ref: producer.id, created: since, modified: since,
  name: title, description: rationale, indicator_types: ['anomalous-activity'], pattern: rule, pattern_type: 'bonafide-rule', valid_from: since,
  ...(references.length > 0 && { external_references: references.map((url) => ({ source_name: new URL(url).hostname, url })) }),
});

/** A host that a finding names. */
export const indicatorOfHost = (host: string, finding: Finding): StixObject => ({
  type: 'indicator', spec_version: '2.1', id: stixId('indicator', `host ${host}`), created_by_ref: producer.id, created: since, modified: since,
  name: host, description: finding.title, indicator_types: ['anomalous-activity'], pattern: `[domain-name:value = '${host.replace(/[\\']/g, '\\$&')}']`, pattern_type: 'stix', valid_from: since,
});

/** That an indicator was seen. `input` tells inputs apart and goes into the id only, as a hash. `seenAt` is left out when nobody said it. */
export const sightingOf = (indicator: StixObject, input: string, seenAt: string | undefined, now: string): StixObject => ({
  type: 'sighting', spec_version: '2.1', id: stixId('sighting', `${indicator.id} ${input}`), created_by_ref: producer.id, created: seenAt ?? now, modified: seenAt ?? now,
  sighting_of_ref: indicator.id, where_sighted_refs: [producer.id], count: 1, ...(seenAt && { first_seen: seenAt, last_seen: seenAt }),
});
