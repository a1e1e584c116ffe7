import { isConnected } from './dom.ts';
import { isAt, type FramePlace } from './frame-place.ts';
import { framesIn } from './frames.ts';
import type { ToldWords } from './mail-words.ts';

/** What a frame's own script says of the mail it shows; without `words` it shows none. */
export interface Telling {
  /** The browser's number of the frame. */
  readonly frame: number;
  readonly place: FramePlace;
  readonly words?: ToldWords;
}
interface Told { readonly element: Element; readonly words: ToldWords; isSettled?: true; by?: string }

/**
 * Time until told words count, in ms. Header and words come from two processes, so they are not of one moment: a program that shows the
 * next mail in the same frame may draw its header before or after the words.
 */
const settles = 500;

/** In this page's memory only, for as long as the frame is in the page. */
const told = new Map<number, Told>();
const listeners = new Set<() => void>();
const tellAll = () => { for (const listener of listeners) listener(); };

/** Calls `onChange` when a frame told something. */
export function onTold(signal: AbortSignal, onChange: () => void): void {
  listeners.add(onChange);
  signal.addEventListener('abort', () => listeners.delete(onChange));
}

/** Keeps what a frame says. False when the page shows no such frame: then it is not kept. */
export function takeTelling(view: Window, document: Document, { frame, place, words }: Telling): boolean {
  for (const [number, { element }] of told) if (number === frame || !isConnected(element)) told.delete(number);
  const element = framesIn(document).find((one) => isAt(one, place, view));
  if (element && words) {
    const kept: Told = { element, words };
    told.set(frame, kept);
    setTimeout(() => {
      kept.isSettled = true;
      tellAll();
    }, settles);
  }
  tellAll();
  return element !== undefined;
}

/**
 * Words told of a frame, for the person the page shows as their sender. Undefined while they are not certain: when two frames claimed the
 * place, and when another sender stands there than when they were told, until the frame tells anew.
 */
export function toldIn(element: Element, by: string | undefined): ToldWords | undefined {
  const [found, another] = [...told.values()].filter((one) => one.element === element);
  if (!found?.isSettled || another || by === undefined) return undefined;
  found.by ??= by;
  return found.by === by ? found.words : undefined;
}
