import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HashPlanes } from '../../utils/core/hash-planes.ts';
import { at, freshBrowser, noPlaces, photoAddress, profile, restart } from './fresh-browser.ts';
import { first, hashOf, print } from './prints.ts';

const load = async () => ({
  ...(await import('../../utils/platform/photos.ts')), ...(await import('../../utils/platform/remember-photo.ts')),
  ...(await import('../../utils/platform/forget-photos.ts')), ...(await import('../../utils/platform/photo-slots.ts')),
  ...(await import('../../utils/platform/recall.ts')), ...(await import('../../utils/platform/database.ts')),
});
const of = (member: number) => profile('', { profile: { memberNumber: member, photo: { url: photoAddress(1_700_000_000_000 + member) } } });
const seen = { print: first, fetched: true, crops: Array.from({ length: 8 }, (_, i) => hashOf(900 + i)) };
const stranger = () => ({ print: print(), fetched: true });
const trouble = async (topic = 'photos') => {
  const kept = await fakeBrowser.storage.local.get<Record<string, { sentence: string }>>(`trouble-${topic}`);
  return kept[`trouble-${topic}`]?.sentence;
};
const isBlank = (bytes: ArrayBuffer) => new Uint8Array(bytes).every((byte) => byte === 0);

/** A memory of 100,000 photos as it lies on the disk, without the rows of all but the first few. */
async function fillMemory({ database, mostPhotos, slotsPerSegment }: Awaited<ReturnType<typeof load>>) {
  const photoHashes = Array.from({ length: Math.ceil(mostPhotos / slotsPerSegment) }, (_, number) => {
    const planes = [0, 1].map((plane) => HashPlanes.from(Array.from({ length: slotsPerSegment }, (_, i) => hashOf((number * slotsPerSegment + i) * 2 + plane + 10_000))));
    return { key: String(number), whole: planes[0]!.bytes(), disc: planes[1]!.bytes() };
  });
  await database.change({ put: { photoHashes } });
}

