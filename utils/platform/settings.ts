import { browser } from 'wxt/browser';
import { settingKeys, settingsSchema, type PolicyKey, type SettingKey, type Settings } from '../core/settings-schema.ts';
import { effectiveSettings, type EffectiveSettings } from '../core/settings.ts';
import { onPolicyTold, readPolicy, settledPolicy } from './policy.ts';

/** As last read, until something changes: a verdict asks for several settings, and a policy may list thousands of domains. */
let cached: Promise<EffectiveSettings> | undefined;

/** storage.local holds each choice under its own key; storage.managed what an organisation set. Never waits for a policy that is late (policy.ts). */
export function readSettings(): Promise<EffectiveSettings> {
  if (!browser.storage.onChanged.hasListener(forgetChanged)) {
    cached = undefined;
    browser.storage.onChanged.addListener(forgetChanged);
    onPolicyTold(forgetCached);
  }
  if (cached) return cached;
  const reading = Promise.all([browser.storage.local.get([...settingKeys]), readPolicy()]).then(([user, policy]) => effectiveSettings(user, policy));
  cached = reading;
  reading.catch(() => { if (cached === reading) forgetCached(); });
  return reading;
}

/** The same once the browser has told its policy, however late: for whatever sends or fetches. Rejects when the browser cannot tell it. */
export const settledSettings = (): Promise<EffectiveSettings> => settledPolicy().then(readSettings);

function forgetCached(): void {
  cached = undefined;
}

function forgetChanged(changes: Readonly<Record<string, unknown>>, area: string): void {
  if (area === 'managed' || (area === 'local' && settingKeys.some((key) => key in changes))) forgetCached();
}

export async function readSetting<K extends PolicyKey>(key: K): Promise<Settings[K]> {
  return (await readSettings()).settings[key].value;
}

/** Keeps a choice. Throws a RangeError for a value the setting cannot have, and an Error when the policy fixed it: nothing is kept then. */
export async function writeSetting<K extends SettingKey>(key: K, value: Settings[K]): Promise<void> {
  const parsed = settingsSchema.shape[key].safeParse(value);
  if (!parsed.success) throw new RangeError(`${key} cannot be ${JSON.stringify(value)}.`);
  // Another page may have written a moment ago.
  forgetCached();
  if ((await readSettings()).settings[key].locked) throw new Error(`${key} is set by your organisation.`);
  await keep({ [key]: parsed.data });
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
export const writeSettings = (choices: Partial<Settings>): Promise<void> => keep(choices);

/** The browser tells of a change after the write is done: who reads in between must not find what was there before. */
async function keep(choices: Partial<Record<SettingKey, unknown>>): Promise<void> {
  await browser.storage.local.set(choices);
  forgetCached();
}

/** Calls back when a setting changes, by whomever. Call it in a worker's first tick: a change wakes the worker. */
export function onSettingChange(keys: readonly PolicyKey[], changed: () => void): () => void {
  const tell = (names: readonly string[]) => {
    forgetCached();
    if (keys.some((key) => names.includes(key))) changed();
  };
  const listener = (changes: Readonly<Record<string, unknown>>, area: string) => {
    if (area === 'local') tell(Object.keys(changes));
  };
  browser.storage.onChanged.addListener(listener);
  const endTold = onPolicyTold(tell);
  return () => {
    browser.storage.onChanged.removeListener(listener);
    endTold();
  };
}
