import { browser } from 'wxt/browser';
import { siteOf } from '../core/reading-places.ts';
import { readingSites } from '../core/settings-schema.ts';
import { askPage } from './ask.ts';
import { missingHosts, neededHosts } from './host-access.ts';

/** Whether a site can be read here. */
export interface SiteState {
  readonly site: (typeof readingSites)[number];
  /** Hosts of it that the browser does not let us read. */
  readonly missing: readonly string[];
  /** Pages of it that are open, and how many of them did not answer: open since before the installation, or blocked for extensions. */
  readonly open: number;
  readonly silent: number;
}

/**
 * A host that a policy takes from extensions (`runtime_blocked_hosts`) still counts as allowed where the browser is asked, in Chromium 156 and Firefox 153. What
 * can be seen of it is that nobody answers from its pages.
 */
export async function siteStates(): Promise<SiteState[]> {
  const [missing, tabs] = await Promise.all([missingHosts(), browser.tabs.query({})]);
  const pages = tabs.map(({ id, url }) => ({ id, host: URL.parse(url ?? '')?.hostname })).filter(({ id, host }) => id !== undefined && host !== undefined && neededHosts.includes(host));
  const heard = await Promise.all(pages.map(async ({ id, host }) => ({ site: siteOf(host!), answers: await askPage(id!, 'state', { again: false }).then(() => true, () => false) })));
  return readingSites.map((site) => {
    const open = heard.filter((page) => page.site === site);
    return { site, missing: missing.filter((host) => siteOf(host) === site), open: open.length, silent: open.filter(({ answers }) => !answers).length };
  });
}
