import { browser } from 'wxt/browser';
import { browserName } from '../core/browser-name.ts';
import { collectorOf, type Collector } from '../core/collector.ts';
import { toldKinds } from '../core/event.ts';
import { levels, type Level } from '../core/score.ts';
import { settingKeys, type Settings } from '../core/settings-schema.ts';
import { effectiveSettings, type Rejected } from '../core/settings.ts';
import { settledPolicy } from './policy.ts';

export interface EventsPolicy {
  readonly collector: Collector;
  readonly values: Settings;
  readonly rejected: readonly Rejected[];
  /** What a person is not shown is not told: the higher of the two levels. */
  readonly least: Level;
  /** False while Firefox waits for the person's, or the organisation's, consent: nothing is kept or sent then. */
  readonly isAllowed: boolean;
}

/**
 * What the policy wants to be told; undefined where it names no collector, which is everywhere but in organisations. Waits for the policy itself: what is
 * remembered of it sends nobody anything.
 */
export async function eventsPolicy(): Promise<EventsPolicy | undefined> {
  const [user, policy] = await Promise.all([browser.storage.local.get([...settingKeys]), settledPolicy()]);
  const { settings, rejected } = effectiveSettings(user, policy);
  const values = Object.fromEntries(Object.entries(settings).map(([key, { value }]) => [key, value])) as unknown as Settings;
  const collector = collectorOf(values);
  if (!collector) return undefined;
  const least = levels.findLast((level) => level === values.eventsMinimumLevel || level === values.minimumLevel)!;
  return { collector, values, rejected, least, isAllowed: await isConsented(values.consentGrantedByOrganization) };
}

/**
 * Firefox has people agree to each kind of what leaves their browser, or has an organisation say in its policy that it agreed for them. Other
 * browsers leave that to whoever installed the extension.
 */
async function isConsented(byOrganisation: boolean): Promise<boolean> {
  return byOrganisation || !browserName(navigator.userAgent).startsWith('firefox') || browser.permissions.contains(consent());
}

/** Asks for the consent in the person's own click. */
export const askConsent = (): Promise<boolean> => browser.permissions.request(consent());

// The types of the API do not know Firefox's newest permission.
const consent = () => ({ data_collection: [...toldKinds] }) as object;
