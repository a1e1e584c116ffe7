import { browser } from 'wxt/browser';
import { isReadingPlace, mailFrame, ownSiteScript } from '../core/reading-places.ts';
import { archiveHosts } from '../core/repository-archive.ts';
import { codeHosts } from '../core/repository-link.ts';
import { registerScripts } from './register-scripts.ts';

/**
 * Sites of the person's own choice: webmail on an address nobody can list ("watch this site too"). The browser's own list of granted
 * permissions is the only record. Two registered scripts, as in the manifest, cover them all; the browser keeps them from one start to the next, but
 * drops them when the extension is updated.
 */
const ids = ['own-sites-first', 'own-sites'] as const;
const file = `/${ownSiteScript}.js` as const;

/** `https://webmail.example/*`: one whole host. A wider grant, which only the browser's own settings can give, is not taken for a choice of a site. */
const oneHost = /^https:\/\/([^/*]+)\/\*$/;
const hostIn = (origin: string) => oneHost.exec(origin)?.[1];

/** Granted for other purposes: photos, frames of mails, archives of repositories and what is said on their pages. */
const otherPurposes: ReadonlySet<string> = new Set(['media.licdn.com', mailFrame.host, ...archiveHosts, ...codeHosts]);
const isOwn = (host: string | undefined): host is string => host !== undefined && !isReadingPlace(host) && !otherPurposes.has(host);

export const patternOf = (host: string): string => `https://${host}/*`;

/** Hosts the person chose, in order. */
export async function ownSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.map(hostIn).filter(isOwn).sort();
}

/** Asks for one host in the person's own click. False when it was refused. */
export const watchSite = (host: string): Promise<boolean> => browser.permissions.request({ origins: [patternOf(host)] });

export const unwatchSite = (host: string): Promise<boolean> => browser.permissions.remove({ origins: [patternOf(host)] });

/** True when the person chose this host and nobody else's list has it. */
export const isOwnSite = async (host: string): Promise<boolean> =>
  isOwn(host) && browser.permissions.contains({ origins: [patternOf(host)] });

/** Makes what is registered what is granted. Call it at every start, update and change of permissions. */
export const registerOwnSites = async (): Promise<void> => registerScripts(ids, file, (await ownSites()).map(patternOf));

/** Starts on tabs that are open already: a mailbox stays open for days. */
async function startNow(origins: readonly string[]): Promise<void> {
  const matches = origins.map(hostIn).filter(isOwn).map(patternOf);
  if (matches.length === 0) return;
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(tabs.map(({ id: tabId }) => browser.scripting.executeScript({ target: { tabId: tabId! }, files: [file] })));
}

/** Keeps the registration right for as long as the worker lives. Call it once, in the worker's first tick. */
export function keepOwnSites(): void {
  const keep = () => void enqueue(registerOwnSites);
  browser.runtime.onInstalled.addListener(keep);
  browser.runtime.onStartup.addListener(keep);
  browser.permissions.onRemoved.addListener(keep);
  browser.permissions.onAdded.addListener(({ origins = [] }) => void enqueue(async () => {
    await registerOwnSites();
    await startNow(origins);
  }));
}

/** One change at a time: two registrations of one id at once would fail. A site that closed meanwhile is no fault. */
let queue: Promise<unknown> = Promise.resolve();
const enqueue = (work: () => Promise<unknown>) => (queue = queue.then(work).catch(() => undefined));
