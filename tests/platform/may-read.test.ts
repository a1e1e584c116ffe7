import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { mayRead } from '../../utils/platform/may-read.ts';

const asking = (pageUrl: string | undefined) => mayRead({ pageUrl, incognito: false, fromPage: true });

describe('mayRead', () => {
  beforeEach(async () => {
    fakeBrowser.reset();
    await fakeBrowser.storage.local.set({ disabledSites: ['outlook'] });
  });

  it.each(['https://outlook.live.com/mail/0/', 'https://outlook.office.com/mail/'])('lets nothing be read on %s once its site is off', async (address) => {
    expect(await asking(address)).toBe(false);
  });

  it.each(['https://mail.google.com/mail/u/0/', 'https://mail.someone.example/', 'no address', undefined])('reads on where %s is another place', async (address) => {
    expect(await asking(address)).toBe(true);
  });

  it('lets the policy switch a site off', async () => {
    await fakeBrowser.storage.managed.set({ disabledSites: ['gmail'] });
    expect([await asking('https://mail.google.com/'), await asking('https://outlook.live.com/')]).toEqual([false, true]);
  });
});
