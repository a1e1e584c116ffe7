import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import { waitForState } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { threadAddress } from './harsh-pages.ts';
import { ownPages, type OwnPages } from './own-page.ts';
import { withStages } from './shared-stage.ts';
import { textOf, type Stage } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';
import { levelWeb, wordsOf } from './threads-by-level.ts';

const patience = { timeout: 12_000, interval: 100 };

describe.each(ownKinds)('pages of our own with the keyboard alone in %s', (kind) => {
  let stage: Stage;
  let own: OwnPages;
  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, levelWeb);
    own = ownPages(stage.browser);
  });
  afterAll(() => own?.close());

  const said = (key: string) => textOf(stage.eye, key);
  const focused = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.trim() || document.activeElement?.localName);
  /** Name of what has the keyboard, as soon as that is the wanted one. */
  const focusOn = async (page: Page, wanted: string) => {
    for (const end = Date.now() + patience.timeout; Date.now() < end && await focused(page) !== wanted;) await page.waitForTimeout(patience.interval);
    return focused(page);
  };
  /** Puts the keyboard on a button by its words and presses Enter. */
  const enter = async (page: Page, key: string) => {
    const label = await said(key);
    await expect.poll(() => page.evaluate(focusButton, label), patience).toBe(true);
    await page.keyboard.press('Enter');
  };
  const open = async (path: string, look: (page: Page) => Promise<void>) => look(await own.show(path));

  it('reaches everything in the popup, in the order in which it stands there', async () => {
    await stage.page.goto(threadAddress('danger'));
    const { tabId } = await waitForState(stage.eye, (seen) => levelOn(seen) === 'danger');
    await open(`popup.html?tab=${tabId}`, async (popup) => {
      const seats = await popup.evaluate(numberControls);
      expect(seats.length).toBeGreaterThan(8);
      const reached: string[] = [];
      await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      for (let turn = 0; turn < seats.length + 3 && reached.length < seats.length; turn++) {
        await popup.keyboard.press('Tab');
        const seat = await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['seat']);
        if (seat !== undefined && !reached.includes(seat)) reached.push(seat);
      }
      expect(reached).toEqual(seats);
    });
  });

  it('never loses its place in the popup\'s "not a problem"', async () => {
    const { tabId } = await waitForState(stage.eye, (seen) => levelOn(seen) === 'danger');
    await open(`popup.html?tab=${tabId}`, async (popup) => {
      await enter(popup, 'warning.dismiss');
      expect(await focusOn(popup, await said('dismissal.message'))).toBe(await said('dismissal.message'));
      await enter(popup, 'dismissal.back');
      expect(await focusOn(popup, await said('warning.dismiss'))).toBe(await said('warning.dismiss'));
      await enter(popup, 'warning.dismiss');
      await enter(popup, 'dismissal.message');
      expect(await focusOn(popup, await said('dismissal.undo'))).toBe(await said('dismissal.undo'));
      await popup.keyboard.press('Enter');
      expect(await focusOn(popup, await said('warning.dismiss'))).toBe(await said('warning.dismiss'));
    });
  });

  it('goes through the settings with arrows, and asks before it erases', async () => {
    await open('options.html', async (options) => {
      await expect.poll(() => options.evaluate(() => document.querySelectorAll('[role=tab]').length), patience).toBe(6);
      await options.locator('[role=tab][aria-selected=true]').focus();
      const shown = () => options.evaluate(() => [document.activeElement, document.querySelector('[role=tab][aria-selected=true]')].map((tab) => tab?.textContent));
      const walk = [['ArrowRight', 'warnings'], ['End', 'transfer'], ['ArrowRight', 'overview'], ['ArrowLeft', 'transfer'], ['Home', 'overview'], ['ArrowRight', 'warnings'], ['ArrowRight', 'rules'], ['ArrowRight', 'memory']] as const;
      for (const [key, part] of walk) {
        await options.keyboard.press(key);
        const title = await said(`options.part.${part}`);
        await expect.poll(shown, { ...patience, message: `${key} to ${part}` }).toEqual([title, title]);
      }
      await enter(options, 'options.forget');
      expect(await focusOn(options, await said('options.forgetNo'))).toBe(await said('options.forgetNo'));
      await options.keyboard.press('Enter');
      expect(await focusOn(options, await said('options.forget'))).toBe(await said('options.forget'));
    });
  });

  it('leads from a pasted message to what was found in it', async () => {
    await open('check.html', async (check) => {
      await check.locator('textarea').focus();
      await check.keyboard.insertText(wordsOf.caution.replaceAll(/<[^>]*>/g, ''));
      await enter(check, 'check.check');
      await expect.poll(() => check.evaluate(() => document.activeElement?.getAttribute('aria-labelledby')), patience).toBe('result');
    });
  });

  it('reads the diagnostics again, and leads to the text that is copied', async () => {
    await open('diagnostics.html', async (page) => {
      await expect.poll(() => page.evaluate(() => document.querySelector('pre')?.textContent ?? ''), patience).toContain('Bonafide: diagnostics');
      await enter(page, 'diagnostics.again');
      await expect.poll(() => page.evaluate(() => document.querySelector('.actions [role=status]')?.textContent), patience).toBe(await said('diagnostics.read'));
      expect(await focusOn(page, await said('diagnostics.again'))).toBe(await said('diagnostics.again'));
      for (let steps = 0; steps < 20 && !(await page.evaluate(() => document.activeElement?.localName === 'pre')); steps++) await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(await said('diagnostics.copy'));
    });
  });

  it('leads from the welcome into the warning that it shows, and out again', async () => {
    await open('welcome.html', async (welcome) => {
      await enter(welcome, 'welcome.tryButton');
      const hasCard = () => welcome.evaluate(() => document.documentElement.lastElementChild?.localName === 'div');
      await expect.poll(hasCard, patience).toBe(true);
      let before = '';
      const isInside = () => welcome.evaluate(() => document.activeElement === document.documentElement.lastElementChild);
      for (let turn = 0; turn < 8 && !await isInside(); turn++) {
        before = (await focused(welcome))!;
        await welcome.keyboard.press('Tab');
      }
      expect(await isInside()).toBe(true);
      await welcome.keyboard.press('Escape');
      await expect.poll(hasCard, patience).toBe(false);
      expect(await focusOn(welcome, before)).toBe(before);
    });
  });

  // Firefox takes no wish for less motion from the driver; the style sheets are the same.
  it.runIf(kind === 'chromium')('stands still for those who asked for that', async () => {
    await open('welcome.html', async (welcome) => {
      await welcome.emulateMedia({ reducedMotion: 'reduce' });
      await welcome.evaluate(openShadows);
      await enter(welcome, 'welcome.tryButton');
      await expect.poll(() => welcome.evaluate(() => document.documentElement.lastElementChild!.shadowRoot?.querySelector('.card') !== undefined), patience).toBe(true);
      expect(await welcome.evaluate(whatMoves)).toEqual([]);
      await welcome.emulateMedia({ reducedMotion: 'no-preference' });
      expect(await welcome.evaluate(whatMoves)).not.toEqual([]);
    });
    await open('options.html#rules', async (options) => {
      await options.emulateMedia({ reducedMotion: 'reduce' });
      await expect.poll(() => options.evaluate(() => document.querySelectorAll('.finding').length), patience).toBeGreaterThan(3);
      expect(await options.evaluate(whatMoves)).toEqual([]);
    });
  });
});

function focusButton(label: string): boolean {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  button?.focus();
  return button !== undefined;
}

/** Everything that can be seen and operated gets a number of its own, from above to below. */
const numberControls = (): string[] =>
  Array.from(document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]'))
    .filter((one) => one.checkVisibility() && !(one as HTMLButtonElement).disabled).map((one, i) => (one.dataset['seat'] = `${i}`));

function openShadows(): void {
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init) { return attach.call(this, { ...init, mode: 'open' }); };
}

function whatMoves(): string[] {
  const roots: (Document | ShadowRoot)[] = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const lasts = (times: string) => times.split(',').some((time) => parseFloat(time) > 0);
  return roots.flatMap((root) => [...root.querySelectorAll('*')]).flatMap((element) => ['', '::before', '::after'].flatMap((part) => {
    const { transitionDuration, animationDuration } = getComputedStyle(element, part);
    return lasts(transitionDuration) || lasts(animationDuration) ? [`${element.localName}.${element.className}${part}`] : [];
  }));
}
