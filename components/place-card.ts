/** Viewport pixels. */
export interface Box { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
export interface Size { readonly width: number; readonly height: number }
/** Where the thing stands that the card is about, seen from the card. */
export type Whereabouts = 'beside' | 'above' | 'below' | 'gone';
export interface Place { readonly left: number; readonly top: number; readonly whereabouts: Whereabouts }

/** Room to the thing and to the edge of the window. */
const gap = 12;
/** Farthest a card stands from what it is about: across a column of text, or some ten lines of it. */
const near = 560;
const nearLines = 200;

/**
 * Where a card of `card` size goes in a window of `view` size. Beside the thing it is about when there is room, never over it; else
 * in a corner of the window that the thing does not reach into. `around` is what the thing belongs to, a message around a link: the
 * card stands outside of it when that is near enough to be seen as about the thing. `within` is what the thing scrolls in, a list of
 * messages: past its edges nobody sees the thing, though the window goes on there.
 */
export function placeCard(anchor: Box | undefined, around: Box | undefined, card: Size, view: Size, within?: Box): Place {
  if (!anchor || anchor.width === 0 || anchor.height === 0) return { ...corners(card, view)[0]!, whereabouts: 'gone' };
  if (anchor.top + anchor.height <= Math.max(0, within?.top ?? 0)) return { ...dock(card, view, within), whereabouts: 'above' };
  if (anchor.top >= Math.min(view.height, within ? within.top + within.height : view.height)) return { ...dock(card, view, within), whereabouts: 'below' };
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  const alongside = keep(anchor.top, card.height, view.height);
  const aligned = keep(anchor.left, card.width, view.width);
  const spots = [
    ...(around ? outside(anchor, around, card).map((left) => ({ left, top: alongside })) : []),
    ...(around ? overOrUnder(anchor, around, card).map((top) => ({ left: aligned, top })) : []),
    { left: right + gap, top: alongside },
    { left: anchor.left - gap - card.width, top: alongside },
    { left: aligned, top: bottom + gap },
    { left: aligned, top: anchor.top - gap - card.height },
    ...corners(card, view),
  ];
  const free = spots.find((spot) => isInside(spot, card, view) && !overlaps(spot, card, anchor));
  // A thing as large as the window leaves no free corner: a long message, whose text may be covered at its end.
  return { ...(free ?? corners(card, view)[0]!), whereabouts: 'beside' };
}

const outside = (anchor: Box, around: Box, card: Size) => [
  ...(around.left + around.width - anchor.left - anchor.width <= near ? [around.left + around.width + gap] : []),
  ...(anchor.left - around.left <= near ? [around.left - gap - card.width] : []),
];

const overOrUnder = (anchor: Box, around: Box, card: Size) => [
  ...(around.top + around.height - anchor.top - anchor.height <= nearLines ? [around.top + around.height + gap] : []),
  ...(anchor.top - around.top <= nearLines ? [around.top - gap - card.height] : []),
];

const keep = (start: number, length: number, room: number) => Math.max(gap, Math.min(start, room - length - gap));

function corners(card: Size, view: Size) {
  const left = Math.max(gap, view.width - card.width - gap);
  const bottom = Math.max(gap, view.height - card.height - gap);
  return [{ left, top: bottom }, { left, top: gap }, { left: gap, top: bottom }, { left: gap, top: gap }];
}

/** For what is out of sight: off the list that has to be scrolled to it, where there is room. */
function dock(card: Size, view: Size, within: Box | undefined) {
  const docks = corners(card, view);
  if (!within) return docks[0]!;
  const top = keep(within.top + within.height - card.height, card.height, view.height);
  const besides = [{ left: within.left - gap - card.width, top }, { left: within.left + within.width + gap, top }];
  return [...besides, ...docks].find((spot) => isInside(spot, card, view) && !overlaps(spot, card, within)) ?? docks[0]!;
}

const isInside = (spot: { left: number; top: number }, card: Size, view: Size) =>
  spot.left >= gap && spot.top >= gap && spot.left + card.width <= view.width - gap && spot.top + card.height <= view.height - gap;

const overlaps = (spot: { left: number; top: number }, card: Size, anchor: Box) =>
  spot.left < anchor.left + anchor.width && spot.left + card.width > anchor.left
  && spot.top < anchor.top + anchor.height && spot.top + card.height > anchor.top;
