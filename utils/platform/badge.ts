import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Ask } from './questions.ts';

interface Look { readonly text: string; readonly color: string; readonly title: () => string }

/** White on each reaches a contrast of 4.5. There is no green: nothing found does not mean all is well. */
const looks = {
  danger: { text: '!', color: '#b3261e', title: () => i18n.t('badge.danger') },
  caution: { text: '!', color: '#8a5a00', title: () => i18n.t('badge.caution') },
  notice: { text: '·', color: '#5f6368', title: () => i18n.t('badge.notice') },
  none: { text: '', color: '#5f6368', title: () => i18n.t('badge.none') },
  unreadable: { text: '?', color: '#5f6368', title: () => i18n.t('badge.unreadable') },
  'nothing to read': { text: '', color: '#5f6368', title: () => i18n.t('badge.nothing') },
  'switched off': { text: '', color: '#5f6368', title: () => i18n.t('badge.off') },
} as const satisfies Record<string, Look>;

/** Shows on the button of one tab what was found there; the title says it in words. A browser resets it when the tab moves on. */
export async function setBadge(tabId: number, { level, health }: Ask<'badge'>): Promise<void> {
  const { text, color, title } = looks[level === 'none' && health !== 'readable' ? health : level];
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({ tabId, title: title() }),
  ]);
}
