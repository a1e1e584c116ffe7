import type * as z from 'zod/mini';
import { defaultSettings, lockModes, policyKeys, settingKeys, settingsSchema, type PolicyKey, type Settings } from './settings-schema.ts';

const personalKeys: ReadonlySet<PolicyKey> = new Set(settingKeys);

export interface Effective<T> {
  readonly value: T;
  readonly from: 'default' | 'user' | 'policy';
  /** The policy fixed it: the person cannot change it. */
  readonly locked: boolean;
  /** Who made the policy, where it says so (`orgName`). */
  readonly by?: string;
}
/** A value somebody set that cannot be used: the one below it holds. */
export interface Rejected { readonly key: string; readonly by: 'user' | 'policy'; readonly reason: string }
export interface EffectiveSettings {
  readonly settings: { readonly [K in PolicyKey]: Effective<Settings[K]> };
  readonly rejected: readonly Rejected[];
}

/**
 * Default, then the person's choice, then the policy. Each key stands alone: a bad one is named and counts as not set, and never takes others with it.
 * A policy value that is not locked counts until the person chooses.
 */
export function effectiveSettings(user: Readonly<Record<string, unknown>>, policy: Readonly<Record<string, unknown>>): EffectiveSettings {
  const rejected: Rejected[] = [];
  const isLocked = locksOf(policy);
  const by = parsed('orgName', policy['orgName'], 'policy', []) || undefined;
  const effective = <K extends PolicyKey>(key: K): Effective<Settings[K]> => {
    const isPersonal = personalKeys.has(key);
    const chosen = isPersonal ? parsed(key, user[key], 'user', rejected) : undefined;
    const fixed = parsed(key, policy[key], 'policy', rejected);
    const locked = fixed !== undefined && (!isPersonal || isLocked(key));
    if (fixed !== undefined && (locked || chosen === undefined)) return { value: fixed, from: 'policy', locked, by };
    return chosen === undefined ? { value: defaultSettings[key], from: 'default', locked: false } : { value: chosen, from: 'user', locked: false };
  };
  const settings = Object.fromEntries(policyKeys.map((key) => [key, effective(key)])) as EffectiveSettings['settings'];
  return { settings, rejected };
}

function parsed<K extends PolicyKey>(key: K, value: unknown, by: Rejected['by'], rejected: Rejected[]): Settings[K] | undefined {
  if (value === undefined) return undefined;
  const result = settingsSchema.shape[key].safeParse(value);
  if (result.success) return result.data as Settings[K];
  rejected.push({ key, by, reason: reasonOf(result.error.issues[0]!) });
  return undefined;
}

/** What would be right, in a few words: the small edition of the schema library has none. */
function reasonOf(issue: z.core.$ZodIssue): string {
  const at = issue.path.length > 0 ? `entry ${issue.path.join('.')} ` : '';
  if (issue.code === 'invalid_value') return `${at}can be ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_type') return `${at}must be of type ${issue.expected}`;
  if (issue.code === 'invalid_union') return `${at}has none of the forms it can have`;
  if (issue.code === 'too_big') return `${at}is more than ${issue.maximum}`;
  return `${at}is not written as it must be`;
}

/** Without a readable mode what the policy sets is fixed: an administrator who mistypes must not leave it open. */
function locksOf({ lockMode, lockedSettings }: Readonly<Record<string, unknown>>): (key: PolicyKey) => boolean {
  const mode = lockModes.find((known) => known === lockMode) ?? 'listed';
  const listed = Array.isArray(lockedSettings) ? new Set<unknown>(lockedSettings) : undefined;
  return (key) => mode === 'all' || (mode === 'listed' && (listed?.has(key) ?? true));
}
