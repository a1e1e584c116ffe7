import { describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { lookInside } from './card-inside.ts';
import { message, threadAddress } from './harsh-pages.ts';
import { ownPages } from './own-page.ts';
import { withStages } from './shared-stage.ts';
import { isWarned, textOf, type Stage } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';
import { levelWeb, wordsOf } from './threads-by-level.ts';

/** Judging and drawing on a loaded machine, in milliseconds. */
const patience = { timeout: 12_000, interval: 100 };
/** Far more than a card takes once the judgement is there, in milliseconds. */
const drawing = 700;
const isJudged = ({ state }: Seen) => state.items.length > 0;

describe.each(ownKinds)('calm in %s', (kind) => {
  let stage: Stage;
  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, levelWeb);
  });

  const visit = async (name: string, settled: (seen: Seen) => boolean): Promise<Seen> => {
    await stage.page.bringToFront();
    await stage.page.goto(threadAddress(name));
    return waitForState(stage.eye, settled);
  };
  const isDanger = (seen: Seen) => levelOn(seen) === 'danger';
  const write = (words: string) =>
    stage.page.evaluate((markup) => (globalThis as unknown as { addMessage(markup: string): void }).addMessage(markup), message(words));
  const inside = async ({ tabId }: Seen) => {
    await expect.poll(async () => (await lookInside(stage.eye, tabId))?.said.length, patience).toBeGreaterThan(2);
    return (await lookInside(stage.eye, tabId))!;
  };
  const threadLength = ({ state }: Seen) => state.items[0]!.facts.message?.thread?.length ?? 0;
  const press = async (seen: Seen, ...keys: string[]) => {
    for (const key of keys) {
      const label = await textOf(stage.eye, key);
      for (let turn = 0; turn < 20 && (await lookInside(stage.eye, seen.tabId))?.focused !== label; turn++) await stage.page.keyboard.press('Tab');
      await stage.page.keyboard.press('Enter');
    }
  };

  it('shows one card for five bad messages, and reads it out once', async () => {
    const seen = await visit('five', isDanger);
    expect(threadLength(seen)).toBe(5);
    const first = await inside(seen);
    expect(await stage.page.evaluate(() => document.documentElement.querySelectorAll(':scope > div').length)).toBe(1);
    for (const time of [6, 7]) await write(`${wordsOf.danger} (${time})`);
    await waitForState(stage.eye, (now) => isDanger(now) && threadLength(now) === 7);
    await stage.page.waitForTimeout(drawing);
    expect(await inside(seen)).toMatchObject({ role: 'alert', said: first.said, changes: first.changes });
  });

  it('says no more in a thread whose warning was closed, and still tells it in the toolbar', async () => {
    const seen = await visit('five', isDanger);
    await inside(seen);
    await press(seen, 'warning.close');
    await expect.poll(() => isWarned(stage.page), patience).toBe(false);
    await write(`${wordsOf.danger} (6)`);
    const now = await waitForState(stage.eye, (one) => isDanger(one) && threadLength(one) === 6);
    await stage.page.waitForTimeout(drawing);
    expect(await isWarned(stage.page)).toBe(false);
    expect(now.badge).not.toBe('');
  });

  it.each(['notice', 'none'] as const)('never interrupts for what is level %s', async (level) => {
    const seen = await visit(level, (one) => isJudged(one) && levelOn(one) === level);
    await stage.page.waitForTimeout(drawing);
    expect(await isWarned(stage.page)).toBe(false);
    expect(seen.badge).not.toBe('!');
  });

  it('says the same in the card, the popup and the side panel', async () => {
    const seen = await visit('danger', isDanger);
    const card = await inside(seen);
    const own = ownPages(stage.browser);
    for (const place of ['popup', 'sidepanel']) {
      const page = await own.show(`${place}.html?tab=${seen.tabId}`);
      expect({ place, said: await page.evaluate(readGist) }).toEqual({ place, said: card.said });
    }
    own.close();
  });

  it('remembers "not a problem" after the page was loaded anew', async () => {
    const seen = await visit('danger', isDanger);
    await inside(seen);
    await press(seen, 'warning.dismiss', 'dismissal.message');
    const isDismissed = ({ state }: Seen) => state.items.some(({ judgement }) => judgement.dismissed === 'message');
    await waitForState(stage.eye, isDismissed);
    const again = await visit('danger', isDismissed);
    await stage.page.waitForTimeout(drawing);
    expect(await isWarned(stage.page)).toBe(false);
    expect(again.badge).not.toBe('!');
  });
});

/** Level, what is asked, why, and what to do, as a page of our own shows them. */
function readGist(): string[] {
  return [...document.querySelectorAll<HTMLElement>('.contact .level, .contact .sentence, .contact .why, .contact .advice')].map(({ textContent }) => textContent ?? '');
}
