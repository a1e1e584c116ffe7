import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForState } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { buildWithSites, type BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { isWarned, textOf } from './stage.ts';

const host = 'webmail.example';
const pattern = `https://${host}/*`;

/** A mail open in Roundcube's own page, as its newest skin draws it. */
const mail = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Test :: Inbox</title></head>
<body class="task-mail action-show"><div id="layout"><div id="layout-content"><div id="message-content">
<div id="message-header"><h2 class="subject">The pre-employment test</h2><div class="header"><div class="header-summary">From
<span class="adr"><a class="rcmContactAddress" href="mailto:elin@harborlight-hr.example" title="elin@harborlight-hr.example">Elin Marwick</a></span></div></div></div>
<div id="messagebody"><div id="message-htmlpart1" class="message-htmlpart"><div class="rcmBody"><p>I am a recruiter at Harborlight. Please clone this repository and run the
pre-employment test on your own machine, then send me a screenshot: <a href="https://github.com/harborlight-ledger-example/python-pre-employment-test">the test</a>.</p></div></div></div>
</div></div></div></body></html>`;

interface Api { permissions: { request(wanted: object): Promise<boolean>; remove(wanted: object): Promise<boolean> }; scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> } }
const registered = (eye: Page) => eye.evaluate(async () => {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const scripts = await (browser ?? chrome).scripting.getRegisteredContentScripts();
  return [...new Set(scripts.flatMap(({ matches }) => matches))];
});
const becomes = async (eye: Page, wanted: readonly string[]) => {
  for (const end = Date.now() + 5_000; Date.now() < end;) {
    if (JSON.stringify(await registered(eye)) === JSON.stringify(wanted)) return;
    await eye.waitForTimeout(100);
  }
  expect(await registered(eye)).toEqual(wanted);
};
/** A real click in one of our own pages asks, as the popup's button does. */
async function clickToAsk(eye: Page, kind: 'request' | 'remove') {
  await eye.evaluate(([what, origin]) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const ask = () => void (browser ?? chrome).permissions[what as 'request' | 'remove']({ origins: [origin] });
    document.addEventListener('click', ask, { once: true, capture: true });
  }, [kind, pattern] as const);
  await eye.bringToFront();
  await eye.mouse.click(3, 3);
}

/**
 * Chromium's prompt cannot be answered without a person: there the permission stands in a copy of the manifest. Firefox has a preference
 * that grants what a click asks for, so that there the whole way is walked.
 */
describe.each(browserKinds)('a site the person added, in %s', (kind) => {
  let copy: BuildCopy | undefined;
  let browser: Browser;
  let eye: Page;
  let page: Page;

  beforeAll(async () => {
    copy = kind === 'chromium' ? await buildWithSites(kind, [host]) : undefined;
    browser = await launch({ kind, extension: copy?.folder, fixtures: (asked) => (asked === host ? { body: mail } : undefined) });
    eye = await browser.openExtensionPage('first-aid.html');
    page = await browser.newPage(`https://${host}/?_task=mail&_mbox=INBOX&_uid=7&_action=show`);
  });
  afterAll(async () => {
    await browser?.stop();
    await copy?.remove();
  });

  it.runIf(kind === 'firefox')('is not read before it is added', async () => {
    expect(await registered(eye)).toEqual([]);
    await page.bringToFront();
    await page.waitForTimeout(600);
    expect(await isWarned(page)).toBe(false);
  });

  it('is read at once in a tab that is open, when the person adds it', async () => {
    if (kind === 'firefox') await clickToAsk(eye, 'request');
    await becomes(eye, [pattern]);
    await page.bringToFront();
    if (kind === 'chromium') await page.reload();
    const seen = await waitForState(eye, ({ state }) => state.items.length > 0);
    expect(seen.state.items[0]?.facts).toMatchObject({ surface: 'roundcube', sender: { name: 'Elin Marwick', email: 'elin@harborlight-hr.example' } });
    expect(['caution', 'danger']).toContain(levelOn(seen));
    await expect.poll(() => isWarned(page), { timeout: 5_000 }).toBe(true);
  });

  it('is read again after a reload', async () => {
    await page.bringToFront();
    await page.reload();
    expect(['caution', 'danger']).toContain(levelOn(await waitForState(eye, ({ state }) => state.items.length > 0)));
  });

  it('stands in the options, with a way to remove it', async () => {
    const options = await browser.openExtensionPage('options.html#sites');
    await options.waitForTimeout(500);
    const text = await options.evaluate(() => document.body.textContent ?? '');
    expect(text).toContain(host);
    expect(text).toContain(await textOf(eye, 'ownSites.remove'));
  });

  it.runIf(kind === 'firefox')('is no longer read once it is removed', async () => {
    await clickToAsk(eye, 'remove');
    await becomes(eye, []);
    await page.bringToFront();
    await page.reload();
    await page.waitForTimeout(600);
    expect(await isWarned(page)).toBe(false);
  });

  it.runIf(kind === 'firefox')('has one card after it was added, removed and added again in an open tab', async () => {
    for (const what of ['request', 'remove', 'request'] as const) {
      await clickToAsk(eye, what);
      await becomes(eye, what === 'remove' ? [] : [pattern]);
      await page.bringToFront();
      await expect.poll(() => isWarned(page), { timeout: 5_000 }).toBe(true);
    }
    await page.waitForTimeout(1_500);
    expect(await page.evaluate(() => [...document.documentElement.children].filter(({ localName }) => localName === 'div').length)).toBe(1);
  });
});
