import { chromium } from 'playwright';
import type { LaunchedBrowser } from '../../utils/cli/browser/launch.ts';
import type { ManagedOrder } from './managed-browser.ts';

/** Chromium that has the extension from its policy and from nowhere else. */
export async function launchManagedChromium({ program, profile, port, extensionId }: ManagedOrder): Promise<Omit<LaunchedBrowser, 'stop'>> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    colorScheme: null,
    // Nothing is fetched and nothing installed with what Playwright starts it with.
    ignoreDefaultArgs: ['--disable-extensions', '--disable-background-networking'],
    args: [
      // Only root can lay policies over /etc, and Chromium refuses its sandbox to root.
      '--no-sandbox',
      // The server of the organisation is asked as it is, by its address; every name is played.
      `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
    ],
  });
  const origin = `chrome-extension://${extensionId}`;
  const isOurs = (url: string) => url.startsWith(origin);
  if (!context.serviceWorkers().some((worker) => isOurs(worker.url()))) {
    await context.waitForEvent('serviceworker', { predicate: (worker) => isOurs(worker.url()) });
  }
  return {
    context, extensionId, origin,
    openExtensionPage: async (path) => {
      const page = await context.newPage();
      await page.goto(`${origin}/${path}`);
      return page;
    },
  };
}
