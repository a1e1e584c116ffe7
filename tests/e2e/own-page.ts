import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Browser } from '../../utils/cli/browser/launch.ts';

export interface OwnPages { show(path: string): Promise<Page>; close(): void }

/**
 * Shows pages of the extension one after another, each drawn before it is given. Chromium takes one tab for all of them; in Firefox the driver
 * never hears of a second page in a tab, so each has its own, and closing one is not waited for.
 */
export function ownPages(browser: Browser): OwnPages {
  let page: Page | undefined;
  const close = () => void page?.close().catch(() => {});
  return {
    close,
    async show(path) {
      if (browser.kind === 'chromium' && page) await page.goto(`${browser.origin}/${path}`);
      else {
        close();
        page = await browser.openExtensionPage(path);
      }
      const shown = page;
      await expect.poll(() => shown.evaluate(isDrawn), { timeout: 15_000, interval: 100 }).toBe(true);
      return shown;
    },
  };
}

const isDrawn = (): boolean => document.querySelector('main') !== null && document.querySelector('main')!.ariaBusy !== 'true';
