import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { paint } from '../core/paint.ts';
import { freshBrowser, photoAddress, profile } from './fresh-browser.ts';
import { decodeAs } from './screen.ts';

const load = async () => ({ ...(await import('../../utils/platform/check-photo.ts')), ...(await import('../../utils/platform/database.ts')) });
const place = { x: 10, y: 20.4, width: 100, height: 100, ratio: 2 };
const of = (slug: string, more = {}) => ({
  tabId: 7, windowId: 1, place, facts: profile(slug, { profile: { memberNumber: 1_000 + slug.length, photo: { url: photoAddress(1_700_000_000_000) } } }), ...more,
});
const tab = { id: 7, windowId: 1, active: true, incognito: false };
const capture = vi.fn<() => Promise<string>>(async () => `data:image/png;base64,${btoa('picture')}`);

describe('check photo', () => {
  beforeEach(() => {
    freshBrowser();
    capture.mockClear();
    Object.assign(fakeBrowser.tabs, { get: async () => tab, captureVisibleTab: capture });
    decodeAs(() => paint(3, 200));
  });

  it('decodes the photo\'s part of the screen only, in the screen\'s pixels', async () => {
    const decode = decodeAs(() => paint(3, 200));
    const { checkPhoto } = await load();
    expect(await checkPhoto(of('dana-brook'))).toBe('remembered');
    expect(decode.mock.calls[0]!.slice(1)).toEqual([20, 41, 200, 200]);
  });

  it('says when the same photo stood on another profile, shown in another size', async () => {
    const { checkPhoto } = await load();
    await checkPhoto(of('dana-brook'));
    decodeAs(() => paint(3, 120));
    expect(await checkPhoto(of('kim-stone'))).toBe('same');
    decodeAs(() => paint(4, 120));
    expect(await checkPhoto(of('alex-reed'))).toBe('remembered');
  });

  it.each([
    ['the tab is private', { incognito: true }, {}, /private/],
    ['another tab is in front', { active: false }, {}, /not in front/],
    ['the tab moved to another window', { windowId: 2 }, {}, /not in front/],
    ['the photo is partly out of view', {}, { place: { ...place, y: -30 } }, /in view/],
  ])('looks at nothing when %s', async (_, tabChange, change, reason) => {
    Object.assign(fakeBrowser.tabs, { get: async () => ({ ...tab, ...tabChange }) });
    const decode = decodeAs(() => paint(3, 200));
    const { checkPhoto, database } = await load();
    expect(await checkPhoto(of('dana-brook', change))).toEqual({ skipped: expect.stringMatching(reason) });
    expect(decode).not.toHaveBeenCalled();
    expect(await database.all('photos')).toEqual([]);
  });

  it.each([[paint(3, 40), /too small/], [{ data: new Uint8Array(40_000).fill(255), width: 100, height: 100 }, /no photo/]])(
    'says why a picture cannot be compared', async (pixels, reason) => {
      decodeAs(() => pixels);
      expect(await (await load()).checkPhoto(of('dana-brook'))).toEqual({ skipped: expect.stringMatching(reason) });
    });

  it('says when nobody knows whose photo it is', async () => {
    const { checkPhoto } = await load();
    expect(await checkPhoto(of('', { facts: { surface: 'linkedin-profile' } }))).toEqual({ skipped: expect.stringMatching(/whose photo/) });
  });
});
