import { afterEach, describe, expect, it, vi } from 'vitest';
import { textLimit } from '../../utils/core/limits.ts';
import { visibleText, type TextOptions } from '../../utils/surfaces/visible-text.ts';

/** Inner size of every element. happy-dom lays nothing out; the reader takes its getters when it is loaded, so these stand there before. */
const box = vi.hoisted(() => {
  const size: { width?: number; height?: number } = {};
  Object.defineProperty(Element.prototype, 'clientWidth', { get: () => size.width, configurable: true });
  Object.defineProperty(Element.prototype, 'clientHeight', { get: () => size.height, configurable: true });
  return size;
});

const read = (html: string, options?: TextOptions) => {
  // A browser's own style sheet has this line; happy-dom's has not.
  document.head.innerHTML = '<style>[hidden] { display: none }</style>';
  document.body.innerHTML = `<div id="it">${html}</div>`;
  return visibleText(document.querySelector('#it') as Element, options);
};

describe('visible-text', () => {
  afterEach(() => { Object.assign(box, { width: undefined, height: undefined }); });
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
  it.each([
    ['is wide all the same', '<div style="overflow:hidden;width:0;min-width:600px">b</div>', 600, 20],
    ['is high all the same', '<div style="overflow:hidden;height:0;height:auto">b</div>', 600, 20],
    ['is drawn in line, where no size counts', '<span style="overflow:hidden;width:0;display:inline">b</span>', 0, 0],
  ])('keeps a box that %s', (_case, html, width, height) => {
    Object.assign(box, { width, height });
    expect(read(`a${html}`).replace('\n', '')).toBe('ab');
  });
  it('keeps what a mail marks as editable', () => {
    expect(read('<p contenteditable="true">a</p>', { isWritten: true })).toBe('a');
    expect(read('<p contenteditable="true">a</p>')).toBe('');
  });
  it('leaves out letters of no size and does not split the word they stand in', () => {
    expect(read('comp<span style="font-size:0">x</span>lete')).toBe('complete');
  });
  it('keeps letters that have a size again inside of a part that has none', () => {
    expect(read('<p style="font-size:0">a<b style="font-size:14px">b</b></p>')).toBe('b');
  });
  it.each(['inline', 'inline-block'])('does not split a word at a block drawn %s', (display) => {
    expect(read(`pass<div style="display:${display}">wo</div>rd`)).toBe('password');
  });
  it('splits words at what is drawn as a block', () => {
    expect(read('a<span style="display: block">b</span>c')).toBe('a\nb\nc');
  });
  it('reads on behind hundreds of short pieces', () => {
    expect(read(`${'<b>a</b>'.repeat(500)}end`)).toBe(`${'a'.repeat(500)}end`);
  });
  it('keeps both ends of what is too long', () => {
    const text = read(`begin ${'word '.repeat(5_000)}<p>middle</p>${'word '.repeat(5_000)}end`);
    expect([text.length, text.slice(0, 6), text.slice(-4)]).toEqual([textLimit, 'begin ', ' end']);
    expect(text).not.toContain('middle');
  });
  it('keeps what stands between more empty nodes than are walked', () => {
    // By the thousand: what takes a child from very many takes happy-dom the longer the more there are.
    const empty = `<b>${'<i></i>'.repeat(1_000)}</b>`.repeat(61);
    expect(read(`${empty}middle${empty}`)).toBe('middle');
  });
});
