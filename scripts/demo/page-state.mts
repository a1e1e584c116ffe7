import type { Page } from 'playwright';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import type { PageState, Reply } from '../../utils/platform/questions.ts';

/** What the extension makes of a page: asked of the real content script, the way the popup asks. */
export interface Seen { readonly tabId: number; readonly state: PageState; readonly badge: string }

/** An extension page that stays open to ask from. Opening one anew for every question takes seconds in Firefox. */
export const openWindow = (browser: Browser): Promise<Page> => browser.openExtensionPage('first-aid.html');

interface ExtensionApi {
  readonly tabs: { query(all: object): Promise<{ id?: number }[]>; sendMessage(tabId: number, message: object): Promise<unknown> };
  readonly action: { getBadgeText(of: { tabId: number }): Promise<string> };
}

/**
 * State of the one page open that Bonafide reads: without the tabs permission an extension page cannot tell addresses
 * apart, so all tabs are asked and the newest that answers counts. Undefined when none does.
 */
export function askPages(eye: Page): Promise<Seen | undefined> {
  return eye.evaluate(async () => {
    const global = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi };
    const { tabs, action } = global.browser ?? global.chrome;
    const ids = (await tabs.query({})).flatMap(({ id }) => id ?? []).sort((a, b) => b - a);
    for (const tabId of ids) {
      const reply = (await tabs.sendMessage(tabId, { askPage: 'state', body: { again: false } }).catch(() => undefined)) as
        | Reply<PageState>
        | undefined;
      if (reply && 'ok' in reply) return { tabId, state: reply.ok, badge: await action.getBadgeText({ tabId }) };
    }
    return undefined;
  });
}

/**
 * Asks until `settled` holds: the page is judged some time after it changed.
 * @throws {Error} with the last answer when it does not hold in time (milliseconds)
 */
export async function waitForState(eye: Page, settled: (seen: Seen) => boolean, patience = 10_000): Promise<Seen> {
  let last: Seen | undefined;
  for (const end = Date.now() + patience; Date.now() < end;) {
    last = await askPages(eye);
    if (last && settled(last)) return last;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`The extension did not come to it in ${patience} ms. Its last answer: ${JSON.stringify(last ?? 'none')}`);
}

/**
 * Opens the popup on a tab, has it looked at and closes it. Nobody waits for the closing: in Firefox it is only reported
 * with the next navigation of another tab.
 */
export async function lookAtPopup<T>(browser: Browser, tabId: number, look: (popup: Page) => Promise<T>): Promise<T> {
  const popup = await browser.openExtensionPage(`popup.html?tab=${tabId}`);
  try {
    await popup.evaluate(waitUntilRead);
    return await look(popup);
  } finally {
    popup.close().catch(() => {});
  }
}

async function waitUntilRead(): Promise<void> {
  while (document.querySelector('main')?.ariaBusy !== 'false') await new Promise((resolve) => setTimeout(resolve, 50));
}
