import * as z from 'zod/mini';
import { dayFrom, type Candidate } from './candidates.ts';
import type { IndicatorKind } from './place-indicator.ts';

/** What is read of an attribute (MISP core format, misp-standard.org/rfc/misp-standard-core.txt, 2.4). */
const Attribute = z.object({
  type: z.string(), value: z.string(), uuid: z.optional(z.string()), to_ids: z.optional(z.union([z.boolean(), z.enum(['0', '1'])])),
  deleted: z.optional(z.union([z.boolean(), z.enum(['0', '1'])])), first_seen: z.optional(z.nullable(z.string())), timestamp: z.optional(z.union([z.string(), z.number()])),
});

/** Types with something a message or a page shows. Of composite ones (`domain|ip`) the first part is taken. */
const kinds: Readonly<Record<string, IndicatorKind>> = {
  domain: 'host', hostname: 'host', 'domain|ip': 'host', 'hostname|port': 'host', 'ip-dst': 'host', 'ip-dst|port': 'host',
  url: 'url', uri: 'url', link: 'url', 'email-src': 'mail', 'email-reply-to': 'mail', email: 'mail',
  'github-repository': 'repository', 'github-username': 'account', 'github-organisation': 'account',
};

/** A MISP attribute as a candidate. Its author's word counts: what is not marked for detection, or deleted, is left. */
export function candidateOfAttribute(value: unknown, place: string): Candidate {
  const { success, data } = Attribute.safeParse(value);
  if (!success) return { place, value: '', left: 'is no MISP attribute: it has no type and value' };
  const where = data.uuid ? `${place} ${data.uuid.slice(0, 40)}` : place;
  const kind = Object.hasOwn(kinds, data.type) ? kinds[data.type] : undefined;
  const leave = (left: string): Candidate => ({ place: where, value: data.value, left });
  if (kind === undefined) return leave(`is of the type ${data.type.slice(0, 40)}, which messages and pages do not show`);
  const named = data.type.includes('|') ? data.value.split('|')[0]! : data.value;
  if (data.deleted === true || data.deleted === '1') return { place: where, value: named, kind, left: 'was deleted by its author' };
  if (data.to_ids !== true && data.to_ids !== '1') return leave('is not marked for detection (to_ids)');
  return { place: where, value: named, kind, since: dayFrom(data.first_seen ?? data.timestamp) };
}
