import { i18n } from '#i18n';
import { settingKeys, settingsSchema, type SettingKey, type Settings } from '../core/settings-schema.ts';
import type { EffectiveSettings } from '../core/settings.ts';
import { readSettings, writeSettings } from './settings.ts';

const format = 'bonafide-settings';
const version = 1;
/** Keys and names only: a file of settings is a few hundred bytes. */
export const longestFile = 1_000_000;

/** The person's own choices as a file. What a policy set is not theirs, and what is remembered of people stays here. */
export function exportSettings(settings: EffectiveSettings['settings']): string {
  const own = settingKeys.filter((key) => settings[key].from === 'user').map((key) => [key, settings[key].value]);
  return `${JSON.stringify({ format, version, settings: Object.fromEntries(own) }, null, 2)}\n`;
}

/** `left`: keys that are unknown here, have a value they cannot have, or are fixed. `isNewer`: a later version of the extension wrote the file. */
export interface Imported { readonly taken: readonly SettingKey[]; readonly left: readonly string[]; readonly isNewer: boolean }

/**
 * Takes over what it understands, each key alone; whatever stood before stays where nothing usable comes. Never turns the fetching of photos on: that
 * needs the person's own press. Throws with a sentence when it is no such file, and with the browser's when that cannot save: nothing is changed then.
 */
export async function importSettings(text: string): Promise<Imported> {
  const { version: written, settings: wanted } = fileIn(text);
  const { settings } = await readSettings();
  const choices: Partial<Record<SettingKey, unknown>> = {};
  const left: string[] = [];
  for (const [name, value] of Object.entries(wanted)) {
    const key = settingKeys.find((known) => known === name);
    const parsed = key && settingsSchema.shape[key].safeParse(value);
    if (key && parsed?.success && !settings[key].locked && !(key === 'checkPhotos' && value === true)) choices[key] = parsed.data;
    else left.push(name.slice(0, 40));
  }
  await writeSettings(choices as Partial<Settings>);
  return { taken: Object.keys(choices) as SettingKey[], left, isNewer: written > version };
}

function fileIn(text: string): { readonly version: number; readonly settings: Record<string, unknown> } {
  const file = text.length > longestFile ? undefined : parsed(text);
  if (!isRecord(file) || file['format'] !== format || typeof file['version'] !== 'number' || !isRecord(file['settings'])) throw new Error(i18n.t('options.importWrong'));
  return { version: file['version'], settings: file['settings'] };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
