import { describe, expect, it } from 'vitest';
import { fastmail } from '../../utils/surfaces/fastmail.ts';
import { icloud } from '../../utils/surfaces/icloud.ts';
import { proton } from '../../utils/surfaces/proton.ts';
import { timeIn, zoho } from '../../utils/surfaces/zoho.ts';
import { loadPage } from './load-page.ts';

describe('icloud', () => {
  const url = new URL('https://www.icloud.com/mail/');
  const header = '<span class="contact-token" title="a@b.example">Ada Bly</span>';

  it('does not call a mail understood whose words it cannot see', () => {
    const page = loadPage(`<div class="thread-detail-pane"><div role="article">${header}<iframe class="mail-message-content" srcdoc=""></iframe></div></div>`);
    expect(icloud.read(page, url, '')).toEqual([]);
    expect([icloud.expects(url, page), icloud.isOwn(page, url)]).toEqual([true, false]);
  });

  it('expects nothing in the list alone, or in iCloud\'s other programs', () => {
    expect(icloud.expects(url, loadPage('<div class="thread-list-item">Ada</div>'))).toBe(false);
    expect(icloud.expects(new URL('https://www.icloud.com/notes/'), loadPage('<div class="mail-message-defaults">x</div>'))).toBe(false);
  });
});

describe('fastmail', () => {
  it.each([
    ['/mail/Inbox/', false], ['/mail/Inbox/?u=1', false], ['/calendar/week/', false], ['/mail/Inbox/T1a2b3c.M4?u=1', true],
    ['/mail/search:rôle/T1a2b3c', true],
  ])('knows whether %s has a mail open', (path, isOpen) => {
    expect(fastmail.expects(new URL(path, 'https://app.fastmail.com'), loadPage(''))).toBe(isOpen);
  });
});

describe('zoho', () => {
  it('reads the stamp of a mail with its own zone, in English', () => {
    expect(timeIn('Mon, 21 Sep 2026 11:19:09 AM +0530')).toBe('2026-09-21T05:49:09.000Z');
    expect(timeIn('Mon, 21 Sep 2026 12:00:00 PM -0800')).toBe('2026-09-21T20:00:00.000Z');
    expect(timeIn('Mon, 21 Sep 2026 12:30:00 AM +0000')).toBe('2026-09-21T00:30:00.000Z');
    expect(timeIn('Mon, 21 Sep 2026 23:19:09 +0000')).toBe('2026-09-21T23:19:09.000Z');
  });

  it('tells no time it would have to guess', () => {
    for (const text of ['', '11:19 AM', 'Mo., 21 Sept. 2026 11:19:09 +0200', '月, 21 9 2026 11:19:09 +0900', 'Mon, 41 Sep 2026 11:19:09 AM +0530']) {
      expect(timeIn(text)).toBeUndefined();
    }
  });

  it('takes no recipient for the sender', () => {
    const page = loadPage('<div class="zmPVMailWrapper"><i class="jsReciID" data-eid="me@b.example">Me</i><div role="document">Hello</div></div>');
    expect(zoho.read(page, new URL('https://mail.zoho.com/zm/#mail/folder/inbox/p/1234567'), '')).toEqual([]);
  });
});

describe('a webmail', () => {
  it('expects nothing at another one\'s addresses', () => {
    const page = loadPage('<div class="mail-message-defaults">x</div>');
    for (const address of ['https://www.fastmail.com/mail/Archive-2024/', 'https://webmail.example/mail/Inbox/T1a2b3c4d5/#a/p/1234567']) {
      expect([proton, icloud, zoho].filter(({ expects }) => expects(new URL(address), page)).map(({ id }) => id)).toEqual([]);
    }
  });
});
