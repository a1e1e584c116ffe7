import type * as z from 'zod/mini';
import { Facts } from '../core/facts.ts';

/** The name an input has in the results: its own id, else where it stands. */
export type InputId = string | number;
export type FactsLine =
  { readonly id?: InputId; readonly facts: Facts } | { readonly id?: InputId; readonly error: string };

/** Most faults of one line that are named. */
const faultLimit = 5;

/** Reads one JSON line of facts with an optional `id`. Never throws: what is wrong is said with its path. */
export function parseFactsLine(line: string): FactsLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `is no JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { error: 'must be a JSON object of facts' };
  const { id, ...rest } = value as { id?: unknown };
  if (id !== undefined && id !== null && typeof id !== 'string' && typeof id !== 'number')
    return { error: 'id: must be a string or a number' };
  const named = id === undefined || id === null ? {} : { id };
  const parsed = Facts.safeParse(rest);
  return parsed.success
    ? { ...named, facts: parsed.data }
    : { ...named, error: describeFaults(parsed.error.issues) };
}

/** `links.0.foo: unknown field; sender.name: must be string` */
export function describeFaults(issues: readonly z.core.$ZodIssue[]): string {
  const faults = issues.flatMap(describeFault);
  const more = faults.length > faultLimit ? [`and ${faults.length - faultLimit} more`] : [];
  return [...faults.slice(0, faultLimit), ...more].join('; ');
}

function describeFault(issue: z.core.$ZodIssue): string[] {
  const at = (path: readonly PropertyKey[]) => path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${at([...issue.path, key])}: unknown field`);
  const place = at(issue.path);
  if (issue.code === 'invalid_type') return [`${place}: must be ${issue.expected}`];
  if (issue.code === 'invalid_value')
    return [`${place}: must be one of ${issue.values.map(String).join(', ')}`];
  if (issue.code === 'invalid_union') return [`${place}: has none of the allowed forms`];
  if (issue.code === 'too_small')
    return [`${place}: needs at least ${issue.minimum} (characters or entries)`];
  if (issue.code === 'too_big')
    return [`${place}: may have at most ${issue.maximum} (characters or entries)`];
  return [`${place}: ${issue.message}`];
}
