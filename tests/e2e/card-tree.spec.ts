import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { lookInside, type CardInside } from './card-inside.ts';
import { threadAddress } from './harsh-pages.ts';
import { withStages } from './shared-stage.ts';
import { isWarned, textOf, type Stage } from './stage.ts';
import { levelWeb } from './threads-by-level.ts';

/** Judging and drawing on a loaded machine, in milliseconds. */
const patience = { timeout: 12_000, interval: 100 };
/** Smallest side of what is pressed (WCAG 2.2, 2.5.8), in CSS pixels. */
const leastSide = 24;

describe.each(browserKinds)('the warning in a page, for those who hear it or use the keyboard, in %s', (kind) => {
  let stage: Stage;
  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, levelWeb);
  });

  const visit = async (name: string, level: string): Promise<Seen> => {
    await stage.page.bringToFront();
    await stage.page.goto(threadAddress(name));
    const seen = await waitForState(stage.eye, (one) => one.state.items.length > 0 && levelOn(one) === level);
    await expect.poll(() => isWarned(stage.page), patience).toBe(true);
    return seen;
  };
  const said = (key: string) => textOf(stage.eye, key);
  const allSaid = (keys: readonly string[]) => Promise.all(keys.map(said));
  const inside = async ({ tabId }: Seen): Promise<CardInside> => {
    await expect.poll(async () => (await lookInside(stage.eye, tabId))?.said.length, patience).toBeGreaterThan(2);
    return (await lookInside(stage.eye, tabId))!;
  };
  const focusIn = async ({ tabId }: Seen) => (await lookInside(stage.eye, tabId))?.focused;
  const tabTo = async (seen: Seen, name: string) => {
    for (let turn = 0; turn < 12 && await focusIn(seen) !== name; turn++) await stage.page.keyboard.press('Tab');
    expect(await focusIn(seen)).toBe(name);
  };
  const usual = ['warning.details', 'warning.ran', 'warning.dismiss', 'warning.close'];

  it.each([['danger', 'alert'], ['caution', 'status']] as const)('speaks at level %s as %s: level, reason, next step', async (level, role) => {
    const seen = await visit(level, level);
    const card = await inside(seen);
    const { findings } = seen.state.items[0]!.judgement.verdict;
    expect(card.role).toBe(role);
    expect(card.said[0]).toBe(await said(`level.${level}`));
    expect(card.said.at(-2)).toBe(findings[0]!.why);
    expect(card.said.at(-1)).toBe(`${await said('warning.next')} ${findings[0]!.advice}`);
  });

  it('has a name and room for a finger on every button, also while it asks', async () => {
    const seen = await visit('danger', 'danger');
    const { buttons } = await inside(seen);
    expect(buttons.map(({ name }) => name)).toEqual(await allSaid(usual));
    await tabTo(seen, await said('warning.dismiss'));
    await stage.page.keyboard.press('Enter');
    await expect.poll(() => focusIn(seen), patience).toBe(await said('dismissal.message'));
    const asking = (await inside(seen)).buttons;
    expect(asking.map(({ name }) => name)).toEqual(await allSaid(['dismissal.message', 'dismissal.sender', 'dismissal.back', 'warning.close']));
    expect([...buttons, ...asking].filter(({ width, height }) => Math.min(width, height) < leastSide)).toEqual([]);
  });

  it('is reached and worked with the keyboard alone, and gives the focus back', async () => {
    const seen = await visit('field', 'danger');
    await stage.page.locator('#field').focus();
    await tabTo(seen, await said('warning.details'));
    await stage.page.keyboard.press('Enter');
    await expect.poll(async () => (await inside(seen)).buttons.map(({ name }) => name), patience).toContain(await said('warning.fewer'));
    expect(await focusIn(seen)).toBe(await said('warning.fewer'));
    await stage.page.keyboard.press('Escape');
    await expect.poll(() => isWarned(stage.page), patience).toBe(false);
    // The card is the last thing on the page, so that is what stands before it.
    expect(await focusedInPage(stage.page)).toBe('this page');
  });

  it('leads to "not a problem" and back without losing the keyboard', async () => {
    const seen = await visit('field', 'danger');
    await stage.page.locator('#field').focus();
    await tabTo(seen, await said('warning.dismiss'));
    await stage.page.keyboard.press('Enter');
    await expect.poll(() => focusIn(seen), patience).toBe(await said('dismissal.message'));
    await stage.page.keyboard.press('Enter');
    await expect.poll(() => focusIn(seen), patience).toBe(await said('dismissal.undo'));
    await stage.page.keyboard.press('Enter');
    await expect.poll(() => focusIn(seen), patience).toBe(await said('warning.dismiss'));
    await waitForState(stage.eye, (one) => levelOn(one) === 'danger');
  });

  it('leaves Escape to the page while somebody writes', async () => {
    await visit('field', 'danger');
    await stage.page.locator('#field').focus();
    await stage.page.keyboard.press('Escape');
    await stage.page.waitForTimeout(300);
    expect(await isWarned(stage.page)).toBe(true);
    expect(await focusedInPage(stage.page)).toBe('field');
  });

  // Firefox gives its tree to no driver.
  it.runIf(kind === 'chromium')('stands in the browser\'s own tree for screen readers, in the order of reading', async () => {
    await visit('danger', 'danger');
    const { state: { items } } = await waitForState(stage.eye, () => true);
    const { findings: [strongest] } = items[0]!.judgement.verdict;
    // The region stands before its words do.
    const isSaid = async () => (await readTree(stage.page)).some(({ name }) => name.includes(strongest!.advice));
    await expect.poll(isSaid, patience).toBe(true);
    const tree = await readTree(stage.page);
    expect(tree.slice(0, 2).map(({ role }) => role)).toEqual(['region', 'alert']);
    expect(tree[0]!.name).toBe(await said('warning.label'));
    const words = tree.filter(({ role }) => role === 'StaticText').map(({ name }) => name).join('|');
    const order = [await said('level.danger'), strongest!.why, await said('warning.next'), strongest!.advice].map((part) => words.indexOf(part));
    expect(order.every((at) => at >= 0), `${words}: ${order}`).toBe(true);
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(tree.filter(({ role }) => role === 'button').map(({ name }) => name)).toEqual(await allSaid(usual));
    expect(tree.findIndex(({ role }) => role === 'button')).toBeGreaterThan(tree.findIndex(({ name }) => name.includes(strongest!.advice)));
  });
});

const focusedInPage = (page: Page) => page.evaluate(() => document.activeElement!.id || document.activeElement!.textContent);

interface TreeNode { readonly nodeId: string; readonly parentId?: string; readonly childIds?: string[]; readonly ignored: boolean; readonly role?: { value: string }; readonly name?: { value: string } }

/** What a screen reader is given of the card: roles and names from its region on. */
async function readTree(page: Page): Promise<{ role: string; name: string }[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: TreeNode[] };
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const told: { role: string; name: string }[] = [];
    const tell = (node: TreeNode) => {
      if (!node.ignored) told.push({ role: node.role?.value ?? '', name: node.name?.value ?? '' });
      for (const id of node.childIds ?? []) if (byId.has(id)) tell(byId.get(id)!);
    };
    const region = nodes.findLast(({ role }) => role?.value === 'region');
    if (region) tell(region);
    return told;
  } finally {
    await session.detach();
  }
}
