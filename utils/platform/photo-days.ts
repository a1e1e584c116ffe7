import { browser } from 'wxt/browser';
import { rememberedDays } from './day.ts';

/** How many days after it was last seen a photo is remembered, as the person may choose. */
export const photoDays = [30, 90, 180, 365] as const;
export type PhotoDays = (typeof photoDays)[number];

/** storage.local `rememberPhotosDays`; what is no choice counts as not chosen. */
export async function readPhotoDays(): Promise<PhotoDays> {
  const { rememberPhotosDays } = await browser.storage.local.get('rememberPhotosDays');
  return photoDays.find((days) => days === rememberPhotosDays) ?? rememberedDays;
}

export const setPhotoDays = (days: PhotoDays): Promise<void> => browser.storage.local.set({ rememberPhotosDays: days });
