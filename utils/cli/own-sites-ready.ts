import type { Page } from 'playwright';

/** Longest wait and pause between two looks, in milliseconds: registering takes some tens, on a busy machine seconds. */
const patience = 20_000;
const pauseLength = 100;

interface ScriptsApi {
  scripting: { getRegisteredContentScripts(): Promise<{ matches?: string[] }[]> };
}

/**
 * Waits until the extension has registered its script for these hosts, which it does after it was installed: a page that opens
 * before is not read. `popup` is a page of the extension.
 */
export async function ownSitesReady(popup: Page, hosts: readonly string[]): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end;) {
    const registered = await popup.evaluate(async () => {
      const { browser, chrome } = globalThis as unknown as { browser?: ScriptsApi; chrome: ScriptsApi };
      const scripts = await (browser ?? chrome).scripting.getRegisteredContentScripts();
      return scripts.flatMap(({ matches = [] }) => matches);
    });
    if (hosts.every((host) => registered.includes(`https://${host}/*`))) return;
    await new Promise((resolve) => setTimeout(resolve, pauseLength));
  }
  throw new Error(`the extension did not start on ${hosts.join(', ')} within ${patience / 1000} s; try again when the machine is less busy`);
}
