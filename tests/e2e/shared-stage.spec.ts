import { describe, expect, it } from 'vitest';
import { waitForState } from '../../scripts/demo/page-state.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { harshWeb, threadAddress } from './harsh-pages.ts';
import { listTraces } from './left-behind.ts';
import { withStages } from './shared-stage.ts';
import type { Stage } from './stage.ts';

interface Api {
  readonly storage: Readonly<Record<'local' | 'session', { set(values: object): Promise<void> }>>;
  readonly tabs: { create(tab: object): Promise<unknown> };
}
/** What tests do to a browser. */
async function leaveTraces(url: string): Promise<void> {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const { storage, tabs } = browser ?? chrome;
  await Promise.all([storage.local.set({ placement: 'toolbar' }), storage.session.set({ seen: 1 }), tabs.create({ url })]);
}

describe.each(browserKinds)('a stage that is borrowed again in %s', (kind) => {
  let stage: Stage;
  let first: string;
  let left: string;
  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, harshWeb);
    first = await stage.eye.evaluate(listTraces);
    await stage.page.goto(threadAddress('asked'));
    await waitForState(stage.eye, ({ state: { items } }) => items.length > 0);
    await stage.page.evaluate('document.cookie = "who=me"');
    await stage.eye.evaluate(leaveTraces, threadAddress('hello'));
    left = await stage.eye.evaluate(listTraces);
    stage = await borrowStage(kind, harshWeb);
  });

  it('was full of what was done on it', () => {
    for (const trace of ['"toolbar"', '"seen":1', '"bonafide contacts"', '"tabs":3']) expect(left).toContain(trace);
    expect(first).not.toContain('bonafide ');
  });

  it('is as it was, with nothing stored and one tab of its own', async () => {
    expect(await stage.eye.evaluate(listTraces)).toBe(first);
    expect(await stage.browser.context.cookies()).toEqual([]);
  });

  it('has sent nothing yet, and counts only what it sends from now on', async () => {
    expect(stage.browser.sent()).toEqual([]);
    await stage.page.goto(threadAddress('hello'));
    expect(stage.browser.sent().map(({ path }) => path)).toEqual(['/messaging/thread/2-hello/']);
  });
});
