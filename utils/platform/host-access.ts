import { browser } from 'wxt/browser';
import { hostsByScript } from '../core/reading-places.ts';

/** Hosts of the sites we read, without those a person adds. */
export const neededHosts: readonly string[] = Object.values(hostsByScript).flat();

/** Those that the browser does not let us read (yet). Firefox leaves them to the person; an update that adds one asks nobody. */
export async function missingHosts(): Promise<string[]> {
  const allowed = await Promise.all(neededHosts.map((host) => browser.permissions.contains({ origins: [patternOf(host)] })));
  return neededHosts.filter((_, at) => !allowed[at]);
}

/** Asks for them. Call it in the person's own press, before anything is awaited. False when it was refused. */
export const askForAccess = (hosts: readonly string[]): Promise<boolean> => browser.permissions.request({ origins: hosts.map(patternOf) });

/** Calls back when the browser gives or takes a permission. Returns the way to stop. */
export function onAccessChange(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

const patternOf = (host: string): string => `https://${host}/*`;
