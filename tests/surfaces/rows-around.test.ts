import { describe, expect, it } from 'vitest';
import { messagesOrRows } from '../../utils/surfaces/rows-around.ts';
import { loadPage } from './load-page.ts';

const places = { message: ['.mail'], body: ['.words'], sender: ['[title*="@"]'] };
const isOurs = (element: Element) => !element.closest('.words');
const sender = '<b title="a@b.example">A</b>';
const rowsOf = (html: string) => messagesOrRows(loadPage(html), places, isOurs).map(({ id }) => id);

describe('messagesOrRows', () => {
  it('takes the outermost of what is marked as a message', () => {
    expect(rowsOf(`<p class="mail" id="one">${sender}<span class="mail"><span class="words">x</span></span></p>`)).toEqual(['one']);
  });

  it('goes outwards from the words to where a sender stands above them', () => {
    expect(rowsOf(`<div id="page"><div id="row">${sender}<div><div class="words">x</div></div></div></div>`)).toEqual(['row']);
  });

  it('does so where the marks find headers without words', () => {
    expect(rowsOf(`<div id="row"><div class="mail" id="head">${sender}</div><div class="words">x</div></div>`)).toEqual(['row']);
  });

  it('takes no sender from below the words, or from inside of them', () => {
    expect(rowsOf(`<div id="row"><div class="words">${sender}</div>${sender}</div>`)).toEqual([]);
  });

  it('takes no sender for two bodies at once', () => {
    expect(rowsOf(`<div id="row">${sender}<div class="words">x</div><div class="words">y</div></div>`)).toEqual([]);
  });

  it('takes no sender from outside of the pane', () => {
    expect(rowsOf(`<div id="page">${sender}<main><div class="words">x</div></main></div>`)).toEqual([]);
  });
});
