import { documentIn, findAll, isShown } from './dom.ts';

/** Frames looked into at most, and how deep: webmail draws a preview or the whole program in one, some the mail in another inside. */
const mostFrames = 20;
const deepest = 3;

/** The page and the shown frames of the same origin, outermost first; frames a stranger's words stand in are not `isOurs`. */
export function documentsIn(document: Document, isOurs: (frame: Element) => boolean = () => true): Document[] {
  const found = [document];
  const depths = [0];
  for (let i = 0; i < found.length && found.length < mostFrames; i++) {
    if (depths[i] === deepest) continue;
    for (const frame of findAll(found[i]!, 'iframe, frame')) {
      const inside = documentIn(frame);
      if (!inside || found.length >= mostFrames || !isShown(frame) || !isOurs(frame)) continue;
      found.push(inside);
      depths.push(depths[i]! + 1);
    }
  }
  return found;
}

/** The frames of those documents, whatever their origin: a shown one may get its content later. */
export const framesIn = (document: Document): Element[] =>
  documentsIn(document).flatMap((page) => findAll(page, 'iframe, frame')).slice(0, mostFrames);
