import * as z from 'zod/mini';
import { dayFrom, type Candidate } from './candidates.ts';
import { readPattern } from './stix-pattern.ts';

/** What is read of an indicator (STIX 2.1, 4.7). */
const Indicator = z.object({
  type: z.literal('indicator'), id: z.string(), pattern: z.string(), pattern_type: z.optional(z.string()), revoked: z.optional(z.boolean()),
  valid_from: z.optional(z.string()), valid_until: z.optional(z.string()), indicator_types: z.optional(z.array(z.string())),
});
const Named = z.object({ type: z.string(), id: z.optional(z.string()) });

/** Objects that hang indicators together and are none: nothing is said of them. */
const context = new Set(['identity', 'relationship', 'malware', 'campaign', 'intrusion-set', 'threat-actor', 'report', 'grouping', 'marking-definition', 'extension-definition', 'attack-pattern', 'tool', 'note', 'opinion', 'sighting', 'observed-data', 'infrastructure', 'location', 'course-of-action', 'vulnerability', 'language-content', 'malware-analysis', 'incident']);

/** A STIX object as candidates, one for each value its pattern names. `today` decides whether it is still valid. */
export function candidatesOfStix(value: unknown, place: string, today: string): Candidate[] {
  const named = Named.safeParse(value);
  if (!named.success) return [{ place, value: '', left: 'is no STIX object: it has no type' }];
  const where = `${place} ${(named.data.id ?? '').slice(0, 80)}`.trim();
  if (context.has(named.data.type)) return [];
  const leave = (left: string): Candidate[] => [{ place: where, value: '', left }];
  if (named.data.type !== 'indicator') return leave(`is a ${named.data.type.slice(0, 40)}, which somebody saw, and no indicator`);
  const { success, data } = Indicator.safeParse(value);
  if (!success) return leave('is an indicator without a pattern');
  const until = dayFrom(data.valid_until);
  const reading = readPattern(data.pattern);
  if (data.revoked && 'values' in reading) return reading.values.map(({ value: text, kind }) => ({ place: where, value: text, kind, left: 'was revoked' }));
  if (data.revoked) return leave('was revoked');
  if (until !== undefined && until <= today) return leave(`was valid until ${until}`);
  if (data.indicator_types?.includes('benign')) return leave('is said to be benign');
  if (data.pattern_type !== undefined && data.pattern_type !== 'stix') return leave(`has a pattern of the kind ${data.pattern_type.slice(0, 40)}`);
  if ('left' in reading) return leave(reading.left);
  return reading.values.map(({ path, value: text, kind }): Candidate => (kind === undefined
    ? { place: where, value: text, left: `asks for ${path.slice(0, 60)}, which messages and pages do not show` }
    : { place: where, value: text, kind, since: dayFrom(data.valid_from), until }));
}
