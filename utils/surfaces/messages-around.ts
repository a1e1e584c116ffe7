import { find, isWithin, parentOf, precedes } from './dom.ts';
import { findAllAt, type Candidates } from './places.ts';
import type { IsOurs } from './webmail.ts';

interface Marks { readonly message: Candidates; readonly pane: Candidates; readonly sender: Candidates; readonly body: Candidates }

/**
 * The messages of a page that marks only their parts: a message is the largest element around a sender, or around a body without one,
 * that holds no second sender or body. It grows to what is marked as a message and no further, and over the edge of a pane only to
 * join a sender with the body. Where each part's mark is missing or translated, the others still find it.
 */
export function messagesAround(page: Document, { message, pane, sender, body }: Marks, isOurs: IsOurs): Element[] {
  const outermost = (elements: Element[]) => elements.filter((one) => !elements.some((other) => other !== one && isWithin(one, other)));
  const panes = findAllAt(page, pane, isOurs);
  const isInPane = (element: Element) => panes.length === 0 || panes.some((shown) => isWithin(element, shown));
  const marked = findAllAt(page, message, isOurs);
  // A body's own mark is on the edge of what a stranger wrote; only the one around it all counts.
  const bodies = outermost(findAllAt(page, body, (element) => isOurs(parentOf(element) ?? element))).filter(isInPane);
  const isMarked = (one: Element) => marked.find((around) => around !== one && isWithin(one, around));
  // A header may name who wrote twice, at the picture and in words: of a marked message the first counts.
  const senders = outermost(findAllAt(page, sender, isOurs)).filter(isInPane)
    .filter((one, i, all) => all.findIndex((other) => isMarked(other) && isMarked(other) === isMarked(one)) === i || !isMarked(one));
  const count = (around: Element, parts: readonly Element[]) => parts.filter((part) => isWithin(part, around)).length;

  const grown = (part: Element): Element => {
    let current = part;
    for (let above = parentOf(part); above && parentOf(above); above = parentOf(above)) {
      const [within, whole] = [count(above, senders), count(above, bodies)];
      if (within > 1 || whole > 1 || marked.includes(current) || panes.includes(current)) break;
      const joins = whole > count(current, bodies) || within > count(current, senders);
      if (!joins && (panes.includes(above) || find(above, '[data-convid]'))) break;
      current = above;
    }
    return current;
  };
  const around = new Set(senders.map(grown));
  for (const one of bodies) if (![...around].some((found) => isWithin(one, found))) around.add(grown(one));
  return outermost([...around]).sort((a, b) => (a === b ? 0 : precedes(a, b) ? -1 : 1));
}
