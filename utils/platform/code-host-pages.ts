import { browser } from 'wxt/browser';
import { codeHosts, type CodeHost } from '../core/repository-link.ts';
import { patternOf } from './own-sites.ts';
import { registerScripts } from './register-scripts.ts';

/** The script that says on a repository's own page what was found in it; on hosts the person allowed, and no others. */
const ids = ['repository-note-first', 'repository-note'] as const;
const file = '/note-repository.js';

export const isOnPages = (host: CodeHost): Promise<boolean> => browser.permissions.contains({ origins: [patternOf(host)] });

/** Asks in the person's own click. GitHub gives archives from another host than it shows pages on, so there it is a second question. */
export const allowOnPages = (host: CodeHost): Promise<boolean> => browser.permissions.request({ origins: [patternOf(host)] });

async function allowedHosts(): Promise<CodeHost[]> {
  const allowed = await Promise.all(codeHosts.map(isOnPages));
  return codeHosts.filter((_, i) => allowed[i]);
}

/** Makes what is registered what is allowed. */
export const registerOnPages = async (): Promise<void> => registerScripts(ids, file, (await allowedHosts()).map(patternOf));

/** Keeps the registration right for as long as the worker lives. Call it once, in the worker's first tick. */
export function keepOnPages(): void {
  for (const event of [browser.runtime.onInstalled, browser.runtime.onStartup, browser.permissions.onRemoved, browser.permissions.onAdded]) {
    (event as typeof browser.runtime.onStartup).addListener(keep);
  }
}

/** One change at a time: two registrations of one id at once would fail. */
let queue: Promise<unknown> = Promise.resolve();
const keep = () => void (queue = queue.then(registerOnPages).catch(() => undefined));
