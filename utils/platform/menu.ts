import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { addressLimit, textLimit } from '../core/limits.ts';
import type { Waiting } from './questions.ts';

/**
 * "Check this with Bonafide" on selected words or a link. What was chosen waits in the worker's memory, never in a store, until the page that was
 * opened for it asks, once.
 */
const waiting = new Map<number, Waiting>();
const id = 'check';

/** Call it in the worker's first tick. */
export function keepMenu(): void {
  // Firefox has no such menu on phones.
  if (!browser.contextMenus) return;
  browser.runtime.onInstalled.addListener(() => {
    // After an update the old one is still there.
    void browser.contextMenus.removeAll().then(() => browser.contextMenus.create({ id, title: i18n.t('menu.check'), contexts: ['selection', 'link'] }));
  });
  browser.tabs.onRemoved.addListener((tabId) => waiting.delete(tabId));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, linkUrl }) => {
    if (menuItemId === id) void openCheck({ text: selectionText?.slice(0, textLimit), link: linkUrl?.slice(0, addressLimit) });
  });
}

/** Opens the page that checks, with what is to be checked if there is something. */
export async function openCheck(chosen?: Waiting): Promise<void> {
  const tab = await browser.tabs.create({ url: browser.runtime.getURL('/check.html') });
  if (chosen && tab.id !== undefined) waiting.set(tab.id, chosen);
}

/** What was chosen for this tab; gone once it was asked for. The page may ask before the browser has told us its number. */
export async function takeWaiting(tabId: number | undefined): Promise<Waiting> {
  for (const pause of [0, 100, 400]) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const chosen = waiting.get(tabId ?? -1);
    if (!chosen) continue;
    waiting.delete(tabId!);
    return chosen;
  }
  return {};
}
