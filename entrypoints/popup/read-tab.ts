import { browser } from 'wxt/browser';
import type { Absence } from '../../components/page-note.tsx';
import { isReadingPlace } from '../../utils/core/reading-places.ts';
import { askPage } from '../../utils/platform/ask.ts';
import type { PageItem } from '../../utils/platform/questions.ts';

export interface Tab { readonly id: number; readonly windowId: number; readonly url?: string }
/** What the popup shows: what is on the page, or why there is nothing. */
export interface TabView { readonly items: readonly PageItem[]; readonly absence?: Absence; readonly trouble?: string }

const rank = { none: 0, notice: 1, caution: 2, danger: 3 };

/** The tab in front, or the one named by `?tab=`: a popup cannot be opened by a test. */
export async function findTab(address: string): Promise<Tab | undefined> {
  const named = Number(new URL(address).searchParams.get('tab'));
  const tab = named ? await browser.tabs.get(named) : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? undefined : { id: tab.id, windowId: tab.windowId, url: tab.url };
}

/** Asks the tab what it shows; `again` has everything judged anew. */
export async function readTab(tab: Tab, again: boolean): Promise<TabView> {
  const state = await askPage(tab.id, 'state', { again }).catch(() => undefined);
  if (!state) return { items: [], absence: isRead(tab.url) ? 'orphaned' : 'unsupported' };
  const items = [...state.items].sort((a, b) => weightOf(b) - weightOf(a));
  const idle = items.length === 0 && !state.trouble ? 'idle' as const : undefined;
  return { items, trouble: state.trouble, absence: state.health === 'unreadable' ? 'unreadable' : idle };
}

const weightOf = ({ judgement: { verdict } }: PageItem) => rank[verdict.level] + verdict.score;
const isRead = (url: string | undefined) => url !== undefined && isReadingPlace(new URL(url).host);
