import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isOwnSite, keepOwnSites, ownSites, registerOwnSites } from '../../utils/platform/own-sites.ts';

interface Script { id: string; matches: string[]; js?: string[] }
type Listener = (change: { origins?: string[] }) => void;

/** The browser's part: what is granted, what is registered, what was run where. */
let granted: string[];
let registered: Script[];
let run: { tabId: number; files: string[] }[];
let onAdded: Listener[];
let onRemoved: Listener[];
const tabs = [{ id: 4, url: 'https://webmail.example/?_task=mail' }, { id: 5, url: 'https://elsewhere.example/' }];

function stage() {
  granted = [];
  registered = [];
  run = [];
  onAdded = [];
  onRemoved = [];
  Object.assign(fakeBrowser.permissions, {
    getAll: async () => ({ origins: granted }),
    contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.includes(origin)),
    onAdded: { addListener: (listener: Listener) => onAdded.push(listener) },
    onRemoved: { addListener: (listener: Listener) => onRemoved.push(listener) },
  });
  Object.assign(fakeBrowser, { scripting: {
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) => registered.filter(({ id }) => ids.includes(id)),
    registerContentScripts: async (scripts: Script[]) => {
      if (scripts.some(({ id }) => registered.some((script) => script.id === id))) throw new Error('Duplicate script ID');
      registered.push(...scripts);
    },
    updateContentScripts: async (scripts: Script[]) => { registered = scripts; },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => { registered = registered.filter(({ id }) => !ids.includes(id)); },
    executeScript: async ({ target, files }: { target: { tabId: number }; files: string[] }) => { run.push({ tabId: target.tabId, files }); },
  } });
  Object.assign(fakeBrowser.tabs, { query: async ({ url }: { url: string[] }) => tabs.filter((tab) => url.some((pattern) => tab.url.startsWith(pattern.slice(0, -1)))) });
}
const matches = () => registered.find(({ id }) => id === 'own-sites')?.matches;

describe('own-sites', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    stage();
  });

  it('counts single hosts the person granted, and nothing the extension reads anyway', async () => {
    granted = ['https://webmail.example/*', 'https://mail.google.com/*', 'https://media.licdn.com/*', 'https://www-mail.icloud-sandbox.com/*', 'https://*/*', 'http://plain.example/*', 'https://*.example/*'];
    expect(await ownSites()).toEqual(['webmail.example']);
  });

  it('registers the webmail script for the site, as the manifest does for others', async () => {
    granted = ['https://webmail.example/*'];
    await registerOwnSites();
    expect(registered).toEqual([
      { id: 'own-sites-first', matches: granted, js: ['/first.js'], runAt: 'document_start', allFrames: false },
      { id: 'own-sites', matches: granted, js: ['/watch-webmail.js'], runAt: 'document_idle', allFrames: false },
    ]);
  });

  it('registers once, however often it is asked', async () => {
    granted = ['https://webmail.example/*'];
    await registerOwnSites();
    granted.push('https://post.example/*');
    await registerOwnSites();
    expect(registered.length).toBe(2);
    expect(matches()).toEqual(['https://post.example/*', 'https://webmail.example/*']);
  });

  it('forgets the script when the last site was withdrawn', async () => {
    granted = ['https://webmail.example/*'];
    await registerOwnSites();
    granted = [];
    await registerOwnSites();
    expect(registered).toEqual([]);
  });

  it('starts at once on a tab that is open, when a site is added', async () => {
    keepOwnSites();
    granted = ['https://webmail.example/*'];
    for (const listener of onAdded) listener({ origins: granted });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(matches()).toEqual(granted);
    expect(run).toEqual([{ tabId: 4, files: ['/watch-webmail.js'] }]);
  });

  it('runs nothing when another permission is granted', async () => {
    keepOwnSites();
    granted = ['https://media.licdn.com/*'];
    for (const listener of onAdded) listener({ origins: granted });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([registered, run]).toEqual([[], []]);
  });

  it('believes no site that was not granted', async () => {
    granted = ['https://webmail.example/*'];
    expect([await isOwnSite('webmail.example'), await isOwnSite('post.example'), await isOwnSite('mail.google.com')]).toEqual([true, false, false]);
  });
});
