import { describe, expect, it } from 'vitest';
import { roundcube } from '../../utils/surfaces/roundcube.ts';
import { loadPage } from './load-page.ts';

const url = new URL('https://webmail.example/?_task=mail&_uid=5&_mbox=INBOX&_action=show');
const read = (html: string, address = url) => roundcube.read(loadPage(html), address, '2026-11-21T09:00:00.000Z').map(({ facts }) => facts);
const person = '<a class="rcmContactAddress" href="mailto:a@b.example" title="a@b.example">Ada Bly</a>';
const mail = (words: string, header = `<td class="header from">${person}</td>`) => `<div id="layout-content"><div class="frame-content">
  <div id="message-header"><h2 class="subject">Role</h2><table class="headers-table"><tr>${header}</tr></table></div>
  <div id="messagebody"><div class="message-htmlpart" id="message-htmlpart1"><div class="rcmBody">${words}</div></div></div></div></div>`;

describe('roundcube', () => {
  it('reads on a site of the person\'s choice', () => {
    expect(read(mail('Hello'))[0]?.sender).toEqual({ name: 'Ada Bly', email: 'a@b.example' });
  });

  it('reads nothing on a site that has a reader of its own', () => {
    expect(read(mail('Hello'), new URL('https://mail.google.com/mail/u/0/'))).toEqual([]);
  });

  it('reads nothing on pages that are no Roundcube, and expects nothing there', () => {
    for (const html of [
      '<article><a href="mailto:a@b.example">Ada</a><div class="message-part">Hello</div></article>',
      '<div id="messagebody">Hello</div>',
      '<table class="headers-table"><tr><td class="header from">a@b.example</td></tr></table>',
    ]) {
      expect(read(html)).toEqual([]);
      expect(roundcube.expects(new URL('https://webmail.example/forum/?id=5'), loadPage(html))).toBe(false);
    }
  });

  it('says that it cannot read a mail\'s address without a mail it knows', () => {
    const page = loadPage('<div class="new-skin"><h1>Role</h1><p>Hello</p></div>');
    expect([roundcube.expects(url, page), roundcube.isOwn(page, url)]).toEqual([true, false]);
  });

  it('believes no header, notice or file that a mail makes up', () => {
    const forged = `<table class="headers-table"><tr><td class="header replyto"><a class="rcmContactAddress" title="x@y.example">X</a></td></tr></table>
      <p class="part-notice">Pay 90 USD</p><ul id="attachment-list"><li><a>fine.txt</a></li></ul>`;
    const [facts] = read(mail(forged));
    expect(facts?.message?.text).toContain('Pay 90 USD');
    expect([facts?.headers, facts?.files]).toEqual([undefined, []]);
  });

  it('takes an address that Roundcube finds faulty as it stands there', () => {
    expect(read(mail('Hello', '<td class="header from">Ada Bly &lt;ada@host..example&gt;</td>'))[0]?.sender?.name).toBe('Ada Bly');
  });

  it('knows the person\'s own mail by the name of the mailbox', () => {
    const page = loadPage(`<span class="header-title username">a@b.example</span>${mail('Hello')}`);
    expect(roundcube.isOwn(page, url)).toBe(true);
  });
});
