import type { Page } from 'playwright';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { waitForState } from '../demo/page-state.mts';
import { levelOn } from '../demo/report-step.mts';
import type { ChooseScheme } from './colour-scheme.mts';
import { views, type View } from './views.mts';

export interface Picture { readonly name: string; readonly png: Buffer; readonly width: number }
export interface Pictures { readonly pictures: readonly Picture[]; readonly remarks: readonly string[] }

/** Longest time for a card to come, and time for it to have moved after the window changed, in milliseconds. */
const patience = 6_000;
const settling = 900;

/** The page at `url` in every view, with its card when there is something to warn about, then the popup and the side panel on it. */
export async function takePictures(browser: Browser, eye: Page, chooseScheme: ChooseScheme, url: string): Promise<Pictures> {
  const remarks: string[] = [];
  const pictures: Picture[] = [];
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(url);
  const seen = await waitForState(eye, ({ state }) => state.items.length > 0);
  const level = levelOn(seen);
  const warns = level === 'caution' || level === 'danger';
  if (warns) await page.waitForFunction(hasCard, undefined, { timeout: patience });
  remarks.push(`level: ${level}${warns ? '' : ', so no card'}`);
  await page.bringToFront();
  for (const view of views) {
    const problem = await look(browser, page, chooseScheme, view);
    if (problem) remarks.push(`${view.name}: ${problem}`);
    pictures.push({ name: view.name, width: view.drawnWidth, png: await photograph(browser, page, view) });
  }
  for (const { name, file, width, scheme } of ownPages) {
    const own = await browser.openExtensionPage(`${file}?tab=${seen.tabId}`);
    await own.setViewportSize({ width, height: 600 });
    await chooseScheme(own, scheme);
    await own.evaluate(waitUntilRead);
    await own.waitForTimeout(settling);
    pictures.push({ name, width, png: await own.screenshot({ fullPage: true }) });
    own.close().catch(() => {});
  }
  page.close().catch(() => {});
  return { pictures, remarks };
}

/** Widths: that of popup.css, and the least that Chromium gives a side panel. */
const ownPages = [
  { name: 'popup', file: 'popup.html', width: 380, scheme: 'light' },
  { name: 'side-panel-dark', file: 'sidepanel.html', width: 360, scheme: 'dark' },
] as const;

/** Brings the page into the view. @returns what this browser could not do of it */
export async function look(browser: Browser, page: Page, chooseScheme: ChooseScheme, { size, scheme, scale }: View): Promise<string | undefined> {
  await page.setViewportSize(size);
  await chooseScheme(page, scheme);
  if (browser.kind === 'chromium') {
    const session = await browser.context.newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: scale, mobile: false });
  }
  await page.waitForTimeout(settling);
  const made = await page.evaluate((wanted) => ({ isScheme: matchMedia(`(prefers-color-scheme: ${wanted})`).matches, scale: devicePixelRatio }), scheme);
  const missing = [made.isScheme ? '' : `is not ${scheme}`, made.scale === scale ? '' : `the smaller window, but drawn at scale ${made.scale}`];
  return missing.filter(Boolean).join('; ') || undefined;
}

/** Playwright's own pictures go back to the scale that the browser was started with. */
export async function photograph(browser: Browser, page: Page, { size, scale }: View): Promise<Buffer> {
  if (browser.kind === 'firefox') return page.screenshot();
  const session = await browser.context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { clip: { x: 0, y: 0, ...size, scale } });
  return Buffer.from(data, 'base64');
}

/** All a page can see of the card: a bare element at its very end. */
const hasCard = () => {
  const last = document.documentElement.lastElementChild;
  return last?.localName === 'div' && !last.hasAttributes();
};

async function waitUntilRead(): Promise<void> {
  while (document.querySelector('main')?.ariaBusy !== 'false') await new Promise((resolve) => setTimeout(resolve, 50));
}
