import { browser } from 'wxt/browser';

/**
 * Makes two scripts run on these pages and on no others, as the manifest's do: `ids` are those of the first script, which runs before the page's
 * own, and of `file`. The browser keeps them from one start to the next.
 */
export async function registerScripts(ids: readonly [first: string, main: string], file: string, matches: string[]): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [...ids] });
  if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  if (matches.length === 0) return;
  await browser.scripting.registerContentScripts([
    { id: ids[0], matches, js: ['/first.js'], runAt: 'document_start', allFrames: false },
    { id: ids[1], matches, js: [file], runAt: 'document_idle', allFrames: false },
  ]);
}
