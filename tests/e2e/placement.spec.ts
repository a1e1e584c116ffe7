import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import type { Placement } from '../../utils/core/settings-schema.ts';
import { ask, harshWeb, message, threadAddress } from './harsh-pages.ts';
import { withStages } from './shared-stage.ts';
import { isWarned, textOf, type Stage } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';

const nobody = 'https://www.linkedin.com/in/nobody/';
const isWarning = (seen: Seen) => ['caution', 'danger'].includes(levelOn(seen));
/** Judging, drawing and a new page take their time, a loaded machine more of it; in milliseconds. */
const patience = { timeout: 12_000, interval: 100 };
/** The card comes with the judgement; this is far more than it takes, in milliseconds. */
const drawing = 700;

describe.each(browserKinds)('the placement of warnings in %s', (kind) => {
  let stage: Stage;
  let options: Page;
  const choose = async (placement: Placement) => {
    await options.evaluate(chooseRadio, placement);
    await expect.poll(() => options.evaluate(storedPlacement), patience).toBe(placement);
  };
  const visit = async (url: string, settled: (seen: Seen) => boolean): Promise<Seen> => {
    await stage.page.bringToFront();
    await stage.page.goto(url);
    return waitForState(stage.eye, settled);
  };
  const say = (body: string) =>
    stage.page.evaluate((markup) => (globalThis as unknown as { addMessage(markup: string): void }).addMessage(markup), message(body));

  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, harshWeb);
    options = await stage.browser.openExtensionPage('options.html#warnings');
    await options.evaluate(waitForChoice);
  });

  it('shows the card in the page as long as nothing was chosen', async () => {
    await visit(threadAddress('asked'), isWarning);
    await expect.poll(() => isWarned(stage.page), patience).toBe(true);
  });

  it('takes a standing card away once only the toolbar is chosen, and puts it back', async () => {
    await choose('inline');
    await visit(threadAddress('asked'), isWarning);
    await expect.poll(() => isWarned(stage.page), patience).toBe(true);
    await choose('toolbar');
    await expect.poll(() => isWarned(stage.page), patience).toBe(false);
    await choose('inline');
    await expect.poll(() => isWarned(stage.page), patience).toBe(true);
  });

  // Under automation Chromium keeps no pages for going back.
  it.runIf(kind === 'firefox')('takes the card off a page that comes back from the browser\'s cache', async () => {
    await choose('inline');
    const page = await stage.browser.newPage(threadAddress('asked'));
    await expect.poll(() => isWarned(page), patience).toBe(true);
    await page.evaluate('globalThis.marker = 1');
    await page.goto(nobody);
    await choose('toolbar');
    // Not awaited: a page from the cache fires no load.
    page.goBack().catch(() => {});
    await expect.poll(() => page.evaluate('globalThis.marker').catch(() => undefined), patience).toBe(1);
    await expect.poll(() => isWarned(page), patience).toBe(false);
    page.close().catch(() => {});
  });

  it('leaves the page as it was served, to the byte, when only the toolbar is chosen', async () => {
    await choose('toolbar');
    await visit(threadAddress('asked'), (seen) => isWarning(seen) && seen.badge === '!');
    await stage.page.waitForTimeout(drawing);
    const markup = harshWeb('www.linkedin.com', new URL(threadAddress('asked')).pathname)!.body as string;
    const { now, served, children } = await stage.page.evaluate(compareWithServed, markup);
    expect(now).toBe(served);
    expect(children).toBe(2);
  });

  it('adds nothing when a warning comes up either', async () => {
    await choose('toolbar');
    await visit(threadAddress('hello'), ({ state }) => state.items.length > 0);
    await stage.page.evaluate(recordMutations);
    await say(ask);
    await waitForState(stage.eye, (seen) => isWarning(seen) && seen.badge === '!');
    await stage.page.waitForTimeout(drawing);
    expect(await stage.page.evaluate('recorded.map(({ type, target }) => `${type} ${target.localName}`)')).toEqual(['childList ul']);
  });

  it.runIf(ownKinds.includes(kind)).each(['inline', 'toolbar'] as const)('shows the finding in the side panel with the placement %s', async (placement) => {
    await choose(placement);
    const seen = await visit(threadAddress('asked'), isWarning);
    const titles = seen.state.items.flatMap(({ judgement }) => judgement.verdict.findings)
      .filter(({ severity }) => severity === 'high' || severity === 'critical').map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    await lookAtPanel(stage, seen, async (panel) => {
      const text = await readText(panel);
      for (const title of titles) expect(text).toContain(title);
    });
  });

  it.runIf(ownKinds.includes(kind))('tells an open side panel of new messages and of another page', async () => {
    const seen = await visit(threadAddress('hello'), ({ state }) => state.items.length > 0);
    const advice = await textOf(stage.eye, 'warning.next');
    const unreadable = await textOf(stage.eye, 'place.unreadable');
    await lookAtPanel(stage, seen, async (panel) => {
      expect(await readText(panel)).not.toContain(advice);
      await stage.page.bringToFront();
      await say(ask);
      await expect.poll(() => readText(panel), patience).toContain(advice);
      await stage.page.goto(nobody);
      await expect.poll(() => readText(panel), patience).toContain(unreadable);
      expect(await readText(panel)).not.toContain(advice);
    });
  });

  it('keeps a panel open beside the page at a press, which follows the tabs of its window', async () => {
    const { tabId } = await visit(threadAddress('asked'), isWarning);
    const popup = await stage.browser.openExtensionPage(`popup.html?tab=${tabId}`);
    const label = await textOf(stage.eye, 'popup.keepOpen');
    await expect.poll(() => popup.evaluate(hasButton, label), patience).toBe(true);
    const windowId = await popup.evaluate(windowOfPage);
    // Without another tab the window would close together with the popup.
    await stage.eye.evaluate(openTab, { windowId, url: nobody });
    const [x, y] = await popup.evaluate(middleOf, label);
    // Not awaited: the popup closes itself in the middle of the click.
    popup.mouse.click(x!, y!).catch(() => {});
    await expect.poll(() => stage.eye.evaluate(readRealPanel), patience).toBeDefined();
    await stage.eye.evaluate(openTab, { windowId, url: threadAddress('asked') });
    const advice = await textOf(stage.eye, 'warning.next');
    await expect.poll(() => stage.eye.evaluate(readRealPanel), patience).toContain(advice);
    await stage.eye.evaluate(openTab, { windowId, url: nobody });
    const unreadable = await textOf(stage.eye, 'place.unreadable');
    await expect.poll(() => stage.eye.evaluate(readRealPanel), patience).toContain(unreadable);
  });
});

