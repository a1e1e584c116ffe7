import { beforeEach, describe, expect, it } from 'vitest';
import { at, freshBrowser, photoAddress, profile, restart, noPlaces } from './fresh-browser.ts';

const load = async () => ({
  ...(await import('../../utils/platform/photos.ts')), ...(await import('../../utils/platform/recall.ts')), ...(await import('../../utils/platform/database.ts')),
});
const pictured = (slug: string, uploaded = 1_700_000_000_000, more = {}) =>
  profile(slug, { profile: { memberNumber: numbers[slug], photo: { url: photoAddress(uploaded) }, ...more } });
const numbers: Record<string, number> = { 'dana-brook': 11, 'Dana-Brook': 11, 'kim-stone': 22, 'alex-reed': 33 };
/** A hash that differs from all zeros in so many bits. */
const off = (bits: number) => Uint8Array.from({ length: 32 }, (_, i) => 2 ** Math.max(0, Math.min(8, bits - i * 8)) - 1);
const hash = off(0);

describe('photos', () => {
  beforeEach(() => freshBrowser());

  it.each([[0, 'same'], [16, 'same'], [17, 'similar'], [31, 'similar'], [32, 'remembered']])('calls a photo %i bits away %s', async (bits, answer) => {
    const { rememberPhoto } = await load();
    expect(await rememberPhoto(pictured('dana-brook'), { hash })).toBe('remembered');
    expect(await rememberPhoto(pictured('kim-stone', 1_710_000_000_000), { hash: off(bits) })).toBe(answer);
  });

  it('calls equal bytes the same', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), { hash, sha256: 'a' });
    expect(await rememberPhoto(pictured('kim-stone'), { hash: off(200), sha256: 'a' })).toBe('same');
  });

  it('is not surprised by the same profile with the same photo', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), { hash });
    expect(await rememberPhoto(pictured('Dana-Brook', 1_710_000_000_000), { hash })).toBe('remembered');
  });

  it('claims nothing when two sightings may be one profile', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook', 1_700_000_000_000, { memberNumber: undefined }), { hash });
    const byNumber = { surface: 'linkedin-profile' as const, profile: { memberNumber: 77, photo: { url: photoAddress(1_700_000_000_000) } } };
    expect(await rememberPhoto(byNumber, { hash })).toBe('remembered');
  });

  it('claims nothing when all that differs is the address, which people change', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook', 1_700_000_000_000, { memberNumber: undefined }), { hash });
    expect(await rememberPhoto(pictured('dana-b', 1_700_000_000_000), { hash })).toBe('remembered');
  });

  it('trusts the number when a profile changed its address', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook', 1_700_000_000_000, { memberNumber: 77 }), { hash });
    expect(await rememberPhoto(pictured('dana-b', 1_700_000_000_000, { memberNumber: 77 }), { hash })).toBe('remembered');
    expect(await rememberPhoto(pictured('dana-b', 1_700_000_000_000, { memberNumber: 78 }), { hash })).toBe('same');
  });

  it('recalls in the next worker what was compared before', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), { hash });
    await rememberPhoto(pictured('kim-stone', 1_710_000_000_000), { hash: off(20) });
    const { recall } = await restart(load);
    const seen = async (facts: ReturnType<typeof pictured>) => (await recall(facts, false, noPlaces)).facts.known!.photoSeenElsewhere;
    expect(await seen(pictured('kim-stone', 1_710_000_000_000))).toBe('similar');
    expect(await seen(pictured('dana-brook'))).toBe('similar');
    expect(await seen(pictured('kim-stone', 1_720_000_000_000)), 'a newer photo').toBeUndefined();
    expect(await seen(pictured('alex-reed')), 'a photo nobody hashed').toBeUndefined();
    expect(await seen(profile('kim-stone', { profile: { photo: { url: '' } } })), 'no photo').toBeUndefined();
  });

  it('keeps the hash of the fetched picture when the screen\'s comes later', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(pictured('dana-brook'), { hash, sha256: 'a' });
    await rememberPhoto(pictured('dana-brook'), { hash: off(9) });
    expect(await database.all('photos')).toMatchObject([{ hash, sha256: 'a' }]);
  });

  it('remembers nobody\'s photo', async () => {
    const { rememberPhoto, database } = await load();
    expect(await rememberPhoto({ surface: 'linkedin-profile' }, { hash })).toBeUndefined();
    expect(await database.all('photos')).toEqual([]);
  });

  it('forgets a photo 180 days after it was seen', async () => {
    const { rememberPhoto } = await load();
    await rememberPhoto(pictured('dana-brook'), { hash });
    at('2026-08-30');
    const later = await restart(load);
    await later.recall(pictured('kim-stone'), false, noPlaces);
    expect(await later.rememberPhoto(pictured('kim-stone'), { hash })).toBe('remembered');
    expect(await later.database.all('photos')).toHaveLength(1);
  });

  it('stores neither names nor addresses', async () => {
    const { rememberPhoto, database } = await load();
    await rememberPhoto(pictured('dana-brook'), { hash });
    expect(JSON.stringify(await database.all('photos'))).not.toMatch(/dana|licdn/i);
  });
});
