import type { Page } from 'playwright';
import type { Browser } from '../../utils/cli/browser/launch.ts';

/** Longest wait for a page of the extension on a loaded machine, in ms. */
const patience = 15_000;

/** One tab that shows pages of the extension one after another: opening each anew takes Firefox seconds. */
export async function openOwnPage(browser: Browser): Promise<{ page: Page; show(path: string): Promise<Page> }> {
  const page = await browser.openExtensionPage('first-aid.html');
  return {
    page,
    /** @throws {Error} when it does not come in time */
    async show(path) {
      await page.evaluate(leaveFor, `/${path}`);
      for (const end = Date.now() + patience; Date.now() < end;) {
        if (await page.evaluate(isThere, `/${path}`).catch(() => false)) return page;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${path} did not come.`);
    },
  };
}

function leaveFor(address: string): void {
  Object.assign(globalThis, { isLeft: true });
  location.assign(address);
}

/** The new page, loaded and drawn. */
const isThere = (address: string): boolean =>
  !('isLeft' in globalThis) && `${location.pathname}${location.search}${location.hash}` === address && document.querySelector('main')?.ariaBusy !== 'true' && document.querySelector('main') !== null;
