import { closest, find, findAll, isShown } from './dom.ts';

/**
 * Where each fact of a surface stands: selectors by fact, the most stable first. Behind each stands a comment with the reason it is
 * there (front end, year, source); `npm run surfaces` makes docs/surfaces.md of them.
 */
export type Candidates = readonly string[];
export type Places = Readonly<Record<string, Candidates>>;
type Root = Parameters<typeof find>[0];

/** Which candidate of a list answered since it was last asked. One surface reads at a time, in one turn. */
const answers = new WeakMap<Candidates, number>();

/** The first match of the first candidate that has one, shown or not. */
export function findAt(root: Root, candidates: Candidates, isOurs?: (element: Element) => boolean): Element | undefined {
  return pick(candidates, (selector) => (isOurs ? findAll(root, selector).find(isOurs) : find(root, selector)));
}

/** The first shown match of the first candidate that has one. */
export function findShownAt(root: Root, candidates: Candidates, isOurs: (element: Element) => boolean = () => true): Element | undefined {
  return pick(candidates, (selector) => findAll(root, selector).find((element) => isShown(element) && isOurs(element)));
}

/** All shown matches of the first candidate that has any. */
export function findAllAt(root: Root, candidates: Candidates, isOurs: (element: Element) => boolean = () => true): Element[] {
  return pick(candidates, (selector) => {
    const found = findAll(root, selector).filter((element) => isShown(element) && isOurs(element));
    return found.length > 0 ? found : undefined;
  }) ?? [];
}

/** The nearest element around one, or itself, that fits the first candidate that any fits. */
export const closestAt = (element: Element, candidates: Candidates): Element | undefined =>
  pick(candidates, (selector) => closest(element, selector) ?? undefined);

/** All matches of the first candidate that has any, shown or not: asking thousands whether they are shown costs too much. */
export const everyAt = (root: Root, candidates: Candidates): Element[] => pick(candidates, (selector) => {
  const found = findAll(root, selector);
  return found.length > 0 ? found : undefined;
}) ?? [];

function pick<T>(candidates: Candidates, ask: (selector: string) => T | undefined): T | undefined {
  for (const [i, selector] of candidates.entries()) {
    const found = ask(selector);
    if (found === undefined) continue;
    answers.set(candidates, i);
    return found;
  }
  return undefined;
}

/** Number of the candidate that answered, by fact, since the last call. Facts that none answered are absent. */
export function takeAnswers(places: Places): Record<string, number> {
  const taken: Record<string, number> = {};
  for (const [fact, candidates] of Object.entries(places)) {
    const answer = answers.get(candidates);
    if (answer !== undefined) taken[fact] = answer;
    answers.delete(candidates);
  }
  return taken;
}
