import type { ImageSearch } from '../core/settings-schema.ts';

/** Pages a person can look a picture up on. Each is opened as it is: no address of a photo or a profile goes along. */
export const imageSearches = {
  google: { name: 'Google Images', address: 'https://images.google.com/' },
  bing: { name: 'Bing Visual Search', address: 'https://www.bing.com/visualsearch' },
  tineye: { name: 'TinEye', address: 'https://tineye.com/' },
  yandex: { name: 'Yandex Images', address: 'https://yandex.com/images/' },
} as const satisfies Record<ImageSearch, { readonly name: string; readonly address: string }>;
