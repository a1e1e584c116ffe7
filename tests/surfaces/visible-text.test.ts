import { describe, expect, it } from 'vitest';
import { visibleText, type TextOptions } from '../../utils/surfaces/visible-text.ts';

const read = (html: string, options?: TextOptions) => {
  // A browser's own style sheet has this line; happy-dom's has not.
  document.head.innerHTML = '<style>[hidden] { display: none }</style>';
  document.body.innerHTML = `<div id="it">${html}</div>`;
  return visibleText(document.querySelector('#it') as Element, options);
};

describe('visible-text', () => {
  it('breaks lines at blocks and br, and nowhere else', () => {
    expect(read('<p>a <b>b</b></p><p>c<br>d</p> e<wbr>f')).toBe('a b\nc\nd\nef');
  });
  it('keeps the cells of a row apart', () => {
    expect(read('<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>')).toBe('a b\nc');
  });
  it('collapses space of all kinds', () => {
    expect(read(' a \n\t\u00a0 b ')).toBe('a b');
  });
  it('keeps lines of the source where the page does', () => {
    expect(read('a\n\nb  c', { keepLines: true })).toBe('a\nb c');
  });
  it.each(['<div style="display:none">x</div>', '<div hidden>x</div>', '<span style="visibility:hidden">x</span>', '<script>x</script>',
    '<style>x</style>', '<template>x</template>', '<textarea>x</textarea>', '<div contenteditable="true">x</div>',
    '<div style="overflow:hidden;height:0">x</div>', '<div style="max-height: 0px; overflow: hidden">x</div>'])('leaves out %s', (html) => {
    expect(read(`a${html}b`).replace('\n', '')).toBe('ab');
  });
  it('keeps what is cut off only above a size', () => {
    expect(read('<div style="overflow:hidden;max-height:0.5em">a</div><div style="line-height:0;overflow:hidden">b</div>')).toBe('a\nb');
  });
  it('leaves out the elements it is told to', () => {
    const quote = /b/.exec(read('a<i>b</i>c')) && document.querySelector('#it i');
    expect(visibleText(document.querySelector('#it') as Element, { without: new Set([quote as Element]) })).toBe('ac');
  });
  it('stops at the limit', () => {
    expect(read('abc<p>def</p>', { limit: 5 })).toBe('abc\nd');
  });
});
