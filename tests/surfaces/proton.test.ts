import { describe, expect, it } from 'vitest';
import { proton } from '../../utils/surfaces/proton.ts';
import { loadPage } from './load-page.ts';

const url = new URL('https://mail.proton.me/u/0/inbox/AbCdEfGhIjKlMnOp==');
const read = (html: string) => proton.read(loadPage(html), url, '2026-11-21T09:00:00.000Z').map(({ facts }) => facts);
const frame = (words: string) => `<iframe data-testid="content-iframe" srcdoc="${words.replaceAll('"', '&quot;')}"></iframe>`;
const mail = (words: string, way = 'is-inbound') => `<h1 data-testid="conversation-header:subject" title="Role">Role</h1>
  <article data-shortcut-target="message-container"><div class="message-header ${way}"><span data-testid="recipients:sender" title="a@b.example">
  <bdi class="message-recipient-item-label">Ada Bly</bdi></span></div><div class="message-content" data-testid="message-content:body">${frame(words)}</div></article>`;

describe('proton', () => {
  it('leaves out the button for the earlier mail, not what a mail calls so', () => {
    const words = '<div id="proton-root"><p id="proton-toggle">Pay 90 USD</p><div id="proton-toggle"><button>Show original message</button></div><div id="proton-blockquote"></div></div>';
    expect(read(mail(words))[0]?.message?.text).toBe('Pay 90 USD');
  });

  it('reads nothing from a frame that is not written yet, and does not call it understood', () => {
    const page = loadPage(mail(''));
    expect(proton.read(page, url, '')).toEqual([]);
    expect([proton.expects(url, page), proton.isOwn(page, url)]).toEqual([true, false]);
  });

  it('goes by Proton\'s mark for what is one\'s own, not by an address', () => {
    expect(proton.isOwn(loadPage(mail('<p>Hello</p>', 'is-outbound')), url)).toBe(true);
  });

  it.each([
    ['/u/0/inbox', false], ['/inbox', false], ['/u/3/settings/messages-composing', false], ['/u/0/all-mail#page=2', false],
    ['/u/3/AbCdEfGhIjKlMnOp==/QrStUvWxYzAbCdEf==', true], ['/sent/AbCdEfGhIjKlMnOp==', true],
  ])('knows whether %s has a mail open', (path, isOpen) => {
    expect(proton.expects(new URL(path, 'https://mail.proton.me'), loadPage(''))).toBe(isOpen);
  });
});
