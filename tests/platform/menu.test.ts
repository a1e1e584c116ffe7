import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { menuBar } from './fresh-browser.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

describe('menu', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    vi.resetModules();
  });

  it('hands what was chosen to the page it opens, once', async () => {
    const choose = menuBar();
    const { keepMenu, takeWaiting } = await import('../../utils/platform/menu.ts');
    keepMenu();
    choose({ selectionText: 'Please run it.' });
    const [tab] = await vi.waitFor(async () => {
      const opened = (await fakeBrowser.tabs.query({})).filter(({ url }) => url?.includes('check.html'));
      expect(opened).toHaveLength(1);
      return opened;
    });
    expect(await takeWaiting(tab!.id)).toEqual({ text: 'Please run it.', link: undefined });
    expect(await takeWaiting(tab!.id)).toEqual({});
  });

  it('gives another tab nothing, and stores nothing', async () => {
    const choose = menuBar();
    const { keepMenu, takeWaiting } = await import('../../utils/platform/menu.ts');
    keepMenu();
    choose({ linkUrl: 'https://task.example/' });
    expect(await takeWaiting(987)).toEqual({});
    expect([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)]).toEqual([{}, {}]);
  });
});
