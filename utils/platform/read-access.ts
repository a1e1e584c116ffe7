import { browser } from 'wxt/browser';
import { siteOf } from '../core/reading-places.ts';
import { readingSites } from '../core/settings-schema.ts';
import { askPage } from './ask.ts';
import { missingHosts, neededHosts } from './host-access.ts';
import { isKeptOut } from './kept-out.ts';

/** Whether a site can be read here. */
export interface SiteState {
  readonly site: (typeof readingSites)[number];
  /** Hosts of it that the browser does not let us read. */
  readonly missing: readonly string[];
  /** Pages of it that are open, and how many of them do not answer: as a rule they are open since before the installation. */
  readonly open: number;
  readonly silent: number;
}
/** `keptOut`: open pages that a policy keeps from extensions, of whatever site: Chromium does not say which it is. */
export interface Access { readonly sites: readonly SiteState[]; readonly keptOut: number }

/** A host that a policy takes from extensions still counts as allowed where the browser is asked, so open pages are. */
export async function readAccess(): Promise<Access> {
  const [missing, tabs] = await Promise.all([missingHosts(), browser.tabs.query({})]);
  const pages = await Promise.all(tabs.map(({ id, url }) => pageState(id, URL.parse(url ?? '')?.hostname)));
  const sites = readingSites.map((site): SiteState => {
    const open = pages.filter((page) => page?.host !== undefined && siteOf(page.host) === site);
    return { site, missing: missing.filter((host) => siteOf(host) === site), open: open.length, silent: open.filter((page) => page?.is === 'silent').length };
  });
  return { sites, keptOut: pages.filter((page) => page?.is === 'kept out').length };
}

async function pageState(id: number | undefined, host: string | undefined): Promise<{ readonly host?: string; readonly is: 'answers' | 'silent' | 'kept out' } | undefined> {
  if (id === undefined || (host !== undefined && !neededHosts.includes(host))) return undefined;
  if (host !== undefined && (await askPage(id, 'state', { again: false }).then(() => true, () => false))) return { host, is: 'answers' };
  if (await isKeptOut(id, host)) return { host, is: 'kept out' };
  return host === undefined ? undefined : { host, is: 'silent' };
}
