import { browser } from 'wxt/browser';

/** What the library's types leave out: Chromium has the one, Firefox the other. */
interface Panels {
  readonly sidePanel?: { open(beside: { readonly windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}
const { sidePanel, sidebarAction } = browser as unknown as Panels;

/** Some browsers built on Chromium have no side panel, and Firefox on phones has none. */
export const hasPanel = sidePanel !== undefined || sidebarAction !== undefined;

/** Opens the side panel of a window. Call it in the click itself, before anything is awaited: both browsers insist. */
export const openPanel = async (windowId: number): Promise<void> => (sidePanel ? sidePanel.open({ windowId }) : sidebarAction?.open());
