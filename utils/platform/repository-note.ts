import { browser } from 'wxt/browser';
import { repositoryLink, repositoryPlace } from '../core/repository-link.ts';
import { setBadge } from './badge.ts';
import { recallInspection } from './inspections.ts';
import type { Answer, From } from './questions.ts';
import { readSetting } from './settings.ts';

/**
 * What was found in the repository whose page asks, by the browser's word of which page that is. The button says it too. Of a page that changed its
 * address without loading, Firefox 153 names as the sender the address it came with, and the tab's as it is now.
 */
export async function repositoryNote(_: object, { tabId, ...from }: From): Promise<Answer['repositoryNote']> {
  const placement = await readSetting('placement');
  const { url = from.url } = tabId === undefined ? from : await browser.tabs.get(tabId);
  const link = url === undefined ? undefined : repositoryLink(url);
  const inspected = link && (await recallInspection(repositoryPlace(link)));
  if (tabId !== undefined) {
    const level = inspected && inspected.found !== 'looked' ? inspected.found : 'none';
    await setBadge(tabId, { level, health: inspected ? 'readable' : 'nothing to read' });
  }
  return inspected ? { inspected, placement } : { placement };
}
