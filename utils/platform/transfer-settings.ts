import { i18n } from '#i18n';
import { settingKeys, settingsSchema, type EffectiveSettings, type SettingKey } from '../core/settings.ts';
import { writeSetting } from './settings.ts';

const format = 'bonafide-settings';
const version = 1;
/** Keys and names only: a file of settings is a few hundred bytes. */
const longest = 1_000_000;

/** The person's own choices as a file. What a policy set is not theirs, and what is remembered of people stays here. */
export function exportSettings(settings: EffectiveSettings['settings']): string {
  const own = settingKeys.filter((key) => settings[key].from === 'user').map((key) => [key, settings[key].value]);
  return `${JSON.stringify({ format, version, settings: Object.fromEntries(own) }, null, 2)}\n`;
}

/** `left`: keys that are unknown here, have a value they cannot have, or are fixed. */
export interface Imported { readonly taken: readonly SettingKey[]; readonly left: readonly string[] }

/**
 * Takes over what it understands, each key alone; whatever stood before stays where nothing usable comes. Never turns the fetching of photos on: that
 * needs the person's own press. Throws with a sentence when it is no such file.
 */
export async function importSettings(text: string): Promise<Imported> {
  const settings = settingsIn(text);
  const taken: SettingKey[] = [];
  const left: string[] = [];
  for (const [name, value] of Object.entries(settings)) {
    const key = settingKeys.find((known) => known === name);
    const parsed = key && settingsSchema.shape[key].safeParse(value);
    const isTaken = parsed?.success === true && !(key === 'checkPhotos' && value === true) && await writeSetting(key!, parsed.data as never).then(() => true, () => false);
    if (isTaken) taken.push(key!);
    else left.push(name.slice(0, 40));
  }
  return { taken, left };
}

function settingsIn(text: string): Record<string, unknown> {
  const file = text.length > longest ? undefined : parsed(text);
  if (!isRecord(file) || file['format'] !== format || typeof file['version'] !== 'number' || !isRecord(file['settings'])) throw new Error(i18n.t('options.importWrong'));
  return file['settings'];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
