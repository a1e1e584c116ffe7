import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openShortcutSettings, readShortcuts } from '../../utils/platform/shortcuts.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
const give = (commands: object) => Object.assign(fakeBrowser, { commands });
const opened = async () => (await fakeBrowser.tabs.query({})).flatMap(({ url }) => (url?.includes('shortcuts') ? [url] : []));

describe('shortcuts', () => {
  beforeEach(() => fakeBrowser.reset());

  it('tells the keys of each command, and none where the person took them away', async () => {
    give({ getAll: async () => [{ name: '_execute_action', shortcut: 'Alt+Shift+B' }, { name: 'open-check', shortcut: '' }, { name: 'of-another', shortcut: 'F9' }] });
    expect(await readShortcuts()).toEqual({ report: 'Alt+Shift+B', check: undefined });
  });

  it('opens the browser\'s own page, by its call where there is one and else by its address', async () => {
    const openSettings = vi.fn<() => Promise<void>>(async () => undefined);
    give({ openShortcutSettings: openSettings });
    await openShortcutSettings();
    expect([openSettings.mock.calls.length, await opened()]).toEqual([1, []]);
    give({});
    await openShortcutSettings();
    expect(await opened()).toEqual(['chrome://extensions/shortcuts']);
  });
});
