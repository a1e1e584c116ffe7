import { browser } from 'wxt/browser';

/** Pages a person can look a picture up on. Each is opened as it is: no address of a photo or a profile goes along. */
export const imageSearches = {
  google: { name: 'Google Images', address: 'https://images.google.com/' },
  bing: { name: 'Bing Visual Search', address: 'https://www.bing.com/visualsearch' },
  tineye: { name: 'TinEye', address: 'https://tineye.com/' },
  yandex: { name: 'Yandex Images', address: 'https://yandex.com/images/' },
} as const;
export type ImageSearch = keyof typeof imageSearches;

/** storage.local `imageSearch`; what is no such page counts as not chosen. */
export async function readImageSearch(): Promise<ImageSearch> {
  const { imageSearch } = await browser.storage.local.get('imageSearch');
  return typeof imageSearch === 'string' && Object.hasOwn(imageSearches, imageSearch) ? imageSearch as ImageSearch : 'google';
}

export const setImageSearch = (imageSearch: ImageSearch): Promise<void> => browser.storage.local.set({ imageSearch });
