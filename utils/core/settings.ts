import { readValue } from './read-value.ts';
import { defaultSettings, policyKeys, settingKeys, type PolicyKey, type Settings } from './settings-schema.ts';
import { isSetting, unknownName, unknownSettings } from './unknown-settings.ts';

const personalKeys: ReadonlySet<PolicyKey> = new Set(settingKeys);

export interface Effective<T> {
  readonly value: T;
  readonly from: 'default' | 'user' | 'policy';
  /** The policy fixed it: the person cannot change it. */
  readonly locked: boolean;
  /** Who made the policy, where it says so (`orgName`). */
  readonly by?: string;
}
/** What somebody set and cannot be used: a value, then the one below it holds; or entries of a list, then the others hold. One for each key. */
export interface Rejected { readonly key: string; readonly by: 'user' | 'policy'; readonly reason: string }
export interface EffectiveSettings {
  readonly settings: { readonly [K in PolicyKey]: Effective<Settings[K]> };
  readonly rejected: readonly Rejected[];
}

/**
 * Default, then the person's choice, then the policy. Each key stands alone, and each entry of a list: a bad one is named and counts as not set, and never
 * takes others with it. A policy value that is not locked counts until the person chooses.
 */
export function effectiveSettings(user: Readonly<Record<string, unknown>>, policy: Readonly<Record<string, unknown>>): EffectiveSettings {
  const rejected: Rejected[] = [];
  const chosen = readAll(user, settingKeys, 'user', rejected);
  const fixed = readAll(policy, policyKeys, 'policy', rejected);
  rejected.push(...unknownSettings(policy).map((unknown) => ({ ...unknown, by: 'policy' as const })));
  const isLocked = locksOf(fixed, rejected);
  const by = fixed.orgName || undefined;
  const effective = <K extends PolicyKey>(key: K): Effective<Settings[K]> => {
    const [own, set] = [chosen[key], fixed[key]] as [Settings[K] | undefined, Settings[K] | undefined];
    const locked = set !== undefined && isLocked(key);
    if (set !== undefined && (locked || own === undefined)) return { value: set, from: 'policy', locked, by };
    return own === undefined ? { value: defaultSettings[key], from: 'default', locked: false } : { value: own, from: 'user', locked: false };
  };
  const settings = Object.fromEntries(policyKeys.map((key) => [key, effective(key)])) as EffectiveSettings['settings'];
  return { settings, rejected };
}

function readAll(values: Readonly<Record<string, unknown>>, keys: readonly PolicyKey[], by: Rejected['by'], rejected: Rejected[]): Partial<Settings> {
  const read: Partial<Record<PolicyKey, unknown>> = {};
  for (const key of keys) {
    if (!Object.hasOwn(values, key) || values[key] === undefined) continue;
    const { value, fault } = readValue(key, values[key]);
    if (value !== undefined) read[key] = value;
    if (fault !== undefined) rejected.push({ key, by, reason: fault });
  }
  return read as Partial<Settings>;
}

/**
 * Without a readable mode what the policy sets is fixed: an administrator who mistypes must not leave it open. The same holds for a list of locks that
 * names no setting at all.
 */
function locksOf({ lockMode = 'listed', lockedSettings: listed }: Partial<Settings>, rejected: Rejected[]): (key: PolicyKey) => boolean {
  const unknown = listed?.filter((name) => !isSetting(name)) ?? [];
  if (unknown.length > 0) rejected.push({ key: 'lockedSettings', by: 'policy', reason: unknown.map((name) => `${name} ${unknownName(name)}`).join('; ') });
  const locks = listed && (listed.length === 0 || unknown.length < listed.length) ? new Set<string>(listed) : undefined;
  return (key) => !personalKeys.has(key) || lockMode === 'all' || (lockMode === 'listed' && (locks?.has(key) ?? true));
}
