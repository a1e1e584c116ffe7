import type { Finding } from '../../utils/core/verdict.ts';
import { strengthOf, type Level } from '../../utils/core/score.ts';
import type { Judgement } from '../../utils/platform/questions.ts';
import type { Reading } from '../../utils/surfaces/surface.ts';
import type { Item } from './judge-readings.ts';

export type Judged = Item & { readonly judgement: Judgement };

const isJudged = (item: Item): item is Judged => item.judgement !== undefined;
const weightOf = ({ judgement: { verdict } }: Judged) => strengthOf(verdict);

/** The strongest judged item, what the person dismissed left out. */
export function worstItem(items: readonly Item[]): Judged | undefined {
  const open = items.filter(isJudged).filter(({ judgement }) => judgement.dismissed === undefined);
  return open.reduce<Judged | undefined>((worst, item) => (!worst || weightOf(item) > weightOf(worst) ? item : worst), undefined);
}

export const levelOfPage = (items: readonly Item[]): Level => worstItem(items)?.judgement.verdict.level ?? 'none';

/** Where a finding stands: the very link or file it quotes while that is there, the photo, or the whole of what was read. */
export function anchorOf(reading: Reading, findings: readonly Finding[], isThere: (element: Element) => boolean): Element {
  for (const { fact, index } of findings.flatMap(({ seen }) => seen)) {
    const list = fact.startsWith('links.') ? reading.links : fact.startsWith('files.') ? reading.files : [];
    const element = index === undefined ? undefined : list[index];
    if (element && isThere(element)) return element;
    if (reading.photo && /photo/i.test(fact)) return reading.photo;
  }
  return reading.element;
}
