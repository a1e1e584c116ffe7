import type { Page } from 'playwright';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { median, ms, row, section } from './report.mts';

const body = { surface: 'linkedin-message', seenAt: '2026-11-21T10:00:00Z', sender: { name: 'Dana Example' },
  message: { text: 'Please clone https://github.com/northwind-lab/task and run npm install on your own machine.' } };

/** One question and its answer as an extension page sees it, in ms. */
const askOnce = (page: Page) => page.evaluate(async (facts) => {
  const start = performance.now();
  const reply = await (globalThis as never as { chrome: { runtime: { sendMessage: (m: unknown) => Promise<{ ok?: unknown; error?: string }> } } }).chrome.runtime.sendMessage({ ask: 'judge', body: facts });
  if (!reply?.ok) throw new Error(reply?.error ?? 'no answer');
  return performance.now() - start;
}, body);

/** How long a page waits for the background, awake and asleep. */
export async function benchAnswers(browser: Browser): Promise<void> {
  section('Answers of the background, in Chromium');
  const page = await browser.openExtensionPage('popup.html');
  const warm: number[] = [];
  for (let i = 0; i < 200; i++) warm.push(await askOnce(page));
  row('warm judgement, question to answer, median', ms(median(warm.slice(20))), 'budget 10 ms');
  const session = await browser.context.browser()!.newBrowserCDPSession();
  const cold: number[] = [];
  for (let i = 0; i < 7; i++) {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId));
    if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
    await page.waitForTimeout(300);
    cold.push(await askOnce(page));
  }
  row('first judgement after the worker was killed, median', ms(median(cold)), `budget 250 ms; ${(median(cold) / median(warm)).toFixed(0)} times a warm one`);
}
