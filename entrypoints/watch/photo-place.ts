import type { PageQuestions } from '../../utils/platform/questions.ts';
import { boxInView } from '../../utils/surfaces/dom.ts';
import type { Item } from './judge-readings.ts';

/** Where the photo of an item stands on the screen, in CSS pixels; null unless it is whole in view. */
export function photoPlace(items: readonly Item[], key: string, view: Window): PageQuestions['photoPlace']['answer'] {
  const photo = items.find((item) => item.key === key)?.reading.photo;
  const box = photo && boxInView(photo);
  if (!box) return null;
  const { left: x, top: y, width, height } = box;
  const isWhole = width > 0 && height > 0 && x >= 0 && y >= 0 && x + width <= view.innerWidth && y + height <= view.innerHeight;
  return isWhole ? { x, y, width, height, ratio: view.devicePixelRatio } : null;
}
