import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { passMail } from '../../utils/platform/pass-mail.ts';
import type { From } from '../../utils/platform/questions.ts';

const from: From = {
  tabId: 7, frameId: 31, url: 'https://www-mail.icloud-sandbox.com/applications/mail2-message/current/', pageUrl: 'https://www.icloud.com/mail/',
  incognito: false, fromPage: true,
};
const told = { place: [0, 1], words: { all: 'Hello', own: 'Hello', quotes: [], links: [] } };
const send = vi.fn<(...all: unknown[]) => Promise<unknown>>();

describe('passMail', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    send.mockReset().mockResolvedValue(true);
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
  });

  it('passes it to the top frame of the same tab, with the browser\'s number of the frame', async () => {
    expect(await passMail(told, from)).toBe('taken');
    expect(send.mock.calls).toEqual([[7, { mailFrame: { ...told, frame: 31 } }, { frameId: 0 }]]);
  });

  it('passes nothing to a page of another site, to one nobody may know, and from no frame', async () => {
    const others = [{ pageUrl: 'https://www.icloud.com.attacker.example/mail/' }, { pageUrl: undefined }, { pageUrl: 'https://mail.google.com/' }, { frameId: 0 },
      { frameId: undefined }, { tabId: undefined }];
    for (const other of others) expect(await passMail(told, { ...from, ...other })).toBe('unwanted');
    expect(send).not.toHaveBeenCalled();
  });

  it('passes nothing on to a site that is switched off', async () => {
    await fakeBrowser.storage.local.set({ disabledSites: ['icloud'] });
    expect(await passMail(told, from)).toBe('unwanted');
    expect(send).not.toHaveBeenCalled();
  });

  it('has it offered again while the page has not loaded, or does not have the frame', async () => {
    send.mockRejectedValueOnce(new Error('Could not establish connection. Receiving end does not exist.'));
    expect(await passMail(told, from)).toBe('later');
    for (const reply of [false, undefined]) {
      send.mockResolvedValueOnce(reply);
      expect(await passMail(told, from)).toBe('later');
    }
  });
});
