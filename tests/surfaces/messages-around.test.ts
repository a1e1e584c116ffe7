import { describe, expect, it } from 'vitest';
import { messagesAround } from '../../utils/surfaces/messages-around.ts';

const marks = { message: ['.message'], pane: ['.pane'], sender: ['.from'], body: ['.body'] };
const around = (html: string) => {
  document.body.innerHTML = html;
  return messagesAround(document, marks, (element) => element.closest('.body') === null).map(({ id }) => id);
};

describe('messages-around', () => {
  it('grows a message until it would hold a second sender', () => {
    const messages = '<div id="a"><p><i class="from">a</i></p><p class="body">a</p></div><div id="b"><i class="from">b</i><p class="body">b</p></div>';
    expect(around(`<div class="pane"><div>${messages}</div></div>`)).toEqual(['a', 'b']);
  });
  it('stops at what is marked as a message', () => {
    expect(around('<div class="pane"><div><div class="message" id="a"><i class="from">a</i><p class="body">a</p></div></div></div>')).toEqual(['a']);
  });
  it('joins a sender and a body that stand in the pane itself', () => {
    expect(around('<main><div class="pane" id="pane"><i class="from">a</i><p class="body">a</p></div></main>')).toEqual(['pane']);
  });
  it('does not reach over the list of mails', () => {
    expect(around('<div><div data-convid="1">list</div><div id="a"><i class="from">a</i><p class="body">a</p></div></div>')).toEqual(['a']);
  });
  it('finds a message by its body alone', () => {
    expect(around('<div class="pane"><div id="a"><h2>?</h2><p class="body">a</p></div></div>')).toEqual(['a']);
  });
  it('takes no sender for one that a stranger wrote', () => {
    expect(around('<div class="pane"><div id="a"><i class="from">a</i><div class="body"><i class="from">b</i><p class="body">b</p></div></div></div>')).toEqual(['a']);
  });
});
