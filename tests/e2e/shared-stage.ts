import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { test } from 'vitest';
import { openWindow } from '../../scripts/demo/page-state.mts';
import { builtFolder, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { closeTabs, emptyStores, isNew, listTraces, otherTabs, startAgain } from './left-behind.ts';
import { waitForWelcome, type Stage } from './stage.ts';

/** A browser that stays open from file to file; `untouched` is what was in it before the first of them. */
interface Lent { readonly browser: Browser; readonly untouched: string; readonly play: { fixtures: Fixtures }; eye: Page }

/**
 * For files that need the extension just as it was built: `withStages.beforeAll` is handed `borrowStage`, which gives a stage in
 * the one browser of its kind that their worker keeps, because a launch takes as much of the processor as thirty pages. Nothing
 * is left there of the file before: its tabs are closed, storage, database and cookies are empty, and the extension was started
 * again, so that it remembers nothing either. Who changes permissions or the build, keeps pages, or stops the extension launches
 * a browser of their own: one that reloaded itself in Chromium could not be relied on to start again.
 */
// oxlint-disable-next-line no-empty-pattern -- Vitest reads from this pattern what a fixture needs
export const withStages = test.extend('borrowStage', { scope: 'worker' }, async ({}, { onCleanup }) => {
  const lent = new Map<BrowserKind, Lent>();
  onCleanup(async () => {
    await Promise.all([...lent.values()].map(({ browser }) => browser.stop()));
  });

  return async (kind: BrowserKind, fixtures: Fixtures): Promise<Stage> => {
    // What a page still draws would take its time from the next.
    for (const other of lent.values()) await closeAll(other);
    const known = lent.get(kind);
    const mine = known ?? await open(kind);
    lent.set(kind, mine);
    if (known) await clear(known);
    mine.play.fixtures = fixtures;
    const before = mine.browser.sent().length;
    const page = await mine.browser.context.newPage();
    return { page, eye: mine.eye, browser: { ...mine.browser, sent: () => mine.browser.sent().slice(before) } };
  };
});

async function open(kind: BrowserKind): Promise<Lent> {
  const play: Lent['play'] = { fixtures: () => undefined };
  const browser = await launch({ kind, fixtures: (host, path) => play.fixtures(host, path) });
  const mine = { browser, play, eye: await openWindow(browser) };
  await waitForWelcome(mine.eye);
  await closeAll(mine);
  return { ...mine, untouched: await mine.eye.evaluate(listTraces) };
}

/** Leaves one tab, the eye's. Playwright does not know all tabs, so the extension closes them. */
async function closeAll({ eye }: Pick<Lent, 'eye'>): Promise<void> {
  await eye.evaluate(closeTabs, await eye.evaluate(otherTabs));
}

/** @throws {Error} when anything is left of the file before */
async function clear(mine: Lent): Promise<void> {
  const { browser, untouched } = mine;
  await browser.context.clearCookies();
  await mine.eye.evaluate(emptyStores);
  // The start closes the eye, and a browser closes with its last tab.
  await browser.context.newPage();
  if (browser.kind === 'firefox') await mine.eye.evaluate(startAgain).catch(() => {});
  else await loadAgain(browser);
  mine.eye = await openNewWindow(browser);
  await closeAll(mine);
  const now = await mine.eye.evaluate(listTraces);
  if (now !== untouched) throw new Error(`The shared ${browser.kind} is not as it was at first: ${now} instead of ${untouched}.`);
}

/** Chromium leaves an extension off that was loaded over the DevTools protocol and reloads itself. */
async function loadAgain({ context }: Browser): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession();
  await session.send('Extensions.loadUnpacked' as never, { path: resolve(builtFolder.chromium) } as never);
  await session.detach();
}

/** Until the extension has started again its pages are those of before, or there are none. */
async function openNewWindow(browser: Browser): Promise<Page> {
  for (const end = Date.now() + 20_000; Date.now() < end;) {
    const eye = await openWindow(browser).catch(() => undefined);
    if (eye && await inTime(eye.evaluate(isNew)).catch(() => false)) return eye;
  }
  throw new Error(`The extension did not start again in ${browser.kind}.`);
}

const inTime = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([promise, new Promise<never>((_, reject) => { setTimeout(() => reject(new Error('too late')), 2_000); })]);
