import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { lookAtPopup, waitForState } from './page-state.mts';
import { levelOn, reportStep } from './report-step.mts';
import { steps, type Step } from './steps.mts';

/** Time for the badge to be set, a warning to be placed and its motion to end, in milliseconds. */
const settling = 700;

/**
 * Walks through all steps without a person, prints what the extension says, and takes pictures. True when all was as expected.
 * `eye`: a page of the extension to ask from.
 */
export async function walk(browser: Browser, eye: Page, folder: string): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const page = await browser.context.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  const unexpected: string[] = [];
  for (const [index, step] of steps.entries()) {
    const picture = join(folder, `${browser.kind}-${index + 1}-${step.name}`);
    const problem = await take(step, browser, page, eye, picture).catch((error: unknown) => String(error));
    if (problem !== undefined) unexpected.push(`${step.name}: ${problem}`);
  }
  console.log(unexpected.length === 0 ? `All ${steps.length} steps were as expected.` : `Not as expected:\n${unexpected.join('\n')}`);
  return unexpected.length === 0;
}

/** @returns what was not as expected, if anything */
async function take(step: Step, browser: Browser, page: Page, eye: Page, picture: string): Promise<string | undefined> {
  await page.bringToFront();
  await step.act(page);
  await waitForState(eye, step.settled);
  await page.waitForTimeout(settling);
  const seen = await waitForState(eye, step.settled);
  console.log(reportStep(step, seen, page.url()));
  await page.screenshot({ path: `${picture}.png` });
  const popups = await lookAtPopup(browser, seen.tabId, (popup) => picturePopup(popup, picture));
  console.log(`   pictures: ${[`${picture}.png`, ...popups].join(' ')}\n`);
  const level = levelOn(seen);
  return step.expected.includes(level) ? undefined : `${level} instead of ${step.expected.join(' or ')}`;
}

/** Width of popup.css, and the height up to which browsers let a popup grow. */
const popupSize = { width: 380, height: 600 };

/** The popup in light and in dark. */
async function picturePopup(popup: Page, picture: string): Promise<string[]> {
  await popup.setViewportSize(popupSize);
  const paths: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await popup.emulateMedia({ colorScheme });
    // Firefox takes the wish without a word and stays as the system is.
    if (!(await popup.evaluate((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, colorScheme))) continue;
    await popup.waitForTimeout(settling);
    paths.push(`${picture}-popup-${colorScheme}.png`);
    await popup.screenshot({ path: paths.at(-1)!, fullPage: true });
  }
  return paths;
}
