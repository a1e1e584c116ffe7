import { siteOf } from '../core/reading-places.ts';
import type { From } from './questions.ts';
import { readSetting } from './settings.ts';

/** False on a site that was switched off. A site the person added is switched off by taking it back. */
export async function mayRead({ pageUrl, url }: From): Promise<boolean> {
  const address = URL.parse(pageUrl ?? url ?? '');
  const site = address ? siteOf(address.hostname) : undefined;
  return site === undefined || !(await readSetting('disabledSites')).some((off) => off === site);
}
