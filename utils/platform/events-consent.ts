import { browser } from 'wxt/browser';
import { browserName } from '../core/browser-name.ts';
import { toldKinds } from '../core/event.ts';

/**
 * Firefox has people agree to each kind of what leaves their browser, or has an organisation say in its policy that it agreed for them. Other
 * browsers leave that to whoever installed the extension.
 */
export async function isConsented(byOrganisation: boolean): Promise<boolean> {
  return byOrganisation || !browserName(navigator.userAgent).startsWith('firefox') || browser.permissions.contains(consent());
}

/** Asks for the consent in the person's own click. */
export const askConsent = (): Promise<boolean> => browser.permissions.request(consent());

// The types of the API do not know Firefox's newest permission.
const consent = () => ({ data_collection: [...toldKinds] }) as object;
