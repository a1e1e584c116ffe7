import { browser } from 'wxt/browser';

/** What one page tells within this time, in ms, is one piece of news: it asks about several messages at once. */
const together = 100;

/**
 * Calls back when a tab may show something new; with undefined when another tab came to the front. Returns the way to stop.
 * Nothing is stored and nobody is asked again and again: whatever a page asks of the background, for a judgement or a badge, reaches
 * every page of the extension, so an open panel hears that there is news. It leaves the answer to the background.
 */
export function followTabs(onNews: (tabId: number | undefined) => void): () => void {
  const waiting = new Map<number | undefined, ReturnType<typeof setTimeout>>();
  const tell = (tabId: number | undefined) => {
    clearTimeout(waiting.get(tabId));
    waiting.set(tabId, setTimeout(() => {
      waiting.delete(tabId);
      onNews(tabId);
    }, together));
  };
  const onActivated = () => tell(undefined);
  const onUpdated = (tabId: number, { status }: { readonly status?: string }) => { if (status !== undefined) tell(tabId); };
  const onMessage = (_: unknown, { tab }: { readonly tab?: { readonly id?: number } }) => { if (tab?.id !== undefined) tell(tab.id); return undefined; };

  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.runtime.onMessage.addListener(onMessage);
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.runtime.onMessage.removeListener(onMessage);
    for (const timer of waiting.values()) clearTimeout(timer);
  };
}
