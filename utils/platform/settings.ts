import { browser } from 'wxt/browser';
import { settingKeys, settingsSchema, type PolicyKey, type SettingKey, type Settings } from '../core/settings-schema.ts';
import { effectiveSettings, type EffectiveSettings } from '../core/settings.ts';

/** storage.local holds each choice under its own key; storage.managed what an organisation set. */
export async function readSettings(): Promise<EffectiveSettings> {
  const [user, policy] = await Promise.all([browser.storage.local.get([...settingKeys]), readPolicy()]);
  return effectiveSettings(user, policy);
}

export async function readSetting<K extends PolicyKey>(key: K): Promise<Settings[K]> {
  return (await readSettings()).settings[key].value;
}

/** Keeps a choice. Throws a RangeError for a value the setting cannot have, and an Error when the policy fixed it: nothing is kept then. */
export async function writeSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
  const parsed = settingsSchema.shape[key].safeParse(value);
  if (!parsed.success) throw new RangeError(`${key} cannot be ${JSON.stringify(value)}.`);
  if ((await readSettings()).settings[key].locked) throw new Error(`${key} is set by your organisation.`);
  await browser.storage.local.set({ [key]: parsed.data });
}

/** Settings that list what is off. */
type ListKey = 'disabledRules' | 'disabledSites';
let turning: Promise<unknown> = Promise.resolve();

/** Puts one entry into a list, or takes it out. One after another, by what is kept then: a second press must not put back what the first one took. */
export function turnInSetting<K extends ListKey>(key: K, entry: Settings[K][number], isIn: boolean): Promise<void> {
  const turn = async () => {
    const others = (await readSetting<ListKey>(key)).filter((one) => one !== entry);
    await writeSetting<ListKey>(key, (isIn ? [...others, entry] : others) as Settings[K]);
  };
  const turned = turning.then(turn);
  turning = turned.catch(() => undefined);
  return turned;
}

/** Keeps several choices at once, or none of them when the browser cannot. They were checked before (transfer-settings.ts). */
export const writeSettings = (choices: Partial<Settings>): Promise<void> => browser.storage.local.set(choices);

/** Calls back when a setting changes, by whomever. Call it in a worker's first tick: a change wakes the worker. */
export function onSettingChange(keys: readonly PolicyKey[], changed: () => void): () => void {
  const listener = (changes: Readonly<Record<string, unknown>>, area: string) => {
    if ((area === 'local' || area === 'managed') && keys.some((key) => key in changes)) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

/** Firefox throws where no policy names the extension. */
async function readPolicy(): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    return {};
  }
}
