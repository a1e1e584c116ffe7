import { chromium, type BrowserContext } from 'playwright';
import type { LaunchedBrowser, LaunchOrder } from './launch.ts';
import { makeTemporaryProfile } from './temporary-profile.ts';

/**
 * Loads the extension through the DevTools protocol instead of --load-extension: branded Chrome and Edge
 * ignore that flag since version 137, and a broken manifest is reported instead of being dropped silently.
 */
export async function launchChromium({
  program,
  extension,
  port,
  headless,
  keepsPages,
  language,
}: LaunchOrder): Promise<LaunchedBrowser> {
  const profile = await makeTemporaryProfile();
  let close = async () => {};
  try {
    const context = await chromium.launchPersistentContext(profile.path, {
      executablePath: program,
      headless,
      // A person's window has the size the person gives it.
      ...(!headless && { viewport: null }),
      colorScheme: null,
      ignoreDefaultArgs: ['--disable-extensions', ...(keepsPages ? ['--disable-back-forward-cache'] : [])],
      // On Linux the variable decides, elsewhere the switch.
      ...(language !== undefined && { env: { ...process.env, LANGUAGE: language.replace('-', '_') } }),
      args: [
        ...(language === undefined ? [] : [`--lang=${language}`]),
        // Chromium refuses its sandbox to root, which is who runs inside containers.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--enable-unsafe-extension-debugging',
        `--host-resolver-rules=MAP * 127.0.0.1:${port}`,
        // Not Playwright's ignoreHTTPSErrors: that one does not reach the service worker.
        '--ignore-certificate-errors',
      ],
    });
    close = () => context.close();
    const extensionId = await loadExtension(context, extension);
    const origin = `chrome-extension://${extensionId}`;
    return {
      context,
      extensionId,
      origin,
      openExtensionPage: async (path) => {
        const page = await context.newPage();
        await page.goto(`${origin}/${path}`);
        return page;
      },
      stop: () => profile.discard(close),
    };
  } catch (error) {
    await profile.discard(close);
    throw error;
  }
}

async function loadExtension(context: BrowserContext, path: string): Promise<string> {
  const session = await context.browser()!.newBrowserCDPSession();
  const worker = context.waitForEvent('serviceworker');
  const { id } = (await session.send('Extensions.loadUnpacked' as never, { path } as never)) as {
    id: string;
  };
  await worker;
  await session.detach();
  return id;
}
