import { followTabs } from './follow-tabs.ts';
import { findTab, readTab, type Tab, type TabView } from './read-tab.ts';

/** Pause before a page that is still loading is asked once more, in ms. */
const loadingPause = 1_000;

/** Without a view the page is still being read; `fault` is why something did not work. */
export interface ShownTab { readonly tab?: Tab; readonly view?: TabView; readonly fault?: string }
export interface WatchedTab {
  /** Reads the tab in front; `again` has everything on it judged anew. */
  read(again: boolean): Promise<void>;
  /** Carries out what may fail, and shows why it did. */
  attempt(action: Promise<unknown>): void;
  stop(): void;
}

/** Shows the tab in front once, or follows it. */
export function watchTab(address: string, follows: boolean, show: (shown: ShownTab) => void): WatchedTab {
  let shown: ShownTab = {};
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const change = (next: ShownTab) => show(shown = next);

  const watched: WatchedTab = {
    async read(again) {
      // Answers may overtake each other: a page answers only when all on it is judged.
      const mine = (turn += 1);
      clearTimeout(timer);
      const tab = await findTab(address);
      if (mine !== turn) return;
      // What was found in one tab must not stand beside another.
      change(shown.tab?.id === tab?.id ? { ...shown, tab } : { tab });
      const view = tab ? await readTab(tab, again) : { items: [], absence: 'unsupported' as const };
      if (mine !== turn) return;
      change({ ...shown, view });
      if (!view) timer = setTimeout(() => watched.attempt(watched.read(false)), loadingPause);
    },
    attempt(action) {
      action.then(() => change({ ...shown, fault: undefined }), (error: Error) => change({ ...shown, fault: error.message }));
    },
    stop() {
      turn += 1;
      clearTimeout(timer);
      stopFollowing?.();
    },
  };
  const stopFollowing = follows
    ? followTabs((tabId) => { if (tabId === undefined || tabId === shown.tab?.id) watched.attempt(watched.read(false)); })
    : undefined;
  watched.attempt(watched.read(false));
  return watched;
}
