import type * as z from 'zod/mini';
import { settingsSchema, type PolicyKey, type Settings } from './settings-schema.ts';
import { tolerantValue } from './tolerant-value.ts';

/** What can be used of a value somebody set, and what is wrong with the rest of it in a few words. */
export interface ReadValue<T> { readonly value?: T; readonly fault?: string }

/** Faults of one list that are named; the others are counted. A page and a report must stay readable. */
const namedFaults = 10;
/** Characters of an entry that are quoted. */
const quoted = 40;

/**
 * Reads one value. Each entry of a list stands alone too: a bad one is named and left out, and the others hold. A list without one usable entry counts as
 * not set, and so does every other value that its setting cannot have.
 */
export function readValue<K extends PolicyKey>(key: K, raw: unknown): ReadValue<Settings[K]> {
  const schema: z.ZodMiniType = settingsSchema.shape[key];
  const value = tolerantValue(schema.def.type, raw);
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data as Settings[K] };
  return schema.def.type === 'array' && Array.isArray(value) ? (usableOf(schema, value, result.error.issues) as ReadValue<Settings[K]>) : { fault: reasonOf(result.error.issues[0]!) };
}

/** As many entries as there may be, without those that have an issue. The library looks no further at a list that is too long: the length comes first. */
function usableOf(schema: z.ZodMiniType, entries: readonly unknown[], issues: readonly z.core.$ZodIssue[]): ReadValue<unknown> {
  const tooMany = issues.find(({ code, path }) => code === 'too_big' && path.length === 0) as z.core.$ZodIssueTooBig | undefined;
  if (tooMany) {
    const first = entries.slice(0, Number(tooMany.maximum));
    const { success, data, error } = schema.safeParse(first);
    const { value, fault } = success ? { value: data, fault: undefined } : usableOf(schema, first, error.issues);
    return { value, fault: [`of its ${entries.length} entries the first ${first.length} count`, fault].filter(Boolean).join('; ') };
  }
  const reasons = new Map<number, string>();
  for (const issue of issues) if (!reasons.has(Number(issue.path[0]))) reasons.set(Number(issue.path[0]), reasonOf(issue));
  const faults = [...reasons].slice(0, namedFaults).map(([at, reason]) => `entry ${at + 1} ${quote(entries[at])} ${reason}`);
  if (reasons.size > namedFaults) faults.push(`and ${reasons.size - namedFaults} more`);
  const usable = entries.filter((_, at) => !reasons.has(at));
  return { value: usable.length > 0 ? schema.safeParse(usable).data : undefined, fault: faults.join('; ') };
}

const quote = (entry: unknown): string => {
  const text = JSON.stringify(entry) ?? String(entry);
  return text.length > quoted ? `${text.slice(0, quoted)}…` : text;
};

/** What the small edition of the schema library says of every fault that was given no words of its own. */
const wordless = 'Invalid input';

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.message !== wordless) return issue.message;
  if (issue.code === 'invalid_value') return `can be ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `must be of type ${issue.expected}`;
  if (issue.code === 'too_big') return issue.origin === 'string' ? `has more than ${issue.maximum} characters` : `is more than ${issue.maximum}`;
  if (issue.code === 'too_small') return `is less than ${issue.minimum}`;
  return 'is not written as it must be';
}
