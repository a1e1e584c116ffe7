import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { paint } from '../core/paint.ts';
import { at, freshBrowser, photoAddress, profile, restart } from './fresh-browser.ts';
import { decodeAs, png } from './screen.ts';

const load = async () => ({ ...(await import('../../utils/platform/fetch-photo.ts')), ...(await import('../../utils/platform/database.ts')) });
const address = photoAddress(1_700_000_000_000);
const of = (slug: string, url = address) => profile(slug, { profile: { memberNumber: 1_000 + slug.length, photo: { url } } });
const serve = (body: BodyInit | null = png(), type = 'image/jpeg', status = 200) => {
  const served = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async () =>
    new Response(body, { status, headers: { 'content-type': type } }));
  vi.stubGlobal('fetch', served);
  return served;
};
const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const allow = (contains: boolean) => Object.assign(fakeBrowser.permissions, { contains: async () => contains });

describe('fetch photo', () => {
  beforeEach(async () => {
    freshBrowser();
    allow(true);
    await fakeBrowser.storage.local.set({ checkPhotos: true });
    decodeAs(() => paint(3, 200));
  });

  it('asks for the very address, without cookies and referrer, and follows nobody elsewhere', async () => {
    const served = serve();
    expect(await (await load()).fetchPhoto(of('dana-brook'), false)).toBe('remembered');
    expect(served).toHaveBeenCalledTimes(1);
    expect(served.mock.calls[0]).toEqual([address, expect.objectContaining({
      credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'force-cache', redirect: 'error',
    })]);
  });

  it('finds the same photo under another profile, mirrored', async () => {
    serve();
    const { fetchPhoto } = await load();
    await fetchPhoto(of('dana-brook'), false);
    decodeAs(() => paint(3, 120, { mirrored: true }));
    expect(await fetchPhoto(of('kim-stone', photoAddress(1_710_000_000_000)), false)).toBe('same');
  });

  it('keeps a photo that is met again from expiring', async () => {
    serve();
    await (await load()).fetchPhoto(of('dana-brook'), false);
    at('2026-05-05');
    const { fetchPhoto, database } = await restart(load);
    await fetchPhoto(of('dana-brook'), false);
    expect(await database.all('photos')).toMatchObject([{ first: dayOf('2026-03-02'), last: dayOf('2026-05-05') }]);
  });

  it('asks once for an address, also when two ask at once, and not again in the next worker', async () => {
    const served = serve();
    const { fetchPhoto } = await load();
    await Promise.all([fetchPhoto(of('dana-brook'), false), fetchPhoto(of('dana-brook'), false)]);
    await fetchPhoto(of('dana-brook'), false);
    expect(await (await restart(load)).fetchPhoto(of('dana-brook'), false)).toEqual({ skipped: 'known already' });
    expect(served).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the person did not switch it on', () => fakeBrowser.storage.local.remove('checkPhotos')],
    ['the switch holds something odd', () => fakeBrowser.storage.local.set({ checkPhotos: 'yes' })],
    ['the host is not allowed', async () => void allow(false)],
  ])('asks nobody when %s', async (_, change) => {
    await change();
    const served = serve();
    expect(await (await load()).fetchPhoto(of('dana-brook'), false)).toEqual({ skipped: 'not switched on' });
    expect(served).not.toHaveBeenCalled();
  });

  it('asks nobody from a private window', async () => {
    const served = serve();
    expect(await (await load()).fetchPhoto(of('dana-brook'), true)).toEqual({ skipped: 'private window' });
    expect(served).not.toHaveBeenCalled();
  });

  it.each([
    '', 'https://media.licdn.com/dms/image/v2/D4E03/company-logo_100_100/x/0/1', 'http://media.licdn.com/dms/profile-displayphoto-x/0/1700000000000',
    'https://media.licdn.com.evil.example/profile-displayphoto-x/0/1700000000000', 'https://media-exp1.licdn.com/profile-displayphoto-x/0/1',
    'https://user@media.licdn.com/profile-displayphoto-x/0/1700000000000',
  ])('asks nobody for "%s"', async (url) => {
    const served = serve();
    expect(await (await load()).fetchPhoto(of('dana-brook', url), false)).toEqual({ skipped: 'no profile photo' });
    expect(served).not.toHaveBeenCalled();
  });

  it.each([
    ['a missing photo', null, 'image/jpeg', 404], ['a web page', '<html>', 'text/html', 200],
    ['a picture over 2 MB', new Uint8Array(2 * 1024 * 1024 + 1), 'image/jpeg', 200],
    ['a picture that states 30,000 pixels a side', png(30_000, 30_000), 'image/png', 200], ['a cut-off picture', png().slice(0, 36), 'image/png', 200],
    ['what is no picture', 'bytes', 'image/jpeg', 200],
  ])('skips %s', async (_, body, type, status) => {
    serve(body, type, status);
    const { fetchPhoto, database } = await load();
    expect(await fetchPhoto(of('dana-brook'), false)).toHaveProperty('skipped');
    expect(await database.all('photos')).toEqual([]);
  });

  it('skips what the browser cannot decode', async () => {
    serve();
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no', 'InvalidStateError')));
    expect(await (await load()).fetchPhoto(of('dana-brook'), false)).toEqual({ skipped: expect.stringMatching(/no picture/) });
  });

  it('skips in silence when the network fails', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await (await load()).fetchPhoto(of('dana-brook'), false)).toEqual({ skipped: 'Failed to fetch' });
  });
});
