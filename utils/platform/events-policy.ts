import { browser } from 'wxt/browser';
import { collectorOf, type Collector } from '../core/collector.ts';
import { levels, type Level } from '../core/score.ts';
import { settingKeys, type Settings } from '../core/settings-schema.ts';
import { effectiveSettings, type Rejected } from '../core/settings.ts';
import { isConsented } from './events-consent.ts';
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
