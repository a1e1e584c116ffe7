import * as z from 'zod/mini';

/** What a person, or the policy of an organisation, can set. The one source: readers, pages and the files of administrators are made from it. */
interface About {
  readonly title: string;
  readonly description: string;
}
export const aboutSettings = z.registry<About>();

export const placements = ['inline', 'toolbar'] as const;
export const photoDays = [30, 90, 180, 365] as const;
export const imageSearchNames = ['google', 'bing', 'tineye', 'yandex'] as const;
/** Places that can be switched off, each with everything that is read there; their hosts stand in reading-places.ts. */
export const readingSites = ['linkedin', 'gmail', 'outlook', 'yahoo', 'proton', 'icloud', 'fastmail', 'zoho'] as const;

const RuleId = z.string().check(z.regex(/^[a-z0-9-]{1,80}$/));

export const settingsSchema = z.object({
  placement: z.enum(placements).register(aboutSettings, {
    title: 'Where warnings appear', description: 'inline: in the page, beside the message. toolbar: on the button and in the side panel only.',
  }),
  checkPhotos: z.boolean().register(aboutSettings, {
    title: 'Check profile photos', description: 'Fetch photos that a page already shows once more from the image host of LinkedIn, to compare them with those met before.',
  }),
  rememberPhotosDays: z.literal(photoDays).register(aboutSettings, {
    title: 'Days a photo is remembered', description: 'A photo is forgotten this many days after it was last seen.',
  }),
  imageSearch: z.enum(imageSearchNames).register(aboutSettings, {
    title: 'Where pictures are looked up', description: 'The page that the link below a photo opens. Nothing is taken along.',
  }),
  disabledRules: z.array(RuleId).check(z.maxLength(1000)).register(aboutSettings, {
    title: 'Rules switched off', description: 'Ids of rules that judge nothing.',
  }),
  disabledSites: z.array(z.enum(readingSites)).register(aboutSettings, {
    title: 'Sites switched off', description: 'Places where nothing is read.',
  }),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;
/** Where warnings appear: in the page too, or on the browser's own button and in its side panel only. */
export type Placement = Settings['placement'];
export type PhotoDays = Settings['rememberPhotosDays'];
export type ImageSearch = Settings['imageSearch'];
export const settingKeys = Object.keys(settingsSchema.shape) as SettingKey[];

/** What holds where nobody chose. */
export const defaultSettings: Settings = {
  placement: 'inline', checkPhotos: false, rememberPhotosDays: 180, imageSearch: 'google', disabledRules: [], disabledSites: [],
};

/** Policy alone: whether its values are fixed or only a beginning. `listed`: those in `lockedSettings`, or all it sets when there is no such list. */
const lockModes = ['off', 'listed', 'all'] as const;

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
  readonly settings: { readonly [K in SettingKey]: Effective<Settings[K]> };
  readonly rejected: readonly Rejected[];
}

/**
 * Default, then the person's choice, then the policy. Each key stands alone: a bad one is named and counts as not set, and never takes others with it.
 * A policy value that is not locked counts until the person chooses.
 */
export function effectiveSettings(user: Readonly<Record<string, unknown>>, policy: Readonly<Record<string, unknown>>): EffectiveSettings {
  const rejected: Rejected[] = [];
  const isLocked = locksOf(policy);
  const by = organisationIn(policy, rejected);
  const effective = <K extends SettingKey>(key: K): Effective<Settings[K]> => {
    const chosen = parsed(key, user[key], 'user', rejected);
    const fixed = parsed(key, policy[key], 'policy', rejected);
    const locked = fixed !== undefined && isLocked(key);
    if (fixed !== undefined && (locked || chosen === undefined)) return { value: fixed, from: 'policy', locked, by };
    return chosen === undefined ? { value: defaultSettings[key], from: 'default', locked: false } : { value: chosen, from: 'user', locked: false };
  };
  const settings = Object.fromEntries(settingKeys.map((key) => [key, effective(key)])) as EffectiveSettings['settings'];
  return { settings, rejected };
}

function parsed<K extends SettingKey>(key: K, value: unknown, by: Rejected['by'], rejected: Rejected[]): Settings[K] | undefined {
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
  if (issue.code === 'too_big') return `${at}has more than ${issue.maximum} entries`;
  return `${at}is not written as it must be`;
}

/** Longest name of an organisation that is shown: a line. */
const longestName = 80;

/** Only told, never a setting: a name that cannot be read leaves the rest of the policy as it is. */
function organisationIn({ orgName }: Readonly<Record<string, unknown>>, rejected: Rejected[]): string | undefined {
  if (typeof orgName === 'string') return orgName.trim().slice(0, longestName) || undefined;
  if (orgName !== undefined) rejected.push({ key: 'orgName', by: 'policy', reason: 'must be of type string' });
  return undefined;
}

/** Without a readable mode what the policy sets is fixed: an administrator who mistypes must not leave it open. */
function locksOf({ lockMode, lockedSettings }: Readonly<Record<string, unknown>>): (key: SettingKey) => boolean {
  const mode = lockModes.find((known) => known === lockMode) ?? 'listed';
  const listed = Array.isArray(lockedSettings) ? new Set<unknown>(lockedSettings) : undefined;
  return (key) => mode === 'all' || (mode === 'listed' && (listed?.has(key) ?? true));
}
