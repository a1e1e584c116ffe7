import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { watchTab, type ShownTab, type WatchedTab } from '../../entrypoints/tab/watch-tab.ts';
import type { PageState, Reply } from '../../utils/platform/questions.ts';

const readable = (trouble?: string): Reply<PageState> => ({ ok: { health: 'readable', items: [], trouble } });
const own = 'chrome-extension://test-extension-id/sidepanel.html';
const tabs = new Map<number, { status: string }>();
let inFront = 1;
let shown: ShownTab;
let watched: WatchedTab | undefined;
const send = vi.fn<(tabId: number) => Promise<unknown>>();
const open = (follows = true) => { watched = watchTab(own, follows, (next) => { shown = next; }); };
const news = (tabId: number) => fakeBrowser.runtime.onMessage.trigger({ ask: 'badge' }, { tab: { id: tabId } } as never, () => undefined);
const flush = () => vi.advanceTimersByTimeAsync(150);

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  inFront = 1;
  for (const id of [1, 2]) tabs.set(id, { status: 'complete' });
  send.mockReset().mockResolvedValue(readable());
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(async () => [{ id: inFront, windowId: 5, ...tabs.get(inFront) }] as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
});
afterEach(() => {
  watched?.stop();
  vi.useRealTimers();
});

describe('watchTab', () => {
  it('shows the tab in front', async () => {
    open(false);
    await flush();
    expect(shown).toMatchObject({ tab: { id: 1, windowId: 5 }, view: { absence: 'idle' } });
  });

  it('reads anew when the page asks the background for something', async () => {
    open();
    await flush();
    send.mockResolvedValue(readable('The pack is missing.'));
    await news(1);
    await flush();
    expect(shown.view?.trouble).toBe('The pack is missing.');
  });

  it('leaves questions to the background', async () => {
    open();
    expect(await news(1)).toEqual([undefined]);
  });

  it('does not care about news of other tabs, nor of any when it does not follow', async () => {
    open();
    await flush();
    await news(2);
    await flush();
    expect(send).toHaveBeenCalledTimes(1);
    watched!.stop();
    open(false);
    await flush();
    await news(1);
    await flush();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('takes a burst of news for one', async () => {
    open();
    await flush();
    for (let i = 0; i < 20; i += 1) await news(1);
    await flush();
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('shows nothing of the old tab while the new one is read', async () => {
    open();
    await flush();
    let answer!: (state: unknown) => void;
    send.mockReturnValue(new Promise((resolve) => { answer = resolve; }));
    inFront = 2;
    await fakeBrowser.tabs.onActivated.trigger({ tabId: 2, windowId: 5 });
    await flush();
    expect(shown).toMatchObject({ tab: { id: 2 } });
    expect(shown.view).toBeUndefined();
    answer(readable());
    await flush();
    expect(shown.view).toMatchObject({ absence: 'idle' });
  });

  it('drops an answer that comes after that of the next tab', async () => {
    let late!: (state: unknown) => void;
    send.mockImplementation((tabId) => (tabId === 1 ? new Promise((resolve) => { late = resolve; }) : Promise.resolve(readable())));
    open();
    await flush();
    inFront = 2;
    await fakeBrowser.tabs.onActivated.trigger({ tabId: 2, windowId: 5 });
    await flush();
    late(readable('This was the other tab.'));
    await flush();
    expect(shown).toMatchObject({ tab: { id: 2 }, view: { absence: 'idle', trouble: undefined } });
  });

  it('waits for a page that is loading, and asks it again', async () => {
    tabs.set(1, { status: 'loading' });
    send.mockRejectedValue(new Error('Could not establish connection.'));
    open(false);
    await flush();
    expect(shown.view).toBeUndefined();
    send.mockResolvedValue(readable());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(shown.view).toMatchObject({ absence: 'idle' });
  });

  it('says that a page does not answer once it is loaded', async () => {
    send.mockRejectedValue(new Error('Could not establish connection.'));
    open(false);
    await flush();
    expect(shown.view).toMatchObject({ absence: 'unsupported' });
  });

  it('shows why an action failed until one works', async () => {
    open(false);
    await flush();
    watched!.attempt(Promise.reject(new Error('The disk is full.')));
    await flush();
    expect(shown).toMatchObject({ fault: 'The disk is full.', view: { absence: 'idle' } });
    watched!.attempt(Promise.resolve());
    await flush();
    expect(shown.fault).toBeUndefined();
  });

  it('asks nothing more once it stopped', async () => {
    open();
    await flush();
    watched!.stop();
    await fakeBrowser.tabs.onActivated.trigger({ tabId: 2, windowId: 5 }).catch(() => undefined);
    await flush();
    expect(send).toHaveBeenCalledTimes(1);
  });
});
