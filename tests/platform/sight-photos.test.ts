import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { printOf } from '../../utils/platform/print-bytes.ts';
import { questions } from '../../utils/platform/questions.ts';
import { paint } from '../core/paint.ts';
import { freshBrowser, photoAddress, profile } from './fresh-browser.ts';
import { decodeAs, png } from './screen.ts';

const load = async () => ({
  ...(await import('../../utils/platform/sight-photos.ts')), ...(await import('../../utils/platform/database.ts')),
  ...(await import('../../utils/platform/photos.ts')), ...(await import('../../utils/platform/remember-photo.ts')),
});
const on = { incognito: false, fromPage: true };
const person = (i: number) => ({
  profileUrl: `https://www.linkedin.com/in/person-${i}-example/`, memberNumber: 1_000 + i, photo: photoAddress(1_700_000_000_000 + i),
});
const serve = () => {
  let [now, most] = [0, 0];
  const served = vi.fn<(address: string) => Promise<Response>>(async () => {
    most = Math.max(most, now += 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    now -= 1;
    return new Response(png(), { headers: { 'content-type': 'image/jpeg' } });
  });
  vi.stubGlobal('fetch', served);
  return { served, atOnce: () => most };
};

describe('sight photos', () => {
  beforeEach(async () => {
    freshBrowser();
    Object.assign(fakeBrowser.permissions, { contains: async () => true });
    await fakeBrowser.storage.local.set({ checkPhotos: true });
    decodeAs(() => paint(3, 200));
  });

  it('remembers everybody\'s photo, one after another', async () => {
    const { served, atOnce } = serve();
    const { sightPhotos, database } = await load();
    expect(await sightPhotos({ people: [person(1), person(2), person(1)] }, on)).toBe(true);
    await vi.waitFor(async () => expect(await database.all('photos')).toHaveLength(2), { timeout: 5_000 });
    expect([served.mock.calls.map(([address]) => address), atOnce()]).toEqual([[person(1).photo, person(2).photo], 1]);
  });

  it('knows the photo again when somebody else shows it', async () => {
    serve();
    const { sightPhotos, database, recallPhoto, rememberPhoto } = await load();
    await sightPhotos({ people: [person(1)] }, on);
    await vi.waitFor(async () => expect(await database.all('photos')).toHaveLength(1), { timeout: 5_000 });
    const [seen] = await database.all('photos');
    const other = profile('dana-brook', { profile: { memberNumber: 99, photo: { url: photoAddress(1_710_000_000_000) } } });
    await rememberPhoto(other, { print: printOf(seen!.print), fetched: true });
    expect(await recallPhoto(other)).toBe('same');
  });

  it('remembers the people of a conversation once, and says whether that was news', async () => {
    const { served } = serve();
    const { sightConversation, database } = await load();
    expect([await sightConversation([person(1), person(2)], false), await sightConversation([person(1), person(2)], false)]).toEqual([true, false]);
    expect([served.mock.calls.length, await database.countPhotos()]).toEqual([2, 2]);
    expect([await sightConversation([person(3)], true), await sightConversation([], false)]).toEqual([false, false]);
  });

  it.each([
    ['the person did not switch it on', () => fakeBrowser.storage.local.remove('checkPhotos'), on],
    ['the host is not allowed', async () => void Object.assign(fakeBrowser.permissions, { contains: async () => false }), on],
    ['the window is private', async () => undefined, { ...on, incognito: true }],
  ])('does nothing when %s, and says so', async (_, change, from) => {
    await change();
    const { served } = serve();
    const { sightPhotos } = await load();
    expect(await sightPhotos({ people: [person(1)] }, from)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(served).not.toHaveBeenCalled();
  });

  it('is asked about 24 people at most, and about nothing but whose photo it is', () => {
    const parse = (people: unknown) => questions.sighted.ask.safeParse({ people }).success;
    const list = (length: number) => Array.from({ length }, (_, i) => person(i));
    expect([parse(list(24)), parse(list(25)), parse([{ ...person(1), name: 'Dana Brook' }]), parse([{ photo: 'x' }])]).toEqual([true, false, false, false]);
  });
});
