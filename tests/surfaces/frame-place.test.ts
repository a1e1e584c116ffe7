import { describe, expect, it } from 'vitest';
import { isAt, placeOf } from '../../utils/surfaces/frame-place.ts';

/** As a script sees windows of other origins: their number, each other, and nothing else. */
function windowWith(...frames: Window[]): Window {
  const view = Object.assign({ length: frames.length }, frames) as unknown as { parent: Window };
  view.parent = view as unknown as Window;
  for (const frame of frames) (frame as unknown as { parent: Window }).parent = view as unknown as Window;
  return view as unknown as Window;
}

describe('placeOf', () => {
  it('counts frames from the outermost in', () => {
    const mail = windowWith();
    windowWith(windowWith(), windowWith(windowWith(), windowWith(), mail));
    expect(placeOf(mail)).toEqual([1, 2]);
  });

  it('is unknown for a page of its own and for a frame that was taken away', () => {
    expect(placeOf(windowWith())).toBeUndefined();
    const gone = windowWith();
    const page = windowWith(gone);
    delete (page as unknown as Record<number, Window>)[0];
    expect(placeOf(gone)).toBeUndefined();
  });
});

describe('isAt', () => {
  it('finds the frame that stands at a place, and no other', () => {
    document.body.innerHTML = '<iframe srcdoc="<p>1"></iframe><iframe srcdoc="<p>2"></iframe>';
    const [first, second] = [...document.querySelectorAll('iframe')];
    const view = windowWith(windowWith(), { 0: first!.contentWindow, 1: second!.contentWindow } as unknown as Window);
    expect([isAt(first!, [1, 0], view), isAt(second!, [1, 0], view), isAt(second!, [1, 1], view)]).toEqual([true, false, true]);
    for (const place of [[], [0], [7], [1, 2], [1, 0, 0], [-1], [0.5]]) expect(isAt(second!, place, view)).toBe(false);
  });
});
