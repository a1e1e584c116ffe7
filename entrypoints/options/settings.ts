import { browser } from 'wxt/browser';
import { ownSites } from '../../utils/platform/own-sites.ts';
import type { ImageSearch, PhotoDays, Placement } from '../../utils/core/settings.ts';
import { readSettings as readChoices, writeSetting } from '../../utils/platform/settings.ts';
import type { Trouble } from '../../utils/platform/trouble.ts';

/** LinkedIn's image host: the one place the extension may ever ask, and only when told to. */
const photoHost = { origins: ['https://media.licdn.com/*'] };

export interface Settings {
  readonly placement: Placement;
  readonly checkPhotos: boolean;
  readonly imageSearch: ImageSearch;
  readonly photoDays: PhotoDays;
  readonly photoTrouble?: string;
  readonly dismissals: number;
  /** Hosts the person added. */
  readonly ownSites: readonly string[];
}

export async function readSettings(): Promise<Settings> {
  const kept = await browser.storage.local.get(['dismissed', 'trouble-photos']);
  const passing = await browser.storage.session.get('dismissed');
  const isAllowed = await browser.permissions.contains(photoHost);
  const dismissals = { ...passing.dismissed as object, ...kept.dismissed as object };
  const { placement, checkPhotos, imageSearch, rememberPhotosDays } = (await readChoices()).settings;
  return {
    placement: placement.value, checkPhotos: checkPhotos.value && isAllowed, dismissals: Object.keys(dismissals).length, ownSites: await ownSites(),
    imageSearch: imageSearch.value, photoDays: rememberPhotosDays.value, photoTrouble: (kept['trouble-photos'] as Trouble | undefined)?.sentence,
  };
}

/** Asks for the permission first, in the person's own click; without it the check stays off. False when it was refused. */
export async function setCheckPhotos(on: boolean): Promise<boolean> {
  const allowed = on ? await browser.permissions.request(photoHost) : true;
  await writeSetting('checkPhotos', on && allowed);
  if (!on) await browser.permissions.remove(photoHost);
  return allowed;
}

/** Those of private windows stand in the session, which no disk sees. */
export async function clearDismissals(): Promise<void> {
  await Promise.all([browser.storage.local.remove('dismissed'), browser.storage.session.remove('dismissed')]);
}

/** Calls back whenever a setting changes, here or elsewhere. Returns the way to stop. */
export function onSettingsChange(changed: () => void): () => void {
  browser.storage.onChanged.addListener(changed);
  return () => browser.storage.onChanged.removeListener(changed);
}
