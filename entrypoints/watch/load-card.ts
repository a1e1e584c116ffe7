import type { mountWarning } from '../../components/mount-warning.ts';
import { ask } from '../../utils/platform/ask.ts';

export const cardKey = 'bonafideCard';
export type CardWorld = typeof globalThis & { [cardKey]?: typeof mountWarning };

/**
 * Most pages never show a warning, so the card comes when one is due: the background puts its script beside this one. A page cannot
 * import one by itself without making it reachable for the site.
 */
export async function loadCard(): Promise<typeof mountWarning> {
  const world = globalThis as CardWorld;
  if (!world[cardKey]) await ask('card', {});
  const mount = world[cardKey];
  if (!mount) throw new Error('The warning could not be put into the page: reload it.');
  return mount;
}
