import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askPages, waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { addresses, movingWeb, type Scene } from './moving-pages.ts';
import { isWarned, openStage, type Stage } from './stage.ts';

/** Longest a person may see what belongs to the page before, in ms. */
const prompt = 2_000;
interface App { go(scene: string): void; move(path: string): void; cameBack?: boolean; card?: Element | null }

const isWarning = (seen: Seen) => ['caution', 'danger'].includes(levelOn(seen));
const isCalm = (seen: Seen) => levelOn(seen) === 'none' && seen.badge === '';
const isEmpty = (seen: Seen) => seen.state.items.length === 0;
const surfacesOn = ({ state }: Seen) => state.items.map(({ facts }) => facts.surface);
const directionsOn = ({ state }: Seen) => state.items.map(({ facts }) => [facts.sender?.name, facts.message?.thread?.map(({ from }) => from)]);

describe.each(browserKinds)('moving about in %s', (kind) => {
  let stage: Stage;
  const faults: string[] = [];
  const visit = async (scene: Scene) => {
    await stage.page.bringToFront();
    await stage.page.goto('about:blank');
    await stage.page.goto(addresses[scene]);
  };
  const go = (scene: Scene) => stage.page.evaluate((name) => (globalThis as unknown as App).go(name), scene);
  const move = (path: string) => stage.page.evaluate((to) => (globalThis as unknown as App).move(to), path);
  /** The page that asked may be gone before it can answer. */
  const back = () => stage.page.evaluate(() => history.back()).catch(() => {});
  const address = () => stage.page.evaluate(() => location.href).catch(() => '');
  const soon = (settled: (seen: Seen) => boolean) => waitForState(stage.eye, settled, prompt);
  /** Bare elements at the root: the card is one. */
  const cards = () => stage.page.evaluate(() => [...document.documentElement.children].filter((child) => child.localName === 'div').length);

  beforeAll(async () => {
    stage = await openStage(kind, movingWeb, { keepsPages: true });
    stage.page.on('pageerror', ({ stack }) => faults.push(stack ?? ''));
  });
  afterAll(() => stage?.browser.stop());

  it('takes card and badge away when the app moves to a thread that is harmless, and brings them back', async () => {
    await visit('asked');
    await waitForState(stage.eye, (seen) => isWarning(seen) && seen.badge !== '');
    await go('hello');
    await soon(isCalm);
    await expect.poll(() => isWarned(stage.page), { timeout: prompt }).toBe(false);
    await back();
    await soon((seen) => isWarning(seen) && seen.badge !== '');
    await expect.poll(cards, { timeout: prompt }).toBe(1);
  });

  it('follows the app from a thread to a profile and back', async () => {
    await visit('asked');
    await waitForState(stage.eye, isWarning);
    await go('profile');
    await soon((seen) => surfacesOn(seen).join() === 'linkedin-profile');
    await expect.poll(() => isWarned(stage.page), { timeout: prompt }).toBe(false);
    await back();
    await soon((seen) => surfacesOn(seen).join() === 'linkedin-message' && isWarning(seen));
    await expect.poll(cards, { timeout: prompt }).toBe(1);
  });

  it('notices an address that changes alone', async () => {
    await visit('profile');
    await waitForState(stage.eye, (seen) => !isEmpty(seen));
    await move(addresses.feed);
    expect((await soon(isEmpty)).state.health).toBe('nothing to read');
    await back();
    expect(surfacesOn(await soon((seen) => !isEmpty(seen)))).toEqual(['linkedin-profile']);
  });

  it('is right on a page the browser kept, with one card', async () => {
    await visit('asked');
    await waitForState(stage.eye, isWarning);
    await stage.page.goto(addresses.elsewhere);
    expect(await askPages(stage.eye)).toBeUndefined();
    await back();
    await expect.poll(address, { timeout: 10_000 }).toBe(addresses.asked);
    await soon((seen) => isWarning(seen) && seen.badge !== '');
    expect(await stage.page.evaluate(() => (globalThis as unknown as App).cameBack)).toBe(true);
    await expect.poll(cards, { timeout: prompt }).toBe(1);
    await go('hello');
    await soon(isCalm);
    expect(await cards()).toBe(0);
  });

  it('takes whom LinkedIn names in its bar as the person', async () => {
    await visit('account');
    const first = await waitForState(stage.eye, (seen) => !isEmpty(seen));
    expect(directionsOn(first)).toEqual([['Elin Marwick', ['them', 'me']]]);
    await stage.page.evaluate(() => {
      const other = document.createElement('img');
      other.className = 'global-nav__me-photo';
      other.alt = 'Elin Marwick';
      document.querySelector('.global-nav__me-photo')!.replaceWith(other);
    });
    const second = await soon((seen) => directionsOn(seen)[0]?.[0] === 'Noor Palmer');
    expect(directionsOn(second)).toEqual([['Noor Palmer', ['me', 'them']]]);
  });

  it('takes whom Gmail names in its account button as the person', async () => {
    await visit('mail');
    await waitForState(stage.eye, ({ state }) => state.items.map(({ facts }) => facts.sender?.name).join() === 'Elin Marwick');
    await stage.page.evaluate(() => {
      history.pushState({}, '', location.href.replace('/u/0/', '/u/1/'));
      document.querySelector('#gb a')!.setAttribute('aria-label', 'Account: Elin (elin@larkfield.example)');
    });
    const seen = await soon((now) => directionsOn(now)[0]?.[0] === 'Noor Palmer');
    expect(directionsOn(seen).length).toBe(1);
  });

  it('falls silent in pages that outlive the extension', async () => {
    await visit('asked');
    await waitForState(stage.eye, isWarning);
    const reload = () => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload();
    await stage.page.evaluate(() => { (globalThis as unknown as App).card = document.documentElement.lastElementChild; });
    await stage.eye.evaluate(reload).catch(() => {});
    await go('hello');
    await go('asked');
    const isOldThere = () => stage.page.evaluate(() => (globalThis as unknown as App).card!.isConnected);
    await expect.poll(isOldThere, { timeout: 20_000 }).toBe(false);
    // Firefox starts the new script in open pages, Chromium does not.
    await expect.poll(cards, { timeout: 20_000 }).toBe(kind === 'firefox' ? 1 : 0);
    expect(faults).toEqual([]);
  });
});
