import { beforeEach, describe, expect, it } from 'vitest';
import { readFrame } from '../../utils/surfaces/icloud-frame.ts';

const read = (html: string) => {
  document.body.innerHTML = html;
  return readFrame(document);
};
const mail = (html: string) => read(`<div class="mail-message-defaults">${html}</div>`);

describe('readFrame', () => {
  beforeEach(() => { document.body.removeAttribute('contenteditable'); });

  it('reads what the frame shows: words, quotes and links, as plain values', () => {
    const words = mail('<p>Run <a href="https://git.bly.example/task">it</a></p><p style="display:none">unseen</p><blockquote>Hello<br>Bo <a href="https://bly.example/">us</a></blockquote>');
    expect(words).toEqual({
      all: 'Run it\nHello\nBo us', own: 'Run it', quotes: [{ text: 'Hello\nBo us', isFolded: false }],
      links: [{ url: 'https://git.bly.example/task', text: 'it', isQuoted: false }, { url: 'https://bly.example/', text: 'us', isQuoted: true }],
    });
    expect(structuredClone(words)).toEqual(words);
  });

  it('reads a mail without iCloud\'s mark, and a picture with it', () => {
    expect(read('<p>Hello</p>')?.all).toBe('Hello');
    expect(mail('<img src="data:,">')?.all).toBe('');
  });

  it('reads nothing where two mails stand in one frame, but a mail that has another inside', () => {
    const inner = '<div class="mail-message-defaults">Hello</div>';
    expect(read(inner + inner)).toBeUndefined();
    expect(mail(`See below${inner}`)?.all).toBe('See below\nHello');
  });

  it('reads nothing before a mail is there', () => {
    for (const html of ['', '<script></script><div></div>', '<div class="mail-message-defaults"></div>']) expect(read(html)).toBeUndefined();
  });

  it('reads nothing the person types', () => {
    expect(mail('<p contenteditable="true">A sender\'s trick</p>')?.all).toBe('A sender\'s trick');
    expect(read('<div contenteditable="true" class="mail-message-defaults">Dear Ada</div>')).toBeUndefined();
    document.body.setAttribute('contenteditable', 'true');
    expect([mail('Dear Ada'), read('Dear Ada')]).toEqual([undefined, undefined]);
  });

  it('leaves the frame as it was', () => {
    const html = '<div class="mail-message-defaults"><p>Run <a href="https://git.bly.example/task">it</a></p></div>';
    read(html);
    expect(document.body.innerHTML).toBe(html);
  });
});
