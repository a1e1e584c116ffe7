import { siteOf } from '../core/reading-places.ts';
import type { Settings } from '../core/settings-schema.ts';
import type { From } from './questions.ts';
import { readSetting } from './settings.ts';

/** True on a site that was switched off. A site the person added is switched off by taking it back. */
export function isOff({ pageUrl, url }: From, disabledSites: Settings['disabledSites']): boolean {
  const address = URL.parse(pageUrl ?? url ?? '');
  const site = address ? siteOf(address.hostname) : undefined;
  return site !== undefined && disabledSites.some((off) => off === site);
}

export const mayRead = async (from: From): Promise<boolean> => !isOff(from, await readSetting('disabledSites'));
