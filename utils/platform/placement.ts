import { browser } from 'wxt/browser';

/** Where warnings appear: in the page too, or on the browser's own button and in its side panel only. */
export const placements = ['inline', 'toolbar'] as const;
export type Placement = (typeof placements)[number];

/** storage.local `placement`; what is no placement counts as not chosen. */
export async function readPlacement(): Promise<Placement> {
  const { placement } = await browser.storage.local.get('placement');
  return placements.find((one) => one === placement) ?? 'inline';
}

export const setPlacement = (placement: Placement): Promise<void> => browser.storage.local.set({ placement });

/** Calls back when another placement is chosen, on whichever page. Call it in a worker's first tick: a change wakes the worker. */
export function onPlacementChange(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && 'placement' in changes) changed();
  });
}
