import { describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { ask, harshWeb, message, threadAddress } from './harsh-pages.ts';
import { withStages } from './shared-stage.ts';
import { isWarned, type Stage } from './stage.ts';

const warning = ['caution', 'danger'];
const isJudged = ({ state }: Seen) => state.items.length > 0;
const isWarning = (seen: Seen) => warning.includes(levelOn(seen));
/** A script that never ends would hold the page up for ever; a person notices a second. */
const noticeable = 1_000;

describe.each(browserKinds)('the extension in %s', (kind) => {
  let stage: Stage;
  const visited: string[] = [];
  const visit = async (url: string) => {
    visited.push(url);
    await stage.page.bringToFront();
    await stage.page.goto(url);
  };
  const say = (body: string) =>
    stage.page.evaluate((markup) => (globalThis as unknown as { addMessage(markup: string): void }).addMessage(markup), message(body));
  const arrive = (settled: (seen: Seen) => boolean) => waitForState(stage.eye, settled, 20_000);

  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, harshWeb);
  });

  it('says that it cannot read a page that lacks every mark', async () => {
    await visit('https://www.linkedin.com/in/nobody/');
    const { state } = await arrive((seen) => seen.state.health === 'unreadable');
    expect(state.items).toEqual([]);
    expect(await isWarned(stage.page)).toBe(false);
  });

  it('judges a message of ten megabytes and leaves the page quick', async () => {
    await visit(threadAddress('huge'));
    expect(warning).toContain(levelOn(await arrive(isJudged)));
    await say('Are you there?');
    const start = Date.now();
    await stage.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(Date.now() - start).toBeLessThan(noticeable);
  });

  it('judges a message with five thousand links', async () => {
    await visit(threadAddress('links'));
    const seen = await arrive(isJudged);
    expect(warning).toContain(levelOn(seen));
  });

  it('reads a page that hides the methods of its document behind named elements', async () => {
    await visit(threadAddress('clobbered'));
    expect(warning).toContain(levelOn(await arrive(isJudged)));
  });

  it('keeps its way to the background on a page whose elements are named like it', async () => {
    await visit(threadAddress('taken'));
    expect(warning).toContain(levelOn(await arrive(isJudged)));
  });

  it.runIf(kind === 'chromium')('gives a page no layout shift to measure when a warning comes', async () => {
    await visit(threadAddress('asked'));
    await expect.poll(() => isWarned(stage.page), { timeout: 10_000 }).toBe(true);
    const shifts = await stage.page.evaluate(() => new Promise((resolve) => {
      const seen: string[] = [];
      new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => JSON.stringify(entry)))).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(seen), 1_500);
    }));
    expect(shifts).toEqual([]);
  });

  it('judges a message that arrives after its database was deleted', async () => {
    await visit(threadAddress('hello'));
    await arrive(isJudged);
    await stage.eye.evaluate(deleteDatabase);
    await say(ask);
    expect(warning).toContain(levelOn(await arrive(isWarning)));
  });

  it('judges a message that arrives after its database was replaced by one it cannot use', async () => {
    await visit(threadAddress('hello'));
    await arrive(isJudged);
    await stage.eye.evaluate(deleteDatabase);
    await stage.eye.evaluate(createForeignDatabase);
    await say(ask);
    expect(warning).toContain(levelOn(await arrive(isWarning)));
  });

  it.runIf(kind === 'chromium')('judges a message that arrives after its worker was killed', async () => {
    await visit(threadAddress('hello'));
    await arrive(isJudged);
    expect(await killWorkers(stage)).toBe(1);
    await say(ask);
    await arrive(isWarning);
    await expect.poll(() => isWarned(stage.page), { timeout: 5_000 }).toBe(true);
  });

  it('asks nothing of the network beyond the pages themselves', () => {
    const asked = stage.browser.sent().map(({ host, path }) => `https://${host}${path}`);
    expect(asked).toEqual(visited);
  });
});

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('bonafide');
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('not deleted')));
  });
}

/** Of a later version and without any of the stores: it can neither be opened nor read. */
function createForeignDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('bonafide', 99);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore('foreign'));
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
    request.addEventListener('error', () => reject(new Error('not made')));
  });
}

/** @returns how many there were */
async function killWorkers({ browser }: Stage): Promise<number> {
  const session = await browser.context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const workers = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId));
  for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
  await session.detach();
  return workers.length;
}
