import type { PageQuestions } from '../../utils/platform/questions.ts';
import type { Item } from './judge-readings.ts';

/** Where the photo of an item stands on the screen, in CSS pixels; null unless it is whole in view. */
export function photoPlace(items: readonly Item[], key: string, view: Window): PageQuestions['photoPlace']['answer'] {
  const photo = items.find((item) => item.key === key)?.reading.photo;
  if (!photo?.isConnected) return null;
  const { x, y, width, height, right, bottom } = photo.getBoundingClientRect();
  const isWhole = width > 0 && height > 0 && x >= 0 && y >= 0 && right <= view.innerWidth && bottom <= view.innerHeight;
  return isWhole ? { x, y, width, height, ratio: view.devicePixelRatio } : null;
}
