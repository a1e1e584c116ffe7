import { firefox } from 'playwright';
import { openExtensionPage, pagesHost } from '../../utils/cli/browser/launch-firefox.ts';
import type { LaunchedBrowser } from '../../utils/cli/browser/launch.ts';
import type { ManagedOrder } from './managed-browser.ts';

/** Firefox that has the extension from its policy and from nowhere else. That it takes an unsigned one is the policy's doing too. */
export async function launchManagedFirefox({ program, profile, port, extensionId }: ManagedOrder): Promise<Omit<LaunchedBrowser, 'stop'>> {
  const context = await firefox.launchPersistentContext(profile, {
    channel: 'moz-firefox',
    executablePath: program,
    headless: true,
    ignoreHTTPSErrors: true,
    colorScheme: null,
    args: ['-remote-allow-system-access'], // without it, moz-extension: pages are refused
    firefoxUserPrefs: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${port}`,
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: pagesHost }),
      'services.settings.server': 'data:,#remote-settings-dummy/v1', // no settings fetched from outside
    },
  });
  const origin = `moz-extension://${pagesHost}`;
  return { context, extensionId, origin, openExtensionPage: (path) => openExtensionPage(context, `${origin}/${path}`) };
}
