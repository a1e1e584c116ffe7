import { useEffect, useState } from 'preact/hooks';
import { watchTab, type ShownTab, type WatchedTab } from './watch-tab.ts';

export interface TabInFront extends ShownTab, Pick<WatchedTab, 'read' | 'attempt'> {}

/** The tab in front with what it shows; with `follows`, kept up to date for as long as our own page is open. */
export function useTab(follows: boolean): TabInFront {
  const [shown, setShown] = useState<ShownTab>({});
  const [{ read, attempt, stop }] = useState(() => watchTab(location.href, follows, setShown));
  useEffect(() => stop, [stop]);
  return { ...shown, read, attempt };
}
