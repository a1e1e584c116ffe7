import { browser } from 'wxt/browser';
import type { Absence } from '../../components/page-note.tsx';
import { isReadingPlace } from '../../utils/core/reading-places.ts';
import { repositoryLink, repositoryPlace } from '../../utils/core/repository-link.ts';
import { strengthOf } from '../../utils/core/score.ts';
import { askPage } from '../../utils/platform/ask.ts';
import { recallInspection, type Inspected } from '../../utils/platform/inspections.ts';
import { isKeptOut } from '../../utils/platform/kept-out.ts';
import { isOwnSite } from '../../utils/platform/own-sites.ts';
import type { PageItem, PageState } from '../../utils/platform/questions.ts';

export interface Tab {
  readonly id: number;
  readonly windowId: number;
  readonly url?: string;
  readonly title?: string;
  readonly isLoading: boolean;
  readonly isPrivate: boolean;
}
/** What popup and side panel show: what is on the page, or why there is nothing. */
export interface TabView {
  readonly items: readonly PageItem[];
  readonly absence?: Absence;
  readonly trouble?: string;
  /** Host that may be watched too: nobody reads it yet. */
  readonly offer?: string;
  /** Address of the repository whose page this is, and what is remembered of it. */
  readonly repository?: { readonly address: string; readonly inspected?: Inspected };
}

/** The tab in front, or the one named by `?tab=`: a popup cannot be opened by a test. */
export async function findTab(address: string): Promise<Tab | undefined> {
  const named = Number(new URL(address).searchParams.get('tab'));
  const tab = named ? await browser.tabs.get(named) : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return undefined;
  return { id: tab.id, windowId: tab.windowId!, url: tab.url, title: tab.title, isLoading: tab.status === 'loading', isPrivate: tab.incognito };
}

/** Asks the tab what it shows; `again` has everything judged anew. Undefined while a page that may yet answer is loading. */
export async function readTab(tab: Tab, again: boolean): Promise<TabView | undefined> {
  const state = await askPage(tab.id, 'state', { again }).catch(() => undefined);
  if (!state && tab.isLoading) return undefined;
  if (!state) return unread(tab);
  const items = [...state.items].sort((a, b) => weightOf(b) - weightOf(a));
  const idle = items.length === 0 && !state.trouble ? 'idle' as const : undefined;
  return { items, trouble: state.trouble, absence: absences[state.health] ?? idle };
}

/** What a page says of itself that is more than having nothing on it. */
const absences: { readonly [H in PageState['health']]?: Absence } = { unreadable: 'unreadable', 'switched off': 'off' };

const weightOf = ({ judgement: { verdict } }: PageItem) => strengthOf(verdict);

/** The address is known only where the person pressed the button, or where the extension may read. */
async function unread({ id, url: address }: Tab): Promise<TabView> {
  // Without the port: Firefox's permissions know none, and Chromium's then hold for all.
  const { protocol, hostname: host } = (address !== undefined && URL.parse(address)) || {};
  if (await isKeptOut(id, host)) return { items: [], absence: 'keptOut' };
  if (protocol !== 'https:' || !host) return { items: [], absence: 'unsupported' };
  const repository = repositoryLink(address!);
  if (repository) return { items: [], repository: { address: address!, inspected: await recallInspection(repositoryPlace(repository)) } };
  const isRead = isReadingPlace(host) || await isOwnSite(host);
  return isRead ? { items: [], absence: 'orphaned' } : { items: [], absence: 'unsupported', offer: host };
}
