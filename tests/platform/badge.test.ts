import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { levels } from '../../utils/core/score.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
const { setBadge } = await import('../../utils/platform/badge.ts');

const shown = async (tabId: number) => ({
  text: await fakeBrowser.action.getBadgeText({ tabId }), color: await fakeBrowser.action.getBadgeBackgroundColor({ tabId }),
  title: await fakeBrowser.action.getTitle({ tabId }),
});

describe('badge', () => {
  beforeEach(() => fakeBrowser.reset());

  it.each([
    ['danger', 'readable', '!', 'badge.danger'], ['caution', 'readable', '!', 'badge.caution'], ['notice', 'readable', '·', 'badge.notice'],
    ['none', 'readable', '', 'badge.none'], ['none', 'unreadable', '?', 'badge.unreadable'], ['none', 'nothing to read', '', 'badge.nothing'],
    ['danger', 'unreadable', '!', 'badge.danger'],
  ] as const)('shows %s on a page that is %s as "%s" with words', async (level, health, text, title) => {
    await setBadge(7, { level, health });
    expect(await shown(7)).toMatchObject({ text, title });
  });

  it('belongs to one tab', async () => {
    await setBadge(7, { level: 'danger', health: 'readable' });
    expect((await shown(8)).text).toBe('');
  });

  it('tells danger from caution by colour, and is never green', async () => {
    const colors = await Promise.all(levels.map(async (level, tabId) => {
      await setBadge(tabId, { level, health: 'readable' });
      return (await shown(tabId)).color;
    }));
    expect(colors[levels.indexOf('danger')]).not.toEqual(colors[levels.indexOf('caution')]);
    for (const [red = 0, green = 0, blue = 0] of colors as number[][]) expect(green).toBeLessThanOrEqual(Math.max(red, blue));
  });
});