describe('photo memory', () => {
  beforeEach(() => freshBrowser());

  it('finds one of 100,000 photos after one read, in the next worker', { timeout: 60_000 }, async () => {
    const { rememberPhoto, database, ...more } = await load();
    await rememberPhoto(of(1), seen);
    const { slot } = (await database.all('photos'))[0]!;
    const { whole, disc } = (await database.all('photoHashes'))[0]!;
    await fillMemory({ rememberPhoto, database, ...more });
    const segment = (await database.get('photoHashes', '0'))!;
    for (const [old, plane] of [[whole, segment.whole], [disc, segment.disc]] as const) HashPlanes.read(plane).set(slot, HashPlanes.read(old).at(slot));
    await database.change({ put: { photoHashes: [segment] } });
    const next = await restart(load);
    const all = vi.spyOn(next.database, 'all');
    const slots = await next.photoSlots();
    const start = performance.now();
    const hits = slots.search(first);
    const ms = performance.now() - start;
    expect([hits, all.mock.calls]).toEqual([[{ slot, likeness: 'same' }], [['photoHashes']]]);
    // Under 20 ms when nothing else runs; a search that unpacks rows takes seconds.
    expect(ms).toBeLessThan(500);
  });

  it('lets the oldest photo leave when there are 100,000', { timeout: 60_000 }, async () => {
    const modules = await load();
    at('2026-03-02');
    await modules.rememberPhoto(of(1), seen);
    at('2026-03-03');
    await modules.rememberPhoto(of(2), stranger());
    const kept = (await modules.database.photosIn(1, 1))[0]!;
    await fillMemory(modules);
    at('2026-03-04');
    const next = await restart(load);
    await next.rememberPhoto(of(3), { ...seen, crops: undefined });
    expect([await next.database.countPhotos(), await next.database.photosIn(1, 1)]).toEqual([2, [kept]]);
    expect(await next.rememberPhoto(of(4), seen)).toBe('same');
    expect([await next.database.countPhotos(), await next.database.photosIn(1, 1)]).toMatchObject([2, [{ first: kept.first + 1 }]]);
  });

  it.each([[undefined, '2026-08-29', 1], [undefined, '2026-08-30', 0], [30, '2026-04-01', 1], [30, '2026-04-02', 0], [365, '2027-03-02', 1], [365, '2027-03-03', 0], [7, '2026-08-29', 1]])(
    'forgets after %s days, on %s %i left', async (days, date, left) => {
      const { rememberPhoto } = await load();
      await rememberPhoto(of(1), seen);
      await fakeBrowser.storage.local.set({ rememberPhotosDays: days });
      at(date);
      const { countPhotos, database } = await restart(load);
      expect(await countPhotos()).toBe(left);
      expect([(await database.all('photoHashes')).every(({ whole, disc }) => isBlank(whole) && isBlank(disc)),
        (await database.all('photoCrops')).every(({ crops }) => isBlank(crops))]).toEqual([left === 0, left === 0]);
    });

  it('uses the place of what expired again, and nothing of it is left there', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(of(1), seen);
    at('2026-12-01');
    const { recall, rememberPhoto: rememberLater, database } = await restart(load);
    await recall(of(2), false, noPlaces);
    expect(await rememberLater(of(2), seen)).toBe('remembered');
    expect(await database.all('photos')).toMatchObject([{ slot: 0 }]);
  });

  it('erases the photos alone, and all of them', async () => {
    const { rememberPhoto, forgetPhotos, recall, countPhotos, database } = await load();
    await (await recall({ surface: 'gmail', sender: { email: 'dana@talent.example' } }, false, noPlaces)).remember([]);
    await rememberPhoto(of(1), seen);
    await rememberPhoto(of(2), stranger());
    expect([await forgetPhotos(), await countPhotos(), await forgetPhotos()]).toEqual([2, 0, 0]);
    expect([await database.all('photoHashes'), await database.all('photoCrops'), (await database.all('contacts')).length]).toEqual([[], [], 1]);
    expect(await rememberPhoto(of(3), seen)).toBe('remembered');
  });

  it('erases them with everything else', async () => {
    const { rememberPhoto, forget, database } = await load();
    await rememberPhoto(of(1), seen);
    expect(await forget()).toBe(1);
    expect([await database.all('photos'), await database.all('photoHashes'), await database.all('photoCrops')]).toEqual([[], [], []]);
    expect(await rememberPhoto(of(2), seen)).toBe('remembered');
  });

  it.each([['cut off', { key: '0', whole: new ArrayBuffer(100), disc: new ArrayBuffer(32_768) }], ['no bytes', { key: '0', whole: 'x', disc: 7 } as never]])(
    'makes a segment that is %s anew from the rest, and says so', async (_, broken) => {
      const { rememberPhoto, database } = await load();
      await rememberPhoto(of(1), seen);
      await database.change({ put: { photoHashes: [broken] } });
      const next = await restart(load);
      expect(await next.rememberPhoto(of(2), seen)).toBe('same');
      expect(await trouble()).toMatch(/damaged and was made anew/);
      expect((await restart(load)).rememberPhoto).toBeDefined();
    });

  it('makes a lost segment anew', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(of(1), seen);
    const [zero] = await database.all('photoHashes');
    await database.change({ clear: ['photoHashes'], put: { photoHashes: [{ ...zero!, key: '1' }] } });
    const next = await restart(load);
    expect(await next.rememberPhoto(of(2), seen)).toBe('same');
  });

  it('makes all segments anew when none is left, and gives no slot twice', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(of(1), seen);
    await rememberPhoto(of(2), stranger());
    await database.change({ clear: ['photoHashes'] });
    const next = await restart(load);
    expect(await next.rememberPhoto(of(3), seen)).toBe('same');
    expect((await next.database.all('photos')).map(({ slot }) => slot).sort()).toEqual([0, 1, 2]);
  });

  it('leaves the rest of the memory in use when a photo is damaged, and says so', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(of(1), seen);
    const [row] = await database.all('photos');
    await database.change({ put: { photos: [{ ...row!, print: new Uint8Array(5) }] } });
    const { facts } = await (await restart(load)).recall(of(1), false, noPlaces);
    expect(await trouble('database')).toBeUndefined();
    expect(facts.known!.photoSeenElsewhere).toBeUndefined();
    expect(await trouble()).toMatch(/could not be used/);
  });

  it('recalls contacts all the same when expired photos cannot be removed, and says so', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(of(1), seen);
    at('2026-12-01');
    const { recall, database } = await restart(load);
    const change = vi.spyOn(database, 'change').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    await recall(of(2), false, noPlaces);
    change.mockRestore();
    expect(await trouble('database')).toBeUndefined();
    expect(await trouble()).toMatch(/could not be forgotten/);
  });

  it('gives no slot of an expired photo away while its row cannot be removed', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(of(1), seen);
    at('2026-12-01');
    const { countPhotos, rememberPhoto: rememberLater, recallPhoto, database } = await restart(load);
    const change = vi.spyOn(database, 'change').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await expect(countPhotos()).rejects.toThrow('full');
    change.mockRestore();
    const other = stranger();
    await rememberLater(of(2), other);
    expect((await database.all('photos')).map(({ slot }) => slot).sort()).toEqual([0, 1]);
    expect(await recallPhoto(of(2))).toBeUndefined();
  });

  it('takes nobody for the owner of a photo whose slot still has another row', async () => {
    const { rememberPhoto, photoSlots, recallPhoto } = await load();
    await rememberPhoto(of(1), stranger());
    await rememberPhoto(of(2), seen);
    (await photoSlots()).set(0, first);
    expect(await recallPhoto(of(2))).toBeUndefined();
  });

  it('compares when the disk is full, and remembers again when it is not', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(of(1), seen);
    const change = vi.spyOn(database, 'change').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect([await rememberPhoto(of(2), seen), await rememberPhoto(of(3), stranger())]).toEqual(['same', 'noRoom']);
    expect(await trouble()).toMatch(/disk is full/);
    change.mockRestore();
    expect(await rememberPhoto(of(4), stranger())).toBe('remembered');
    expect((await database.all('photos')).map(({ slot }) => slot).sort()).toEqual([0, 1]);
  });

  it('tells a full disk by the transaction that it ended', async () => {
    const { database } = await load();
    await database.all('photos');
    const full = new DOMException('full', 'QuotaExceededError');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => { throw full; });
    await expect(database.change({ put: { photoCrops: [{ key: '0', crops: new ArrayBuffer(1) }] } })).rejects.toBe(full);
    vi.restoreAllMocks();
  });

  it('takes one slot for a photo that two remember at once', async () => {
    const { rememberPhoto, database } = await load();
    await Promise.all([rememberPhoto(of(1), seen), rememberPhoto(of(1), seen), rememberPhoto(of(2), stranger())]);
    expect((await database.all('photos')).map(({ slot }) => slot).sort()).toEqual([0, 1]);
  });
});
