import { browser } from 'wxt/browser';
import { repositoryLink, repositoryPlace } from '../core/repository-link.ts';
import { setBadge } from './badge.ts';
import { recallInspection } from './inspections.ts';
import type { Answer, From } from './questions.ts';
import { isBelow } from '../core/organisation-words.ts';
import { readSettings } from './settings.ts';

/**
 * What was found in the repository whose page asks, by the browser's word of which page that is. The button says it too. Of a page that changed its
 * address without loading, Firefox 153 names as the sender the address it came with, and the tab's as it is now.
 */
export async function repositoryNote(_: object, { tabId, ...from }: From): Promise<Answer['repositoryNote']> {
  const { settings } = await readSettings();
  const { url = from.url } = tabId === undefined ? from : await browser.tabs.get(tabId);
  const link = url === undefined ? undefined : repositoryLink(url);
  const inspected = link && (await recallInspection(repositoryPlace(link)));
  const level = inspected && inspected.found !== 'looked' ? inspected.found : 'none';
  if (tabId !== undefined) {
    await setBadge(tabId, { level, health: inspected ? 'readable' : 'nothing to read' });
  }
  // That somebody looked is worth a notice.
  const placement = inspected && isBelow(level === 'none' ? 'notice' : level, settings) ? 'toolbar' : settings.placement.value;
  return inspected ? { inspected, placement } : { placement };
}
