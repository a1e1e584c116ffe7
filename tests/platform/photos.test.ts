import { beforeEach, describe, expect, it } from 'vitest';
import { at, freshBrowser, photoAddress, profile, restart, noPlaces } from './fresh-browser.ts';
import { first, print, type Off } from './prints.ts';

const load = async () => ({
  ...(await import('../../utils/platform/photos.ts')), ...(await import('../../utils/platform/remember-photo.ts')),
  ...(await import('../../utils/platform/recall.ts')), ...(await import('../../utils/platform/database.ts')),
});
const pictured = (slug: string, uploaded = 1_700_000_000_000, more = {}) =>
  profile(slug, { profile: { memberNumber: numbers[slug], photo: { url: photoAddress(uploaded) }, ...more } });
const numbers: Record<string, number> = { 'dana-brook': 11, 'Dana-Brook': 11, 'kim-stone': 22, 'alex-reed': 33 };
const seen = { print: first, fetched: false };
const off = (bits: Off) => ({ print: print(bits), fetched: false });

describe('photos', () => {
  beforeEach(() => freshBrowser());

  it.each<[Off, string]>([
    [{ whole: 0 }, 'same'], [{ whole: 16 }, 'same'], [{ whole: 17 }, 'similar'], [{ whole: 31 }, 'similar'], [{ whole: 32 }, 'remembered'],
    [{ mirror: 5 }, 'same'], [{ mirror: 31 }, 'similar'], [{ mirror: 32 }, 'remembered'],
    [{ disc: 16 }, 'same'], [{ disc: 24 }, 'similar'], [{ disc: 25 }, 'remembered'], [{ discMirror: 3 }, 'same'], [{ difference: 0 }, 'remembered'],
  ])('calls a photo %o bits away %s', async (bits, answer) => {
    const { rememberPhoto } = await load();
    expect(await rememberPhoto(pictured('dana-brook'), seen)).toBe('remembered');
    expect(await rememberPhoto(pictured('kim-stone', 1_710_000_000_000), off(bits))).toBe(answer);
  });

  it('tells of the surest of several', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), off({ whole: 25 }));
    await rememberPhoto(pictured('alex-reed'), off({ whole: 10 }));
    expect(await rememberPhoto(pictured('kim-stone'), seen)).toBe('same');
  });

  it('is not surprised by the same profile with the same photo', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), seen);
    expect(await rememberPhoto(pictured('Dana-Brook', 1_710_000_000_000), seen)).toBe('remembered');
  });

  it('claims nothing when two sightings may be one profile', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook', 1_700_000_000_000, { memberNumber: undefined }), seen);
    const byNumber = { surface: 'linkedin-profile' as const, profile: { memberNumber: 77, photo: { url: photoAddress(1_700_000_000_000) } } };
    expect(await rememberPhoto(byNumber, seen)).toBe('remembered');
  });

  it('claims nothing when all that differs is the address, which people change', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook', 1_700_000_000_000, { memberNumber: undefined }), seen);
    expect(await rememberPhoto(pictured('dana-b', 1_700_000_000_000), seen)).toBe('remembered');
  });

  it('trusts the number when a profile changed its address', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook', 1_700_000_000_000, { memberNumber: 77 }), seen);
    expect(await rememberPhoto(pictured('dana-b', 1_700_000_000_000, { memberNumber: 77 }), seen)).toBe('remembered');
    expect(await rememberPhoto(pictured('dana-b', 1_700_000_000_000, { memberNumber: 78 }), seen)).toBe('same');
  });

  it('recalls in the next worker what was compared before', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), seen);
    await rememberPhoto(pictured('kim-stone', 1_710_000_000_000), off({ whole: 20 }));
    const { recall } = await restart(load);
    const recalled = async (facts: ReturnType<typeof pictured>) => (await recall(facts, false, noPlaces)).facts.known!.photoSeenElsewhere;
    expect(await recalled(pictured('kim-stone', 1_710_000_000_000))).toBe('similar');
    expect(await recalled(pictured('dana-brook'))).toBe('similar');
    expect(await recalled(pictured('kim-stone', 1_720_000_000_000)), 'a newer photo').toBeUndefined();
    expect(await recalled(pictured('alex-reed')), 'a photo nobody hashed').toBeUndefined();
    expect(await recalled(profile('kim-stone', { profile: { photo: { url: '' } } })), 'no photo').toBeUndefined();
  });

  it('keeps the fetched picture when the screen\'s comes later, and only then', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(pictured('dana-brook'), off({}));
    await rememberPhoto(pictured('dana-brook'), { print: first, fetched: true });
    await rememberPhoto(pictured('dana-brook'), off({}));
    expect(await database.all('photos')).toMatchObject([{ fetched: true, slot: 0 }]);
    expect(await rememberPhoto(pictured('kim-stone'), seen)).toBe('same');
  });

  it('says "similar" of a photo that was found to be a cut-out, as long as the other one is remembered', async () => {
    const { rememberPhoto, rememberCrop, recallPhoto, database } = await load();
    await rememberPhoto(pictured('dana-brook'), seen);
    const cut = off({});
    await rememberPhoto(pictured('kim-stone'), cut);
    const [whole, crop] = await database.photosIn(0, 1);
    await rememberCrop(crop!.key, whole!.key);
    await rememberPhoto(pictured('kim-stone'), cut);
    expect([await recallPhoto(pictured('kim-stone')), await recallPhoto(pictured('dana-brook'))]).toEqual(['similar', undefined]);
    await database.change({ drop: { photos: [whole!.key] } });
    expect(await recallPhoto(pictured('kim-stone'))).toBeUndefined();
  });

  it('says nothing of cut-outs when another picture stands at an address without a time', async () => {
    const { rememberPhoto, rememberCrop, recallPhoto, database } = await load();
    const untimed = profile('kim-stone', { profile: { memberNumber: 22, photo: { url: 'https://media.licdn.com/mpr/mpr/shrinknp_400_400/p/1/abc.jpg' } } });
    await rememberPhoto(pictured('dana-brook'), seen);
    await rememberPhoto(untimed, off({}));
    const [whole, crop] = await database.photosIn(0, 1);
    await rememberCrop(crop!.key, whole!.key);
    await rememberPhoto(untimed, off({}));
    expect(await recallPhoto(untimed)).toBeUndefined();
  });

  it('remembers nobody\'s photo', async () => {
    const { rememberPhoto, database } = await load();
    expect(await rememberPhoto({ surface: 'linkedin-profile' }, seen)).toBeUndefined();
    expect(await database.all('photos')).toEqual([]);
  });

  it('forgets a photo 180 days after it was seen', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), seen);
    at('2026-08-30');
    const later = await restart(load);
    await later.recall(pictured('kim-stone'), false, noPlaces);
    expect(await later.rememberPhoto(pictured('kim-stone'), seen)).toBe('remembered');
    expect(await later.database.all('photos')).toHaveLength(1);
  });

  it('stores neither names nor addresses', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(pictured('dana-brook'), seen);
    expect(JSON.stringify(await database.all('photos'))).not.toMatch(/dana|licdn/i);
  });
});
