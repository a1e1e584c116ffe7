import { windowIn } from './dom.ts';

/**
 * Place of a frame in its tab: its number among the frames of the one around it, from the outermost in. Windows may be counted and compared
 * across origins, so both ends of a tab find the same one by it. Frames cannot be told by their address: each mail of a conversation
 * has the same.
 */
export type FramePlace = readonly number[];

/** Frames looked through in each window: a page of more is built to cost time. */
const mostFrames = 200;

/** Undefined for the page itself, and for a frame that is no longer in one. */
export function placeOf(view: Window): FramePlace | undefined {
  const place: number[] = [];
  for (let inner = view; inner !== inner.parent; inner = inner.parent) {
    const { parent } = inner;
    const most = Math.min(parent.length, mostFrames);
    let number = 0;
    while (number < most && parent[number] !== inner) number++;
    if (number === most) return undefined;
    place.unshift(number);
  }
  return place.length > 0 ? place : undefined;
}

/** Whether an `<iframe>` shows what stands at that place of its tab; `view` is the page's own window. */
export function isAt(frame: Element, place: FramePlace, view: Window): boolean {
  let window: Window | undefined = view;
  for (const number of place) window = window?.[number];
  return window !== undefined && windowIn(frame) === window;
}
