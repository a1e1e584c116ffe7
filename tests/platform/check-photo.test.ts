import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HashPlanes } from '../../utils/core/hash-planes.ts';
import type { Pixels } from '../../utils/core/pixels.ts';
import { paint } from '../core/paint.ts';
import { freshBrowser, photoAddress, profile } from './fresh-browser.ts';
import { decodeAs, png } from './screen.ts';

const load = async () => ({ ...(await import('../../utils/platform/check-photo.ts')), ...(await import('../../utils/platform/database.ts')) });
const place = { x: 10, y: 20.4, width: 100, height: 100, ratio: 2 };
const of = (slug: string, more = {}) => ({
  tabId: 7, windowId: 1, place, deep: false, facts: profile(slug, { profile: { memberNumber: 1_000 + slug.length, photo: { url: photoAddress(1_700_000_000_000) } } }), ...more,
});
const tab = { id: 7, windowId: 1, active: true, incognito: false };
const capture = vi.fn<() => Promise<string>>(async () => `data:image/png;base64,${btoa(String.fromCharCode(...png()))}`);

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
    expect(decode.mock.calls[0]!.slice(1)).toEqual([20, 41, 200, 200, { colorSpaceConversion: 'none' }]);
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

  it('remembers nothing of a tab that came in front while the picture was taken', async () => {
    const decode = decodeAs(() => paint(3, 200));
    let active = true;
    capture.mockImplementationOnce(async () => {
      active = false;
      return `data:image/png;base64,${btoa(String.fromCharCode(...png()))}`;
    });
    Object.assign(fakeBrowser.tabs, { get: async () => ({ ...tab, active }) });
    const { checkPhoto } = await load();
    expect(await checkPhoto(of('dana-brook'))).toEqual({ skipped: expect.stringMatching(/not in front/) });
    expect(decode).not.toHaveBeenCalled();
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

  describe('looking closer', () => {
    const stranger = paint(4, 200);
    const [whole, part] = [paint(3, 200), cut(paint(3, 200), 0.76)];
    it.each([['a cut-out of a remembered photo', whole, part], ['a photo that a remembered one is cut out of', part, whole]])(
      'knows %s, and goes on to know it', async (_, remembered, shown) => {
        const { checkPhoto, recallPhoto } = { ...(await load()), ...(await import('../../utils/platform/photos.ts')) };
        decodeAs(() => remembered);
        await checkPhoto(of('dana-brook'));
        decodeAs(() => shown);
        expect(await checkPhoto(of('kim-stone'))).toBe('remembered');
        expect(await recallPhoto(of('kim-stone').facts)).toBeUndefined();
        expect(await checkPhoto(of('kim-stone', { deep: true }))).toBe('cropped');
        expect(await recallPhoto(of('kim-stone').facts)).toBe('similar');
      }, 30_000);

    it('says "remembered" of a stranger, and of somebody\'s own cut-out', async () => {
      const { checkPhoto } = await load();
      decodeAs(() => whole);
      await checkPhoto(of('dana-brook'));
      decodeAs(() => stranger);
      expect(await checkPhoto(of('kim-stone', { deep: true }))).toBe('remembered');
      decodeAs(() => part);
      expect(await checkPhoto(of('dana-brook', { deep: true }))).toBe('remembered');
    }, 30_000);

    it('passes over crops that are damaged', async () => {
      const { checkPhoto, database } = await load();
      decodeAs(() => whole);
      await checkPhoto(of('dana-brook'));
      await database.change({ put: { photoCrops: [{ key: '0', crops: new ArrayBuffer(5) }] } });
      decodeAs(() => part);
      expect(await checkPhoto(of('kim-stone', { deep: true }))).toBe('remembered');
    }, 30_000);
  });

  it.each([[png(8_001, 10), /too large/], [png(7_000, 7_000), /too large/], [png(30_000, 30_000), /too large/], [png().slice(0, 40), /whole/], [png().slice(0, 17), /whole/]])(
    'decodes nothing that is too large or cut off', async (bytes, reason) => {
      const decode = decodeAs(() => paint(3, 200));
      capture.mockResolvedValueOnce(`data:image/png;base64,${btoa(String.fromCharCode(...bytes))}`);
      expect(await (await load()).checkPhoto(of('dana-brook'))).toEqual({ skipped: expect.stringMatching(reason) });
      expect(decode).not.toHaveBeenCalled();
    });

  it('says why a default picture is not compared', async () => {
    const { rawFingerprint } = await import('../../utils/core/fingerprint.ts');
    const { checkPhoto, database } = await load();
    await database.change({ put: { lists: [{ key: 'placeholders', bytes: HashPlanes.from([rawFingerprint(paint(3, 200)).whole]).bytes() }] } });
    expect(await checkPhoto(of('dana-brook'))).toEqual({ skipped: expect.stringMatching(/default picture/) });
  });

  it('compares when the disk is full and says that it does not remember', async () => {
    const { checkPhoto, database } = await load();
    await checkPhoto(of('dana-brook'));
    decodeAs(() => paint(4, 200));
    vi.spyOn(database, 'change').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect([await checkPhoto(of('kim-stone')), await checkPhoto(of('kim-stone', { deep: true }))]).toEqual(['noRoom', 'noRoom']);
    decodeAs(() => paint(3, 200));
    expect(await checkPhoto(of('kim-stone'))).toBe('same');
  });
});

/** The middle of a picture, so much of its side. */
function cut({ data, width }: Pixels, share: number): Pixels {
  const side = Math.round(width * share);
  const edge = Math.floor((width - side) / 2);
  const part = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y++) part.set(data.subarray(((y + edge) * width + edge) * 4, ((y + edge) * width + edge + side) * 4), y * side * 4);
  return { data: part, width: side, height: side };
}