/** Opens the panel's page on a tab and has it looked at once it has something to show. */
async function lookAtPanel(stage: Stage, { tabId }: Seen, look: (panel: Page) => Promise<void>): Promise<void> {
  const panel = await stage.browser.openExtensionPage(`sidepanel.html?tab=${tabId}`);
  try {
    await expect.poll(() => panel.evaluate(() => document.querySelector('main')?.ariaBusy), patience).toBe('false');
    await look(panel);
  } finally {
    panel.close().catch(() => {});
  }
}

const readText = (panel: Page): Promise<string> => panel.evaluate(() => document.querySelector('main')?.innerText ?? '');

interface ExtensionApi {
  readonly storage: { readonly local: { get(key: string): Promise<{ placement?: string }> } };
  readonly windows: { getCurrent(): Promise<{ id: number }> };
  readonly tabs: { create(tab: object): Promise<unknown> };
  readonly extension: { getViews(): Window[] };
}

/** The radios show nothing before the setting is read. */
async function waitForChoice(): Promise<void> {
  while (!document.querySelector('[name="placement"]:checked')) await new Promise((resolve) => setTimeout(resolve, 50));
}

function chooseRadio(value: string) {
  document.querySelector<HTMLInputElement>(`[name="placement"][value="${value}"]`)!.click();
}

/** As long as nothing was chosen nothing is stored, and that means in the page. */
async function storedPlacement(): Promise<string> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const { placement } = await chrome.storage.local.get('placement');
  return placement ?? 'inline';
}

function compareWithServed(markup: string) {
  const { documentElement: root } = document;
  const served = new DOMParser().parseFromString(markup, 'text/html').documentElement.outerHTML;
  return { now: root.outerHTML, served, children: root.childElementCount };
}

function recordMutations() {
  const recorded: MutationRecord[] = [];
  Object.assign(globalThis, { recorded });
  new MutationObserver((records) => { recorded.push(...records); })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}

const hasButton = (label: string) => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === label);

function middleOf(label: string): number[] {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)!;
  const { x, y, width, height } = button.getBoundingClientRect();
  return [x + width / 2, y + height / 2];
}

async function windowOfPage(): Promise<number> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  return (await chrome.windows.getCurrent()).id;
}

async function openTab(tab: { readonly windowId: number; readonly url: string }): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  await chrome.tabs.create(tab);
}

/** What stands in the side panel itself: the extension's own pages may look at each other. */
function readRealPanel(): string | undefined {
  const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
  const panel = chrome.extension.getViews().find(({ location }) => location.pathname === '/sidepanel.html' && location.search === '');
  return panel?.document.querySelector('main')?.innerText;
}
