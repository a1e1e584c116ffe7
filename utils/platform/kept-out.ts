import { browser } from 'wxt/browser';
import { isReadingPlace } from '../core/reading-places.ts';

/** How Chromium 156 refuses where a policy does not let us in; it hides the address there too. */
const ofChromium = /ExtensionsSettings policy/;
/** How Firefox 153 refuses, with and without a policy. */
const ofFirefox = /Missing host permission/;

/**
 * Whether a policy (`runtime_blocked_hosts`) keeps us out of a page. Both browsers go on to say that the permission is there: only an attempt tells.
 * What is attempted does nothing, and only where we may read, or might.
 */
export async function isKeptOut(tabId: number, host: string | undefined): Promise<boolean> {
  if (host !== undefined && !isReadingPlace(host)) return false;
  const refusal = await refusalOf(tabId);
  if (ofChromium.test(refusal)) return true;
  return host !== undefined && ofFirefox.test(refusal) && browser.permissions.contains({ origins: [`https://${host}/*`] });
}

async function refusalOf(tabId: number): Promise<string> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func: () => undefined });
    return '';
  } catch (error) {
    return String(error);
  }
}
