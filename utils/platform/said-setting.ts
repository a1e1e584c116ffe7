import { aboutSettings, settingsSchema, type PolicyKey, type Settings } from '../core/settings-schema.ts';

/** What leaves this page in a text says that these are set, and not what they are: secrets, people, devices, and whom to ask by name. */
const unsaid: ReadonlySet<PolicyKey> = new Set(['blockedProfiles', 'securityContact', 'eventsDeviceLabel', 'warningText']);
/** Entries of a list, and letters of a value, that a text carries. */
const mostEntries = 20;
const mostLetters = 200;

export const isSecret = (key: PolicyKey): boolean => aboutSettings.get(settingsSchema.shape[key])?.secret === true;

/** A value as a person reads it: its entries, or itself, without marks that turn or hide letters. Empty where nothing is set. */
export function entriesOf(value: Settings[PolicyKey]): readonly string[] {
  const entries = Array.isArray(value) ? value : [value];
  return entries.map((entry) => String(entry).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim()).filter((entry) => entry !== '');
}

/** Why a value was not used, in a text that is sent to somebody: without what stood there, where that is not told. */
export const reasonInText = (key: string, reason: string): string =>
  ([...unsaid].some((one) => one === key) ? reason.replace(/"(?:[^"\\]|\\.)*(?:"|…)/g, '(not told)') : reason);

/** A value in a text that is sent to somebody. */
export function sayInText(key: PolicyKey, value: Settings[PolicyKey]): string {
  const entries = entriesOf(value);
  if (entries.length === 0) return '(empty)';
  if (isSecret(key) || unsaid.has(key)) return Array.isArray(value) ? `(set, ${entries.length} entries)` : '(set)';
  const said = entries.slice(0, mostEntries).map((entry) => (entry.length > mostLetters ? `${entry.slice(0, mostLetters)}…` : entry));
  return [...said, ...(entries.length > mostEntries ? [`… ${entries.length - mostEntries} more`] : [])].join(', ');
}
