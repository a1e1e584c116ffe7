import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { packed, trap } from './assignments.ts';
import { axeFaults } from './axe.ts';
import { threadAddress } from './harsh-pages.ts';
import { choose } from './inspect-page.ts';
import { ownPages, type OwnPages } from './own-page.ts';
import { layoutFaults } from './own-page-layout.ts';
import { withStages } from './shared-stage.ts';
import { textOf, type Stage } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';
import { levelWeb, wordsOf } from './threads-by-level.ts';

const parts = ['overview', 'warnings', 'rules', 'memory', 'sites', 'transfer'] as const;

/** axe, targets, focus and width, on every page of our own in its states. */
describe.each(ownKinds)('nothing stands in the way of anybody in %s:', (kind) => {
  let stage: Stage;
  let own: OwnPages;
  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, levelWeb);
    own = ownPages(stage.browser);
  });
  afterAll(() => own?.close());

  const axeOn = (page: Page) => axeFaults(page, kind === 'chromium');
  const faultsOn = async (page: Page): Promise<string[]> => [...await axeOn(page), ...await layoutFaults(page)];
  const visit = async (name: string, settled: (seen: Seen) => boolean): Promise<Seen> => {
    await stage.page.bringToFront();
    await stage.page.goto(name === 'nobody' ? 'https://www.linkedin.com/in/nobody/' : threadAddress(name));
    return waitForState(stage.eye, settled);
  };
  const said = (key: string) => textOf(stage.eye, key);
  const press = async (page: Page, key: string) => {
    await expect.poll(async () => page.evaluate(pressButton, await said(key)), { timeout: 8_000 }).toBe(true);
  };
  const look = async (path: string, at: (page: Page) => Promise<void>) => at(await own.show(path));
  const reads = async (page: Page, part: string) => {
    await expect.poll(() => page.evaluate(() => document.body.innerText), { timeout: 15_000 }).toContain(part);
  };

  it('the popup with all of it open, with "not a problem" asked, and dismissed', async () => {
    const { tabId } = await visit('danger', (seen) => levelOn(seen) === 'danger');
    await look(`popup.html?tab=${tabId}`, async (popup) => {
      await popup.evaluate(openAll);
      await press(popup, 'warning.dismiss');
      expect(await faultsOn(popup)).toEqual([]);
      await press(popup, 'dismissal.message');
      await reads(popup, await said('dismissal.doneMessage'));
      expect(await faultsOn(popup)).toEqual([]);
      await press(popup, 'dismissal.undo');
      await waitForState(stage.eye, (seen) => levelOn(seen) === 'danger');
    });
  });

  it('the popup where nothing can be read', async () => {
    const { tabId } = await visit('nobody', ({ state }) => state.health === 'unreadable');
    await look(`popup.html?tab=${tabId}`, async (popup) => expect(await faultsOn(popup)).toEqual([]));
  });

  it('the side panel, level by level, and beside a page without anything', async () => {
    const { tabId } = await visit('danger', (seen) => levelOn(seen) === 'danger');
    await look(`sidepanel.html?tab=${tabId}`, async (panel) => {
      for (const level of ['danger', 'caution', 'notice', 'none'] as const) {
        await stage.page.goto(threadAddress(level));
        await expect.poll(() => panel.evaluate(() => document.querySelector('.contact .level')?.classList[1]), { timeout: 15_000 }).toBe(level);
        expect({ level, faults: await (level === 'danger' ? faultsOn : axeOn)(panel) }).toEqual({ level, faults: [] });
      }
      await stage.page.goto('https://www.linkedin.com/in/nobody/');
      await reads(panel, await said('place.unreadable'));
      expect(await axeOn(panel)).toEqual([]);
    });
  });

  it('the settings, part by part', async () => {
    await look('options.html', async (options) => {
      await options.evaluate(waitFor, '[role=tab]');
      for (const part of parts) {
        await options.evaluate(pressTab, await said(`options.part.${part}`));
        if (part === 'rules') await options.evaluate(waitFor, '.finding');
        await options.evaluate(thinOut);
        await options.evaluate(openAll);
        expect({ part, faults: await faultsOn(options) }).toEqual({ part, faults: [] });
      }
    });
  });

  it('the inspection, before and after', async () => {
    await look('inspect.html', async (page) => {
      expect(await faultsOn(page)).toEqual([]);
      await choose(page, 'shop-task.zip', packed(trap));
      await page.evaluate(openAll);
      expect(await faultsOn(page)).toEqual([]);
    });
  });

  it('first aid, all of it open', async () => {
    await look('first-aid.html', async (page) => {
      await page.evaluate(openAll);
      expect(await faultsOn(page)).toEqual([]);
    });
  });

  it('the diagnostics, all of it open', async () => {
    await look('diagnostics.html', async (page) => {
      await reads(page, await said('diagnostics.copy'));
      await page.evaluate(openAll);
      expect(await faultsOn(page)).toEqual([]);
    });
  });

  it('the welcome, before and with the warning that it shows', async () => {
    await look('welcome.html', async (page) => {
      expect(await faultsOn(page)).toEqual([]);
      await page.evaluate(openShadows);
      await press(page, 'welcome.tryButton');
      await reads(page, await said('welcome.tryDone'));
      await page.evaluate(pressDetails);
      expect(await faultsOn(page)).toEqual([]);
    });
  });

  it('the check, before and after', async () => {
    await look('check.html', async (page) => {
      expect(await faultsOn(page)).toEqual([]);
      await page.locator('textarea').fill(wordsOf.caution.replaceAll(/<[^>]*>/g, ''));
      await press(page, 'check.check');
      await reads(page, await said('check.result'));
      await page.evaluate(openAll);
      expect(await faultsOn(page)).toEqual([]);
    });
  });
});

function pressButton(label: string): boolean {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  button?.click();
  return button !== undefined;
}

async function pressTab(label: string): Promise<void> {
  [...document.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => textContent === label)!.click();
  while (![...document.querySelectorAll('[role=tab]')].some((tab) => tab.textContent === label && tab.ariaSelected === 'true')) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function waitFor(selector: string): Promise<void> {
  while (!document.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Opens what is folded, also what stands in it. */
async function openAll(): Promise<void> {
  for (let closed; (closed = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]).length > 0;) {
    for (const details of closed) details.open = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Hundreds of rules are alike: a few are looked at. */
function thinOut(): void {
  for (const row of [...document.querySelectorAll('[role=tabpanel] .findings > li')].slice(6)) row.remove();
}

/** axe sees into open shadow roots only. The welcome shows the card on a page of our own, where one can be had. */
function openShadows(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init) { return attach.call(this, { ...init, mode: 'open' }); };
}

async function pressDetails(): Promise<void> {
  const { shadowRoot } = document.documentElement.lastElementChild!;
  while (!shadowRoot!.querySelector('.said p')) await new Promise((resolve) => setTimeout(resolve, 20));
  shadowRoot!.querySelector<HTMLElement>('[aria-expanded]')!.click();
}
