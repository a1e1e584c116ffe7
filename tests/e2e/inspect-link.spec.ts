import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtPopup, openWindow, waitForState } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { buildWithSites, type BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import type { Fixture } from '../../utils/cli/browser/fixture-server.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { ordinary, packed, trap } from './assignments.ts';
import { harshWeb, threadAddress } from './harsh-pages.ts';
import { shows, verdictOn, words } from './inspect-page.ts';
import { isWarned, textOf } from './stage.ts';

const zip = (body: Uint8Array): Fixture => ({ type: 'application/zip', body });
const page: Fixture = { body: '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>shop</title></head><body>A repository</body></html>' };
/** What the thread in harsh-pages.ts asks to run, and what the page comes with. */
const asked = 'harborlight-ledger-example/python-pre-employment-test';
const linked = 'https://gitlab.com/quiet/web/shop';
/** Stands in for the hosts: what each answers to the public address of an archive. */
const answers: Readonly<Record<string, Fixture>> = {
  [`codeload.github.com/${asked}/zip/HEAD`]: zip(packed(trap)),
  'codeload.github.com/quiet/plain/zip/feature/cart': zip(packed({ ...ordinary, '.gitmodules': '[submodule "pay"]\n\tpath = lib/pay\n', '.gitattributes': '.vscode export-ignore\n' })),
  'codeload.github.com/quiet/busy/zip/HEAD': { status: 429, body: '' },
  'codeload.github.com/quiet/vast/zip/HEAD': { headers: { 'content-length': '100000001' }, body: packed(ordinary) },
  'codeload.github.com/quiet/moved/zip/HEAD': { status: 302, headers: { location: 'https://elsewhere.example/a.zip' }, body: '' },
  'gitlab.com/api/v4/projects/quiet%2Fweb%2Fshop/repository/archive.zip?sha=HEAD': zip(packed(trap)),
  'bitbucket.org/quiet/shop/get/HEAD.zip': zip(packed(trap)),
  'elsewhere.example/a.zip': zip(packed(ordinary)),
};
const sites = ['codeload.github.com', 'github.com', 'gitlab.com', 'bitbucket.org'];
const isPage = (host: string, path: string) => ['github.com', 'gitlab.com'].includes(host) && !path.startsWith('/api/');
/** What a host sends when it knows its visitor. */
const cookie = { 'set-cookie': 'visitor=known; Path=/; Secure; SameSite=None' };
const web = (host: string, path: string): Fixture | undefined => {
  const fixture = answers[host + path] ?? (isPage(host, path) ? page : harshWeb(host, path));
  return fixture && { ...fixture, headers: { ...fixture.headers, ...cookie } };
};

/** Chromium's prompt cannot be answered without a person, so there the hosts stand in a copy of the manifest. Firefox grants what a click asks for. */
describe.each(browserKinds)('inspecting a linked repository, in %s', (kind) => {
  let copy: BuildCopy | undefined;
  let browser: Browser;
  /** Opening a page of the extension takes Firefox seconds: all tests share one. */
  let eye: Page;
  let other: Page;
  const lookAt = async (address: string, end: string) => {
    await eye.bringToFront();
    const input = eye.locator('input[name=repository]');
    await input.fill(address);
    await input.press('Enter');
    await shows(eye, end);
  };
  /** What a test needs to have been inspected before, whether another did it or not. */
  const looked = new Set<string>();
  const lookOnce = async (address: string): Promise<void> => {
    if (!looked.has(address)) await lookAt(address, address.replace('https://', '').replace(/\/tree.*/, ''));
    looked.add(address);
  };
  const store = (work: string): Promise<unknown> => other.evaluate(`chrome.storage.local.${work}`);

  beforeAll(async () => {
    copy = kind === 'chromium' ? await buildWithSites(kind, sites) : undefined;
    browser = await launch({ kind, extension: copy?.folder, fixtures: web });
    other = await openWindow(browser);
    eye = await browser.openExtensionPage(`inspect.html?repository=${encodeURIComponent(linked)}`);
  });
  afterAll(async () => {
    await browser?.stop();
    await copy?.remove();
  });

  it('fetches nothing before it is asked to', async () => {
    expect(await eye.locator('input[name=repository]').inputValue()).toBe(linked);
    expect(browser.sent()).toEqual([]);
  });

  it('downloads what it is asked to, and says nothing of the person', async () => {
    const before = browser.sent().length;
    await lookAt(linked, 'gitlab.com/quiet/web/shop');
    await lookAt('https://bitbucket.org/quiet/shop/src/main/../', 'bitbucket.org/quiet/shop');
    expect(await verdictOn(eye)).toContain('danger');
    await lookAt(`https://github.com/${asked}`, `github.com/${asked}`);
    const sent = browser.sent().slice(before);
    expect(sent.map(({ host }) => host)).toEqual(['gitlab.com', 'bitbucket.org', 'codeload.github.com']);
    for (const { headers } of sent) {
      expect([headers.cookie, headers.authorization, headers.referer, headers.origin]).toEqual([undefined, undefined, undefined, undefined]);
      // GitLab refuses what says that it comes from another site's script.
      expect(headers['sec-fetch-mode']).toBe('same-origin');
    }
    const again = browser.sent().length;
    await lookAt(`https://github.com/${asked}/tree/HEAD`, `github.com/${asked}`);
    expect(browser.sent().slice(again).map(({ headers }) => headers.cookie)).toEqual([undefined]);
  });

  it('finds a branch with slashes, and tells what a clone would bring besides', async () => {
    await lookAt('https://github.com/quiet/plain/tree/feature/cart', 'lib/pay');
    expect(await verdictOn(eye)).toContain('none');
    expect(await words(eye)).toContain('Named to be left out of archives');
  });

  it.each([['quiet/away', 'gone'], ['quiet/busy', 'limited'], ['quiet/vast', 'large'], ['quiet/moved', 'elsewhere']])('has a clear sentence for %s', async (path, refusal) => {
    await lookAt(`https://github.com/${path}`, await textOf(eye, `inspect.refused.${refusal}`));
    await expect.poll(() => eye.evaluate(() => document.activeElement?.classList.contains('fault'))).toBe(true);
    expect(browser.sent().filter(({ host }) => host === 'elsewhere.example')).toEqual([]);
  });

  it('makes the message that linked what was found a proof, whose popup leads here', async () => {
    await lookOnce(`https://github.com/${asked}`);
    const tab = await browser.newPage(threadAddress('asked'));
    const { tabId, state } = await waitForState(other, (seen) => levelOn(seen) === 'danger');
    expect(state.items.flatMap(({ judgement }) => judgement.verdict.findings.map(({ rule }) => rule))).toContain('code-inspected-and-dangerous');
    const label = await textOf(other, 'inspect.lookInside');
    await lookAtPopup(browser, tabId, (popup) => popup.evaluate((name) => {
      for (const button of document.querySelectorAll('button')) if (button.textContent === name) button.click();
    }, label));
    await expect.poll(() => other.evaluate(`chrome.tabs.query({}).then((tabs) => tabs.map(({ url }) => url ?? '').join(' '))`))
      .toContain(`inspect.html?repository=${encodeURIComponent(`https://github.com/${asked}`)}`);
    tab.close().catch(() => {});
  });

  it('clears nobody', async () => {
    await lookOnce('https://github.com/quiet/plain/tree/feature/cart');
    const judge = (url: string) => other.evaluate(async (links) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<{ ok: { verdict: object } }> } } };
      const message = { text: 'I am a recruiter at Harborlight. We have a job opening for you. Here is the task.' };
      return (await chrome.runtime.sendMessage({ ask: 'judge', body: { surface: 'gmail', sender: { name: 'Elin Marwick', email: 'elin@harborlight-hr.example' }, message, links } })).ok.verdict;
    }, [{ url }]);
    const looked = JSON.stringify(await judge('https://github.com/quiet/plain')).replaceAll('quiet/plain', 'quiet/other');
    expect(looked).toBe(JSON.stringify(await judge('https://github.com/quiet/other')));
  });

  it('keeps no name of what was inspected', async () => {
    await lookOnce(`https://github.com/${asked}`);
    const kept = JSON.stringify(await store('get()'));
    expect(kept).toContain('"inspected"');
    expect(kept).not.toMatch(/quiet|trap|github|harborlight|load\.js/i);
  });

  it('says on the repository\'s own page what was found, and on others nothing', async () => {
    await lookAt(`https://github.com/${asked}/tree/HEAD`, await textOf(eye, 'inspect.throwaway'));
    if (kind === 'firefox') {
      await eye.locator('article .actions button').click();
      await eye.waitForTimeout(500);
    }
    const tab = await browser.newPage(`https://github.com/${asked}/issues`);
    await expect.poll(() => isWarned(tab), { timeout: 8_000 }).toBe(true);
    expect(await tab.evaluate(() => document.documentElement.lastElementChild!.shadowRoot)).toBeNull();
    await tab.evaluate(() => { history.pushState({}, '', '/quiet/never-looked'); document.body.append(document.createElement('p')); });
    await expect.poll(() => isWarned(tab), { timeout: 8_000 }).toBe(false);
    await store('set({ placement: "toolbar" })');
    await tab.goto(`https://github.com/${asked}`);
    await tab.waitForTimeout(800);
    expect(await isWarned(tab)).toBe(false);
    await store('set({ placement: "inline" })');
  });
});
