import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCard } from '../../components/place-card.ts';

const view = { width: 1200, height: 800 };
const card = { width: 376, height: 220 };
const link = { left: 100, top: 300, width: 120, height: 20 };

describe('placeCard', () => {
  it('stands beside a link, at its height', () => {
    expect(placeCard(link, undefined, card, view)).toEqual({ left: 232, top: 300, whereabouts: 'beside' });
  });

  it('stands outside of the message when its edge is near', () => {
    const message = { left: 80, top: 200, width: 500, height: 300 };
    expect(placeCard(link, message, card, view)).toEqual({ left: 592, top: 300, whereabouts: 'beside' });
  });

  it('goes below a message as wide as the window, and not over its words', () => {
    const message = { left: 20, top: 290, width: 1160, height: 60 };
    expect(placeCard({ ...link, left: 900 }, message, card, view)).toMatchObject({ left: 812, top: 362 });
  });

  it('goes above a wide message at the end of the window', () => {
    const message = { left: 20, top: 700, width: 1160, height: 80 };
    expect(placeCard({ ...link, left: 900, top: 720 }, message, card, view)).toMatchObject({ left: 812, top: 468 });
  });

  it('goes below where a narrow window has no room at the side', () => {
    expect(placeCard({ ...link, top: 60 }, undefined, card, { width: 420, height: 700 })).toMatchObject({ left: 32, top: 92 });
  });

  it('docks and says so when the link is further up', () => {
    expect(placeCard({ ...link, top: -90 }, undefined, card, view)).toEqual({ left: 812, top: 568, whereabouts: 'above' });
  });

  it('docks and says so when the link is further down', () => {
    expect(placeCard({ ...link, top: 900 }, undefined, card, view).whereabouts).toBe('below');
  });

  it('docks and says so when the list around the link has scrolled past it, wherever that is in the window', () => {
    const list = { left: 80, top: 400, width: 500, height: 300 };
    expect(placeCard(link, undefined, card, view, list)).toMatchObject({ whereabouts: 'above' });
    expect(placeCard({ ...link, top: 710 }, undefined, card, view, list)).toMatchObject({ whereabouts: 'below' });
    expect(placeCard({ ...link, top: 690 }, undefined, card, view, list).whereabouts).toBe('beside');
  });

  it('docks beside the list that scrolled past the link, so that it can be scrolled back', () => {
    const overlay = { left: 850, top: 450, width: 330, height: 330 };
    const past = { ...link, left: 870, top: 790 };
    expect(placeCard(past, undefined, card, view, overlay)).toMatchObject({ left: 462, top: 560, whereabouts: 'below' });
    expect(placeCard({ ...past, left: 90 }, undefined, card, { width: 420, height: 800 }, { ...overlay, left: 70 })).toMatchObject({ left: 32, top: 12 });
  });

  it('docks and says so when the link is gone', () => {
    expect(placeCard(undefined, undefined, card, view).whereabouts).toBe('gone');
  });

  it('never covers a link and never leaves the window', () => {
    const anchors = fc.record({
      left: fc.integer({ min: 0, max: 1100 }), top: fc.integer({ min: 0, max: 780 }),
      width: fc.integer({ min: 1, max: 300 }), height: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(fc.property(anchors, (anchor) => {
      const { left, top } = placeCard(anchor, undefined, card, view);
      const apart = left >= anchor.left + anchor.width || left + card.width <= anchor.left
        || top >= anchor.top + anchor.height || top + card.height <= anchor.top;
      return apart && left >= 0 && top >= 0 && left + card.width <= view.width && top + card.height <= view.height;
    }));
  });
});
