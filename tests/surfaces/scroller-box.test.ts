import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** happy-dom lays nothing out: a box is what an attribute says, as `left top width height`. dom.ts takes the method when it is loaded. */
const laidOut = Element.prototype.getBoundingClientRect;
let scrollerBox: (element: Element) => object | undefined;
beforeAll(async () => {
  Element.prototype.getBoundingClientRect = function (this: Element) {
    const [x, y, width, height] = (this.getAttribute('box') ?? '0 0 0 0').split(' ').map(Number);
    return new DOMRect(x, y, width, height);
  };
  ({ scrollerBox } = await import('../../utils/surfaces/dom.ts'));
});
afterAll(() => { Element.prototype.getBoundingClientRect = laidOut; });

const put = (html: string): Element => {
  document.body.innerHTML = html;
  return document.querySelector('a')!;
};

describe('scrollerBox', () => {
  it('is the box of the innermost part of a page that scrolls', () => {
    const link = put('<div style="overflow-y:auto" box="0 0 900 900"><ul style="overflow-y:scroll" box="10 20 300 400"><li><a>x</a></li></ul></div>');
    expect(scrollerBox(link)).toMatchObject({ left: 10, top: 20, width: 300, height: 400 });
  });

  it('is found out of a shadow root', () => {
    const host = put('<div style="overflow-y:auto" box="1 2 3 4"><a>x</a></div>');
    const link = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('b'));
    expect(scrollerBox(link)).toMatchObject({ left: 1, top: 2, width: 3, height: 4 });
  });

  it('is nothing where only the page itself scrolls', () => {
    document.body.style.overflowY = 'auto';
    expect(scrollerBox(put('<p><a>x</a></p>'))).toBeUndefined();
  });
});
