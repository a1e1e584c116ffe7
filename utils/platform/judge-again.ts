import { browser } from 'wxt/browser';
import { askPage } from './ask.ts';

/** Has what a tab shows judged anew. The person may have left the page by now, and most tabs show none that we read. */
export async function judgeAgain(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined) await askPage(tabId, 'state', { again: true }).catch(() => undefined);
}

/** Has every open page ask anew, so that it hears at once of a setting that changed. */
export async function judgeAllAgain(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => judgeAgain(id)));
}
