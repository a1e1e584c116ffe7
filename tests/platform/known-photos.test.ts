import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HashPlanes } from '../../utils/core/hash-planes.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { planeKeys } from '../../utils/platform/pack-photos.ts';
import { freshBrowser, photoAddress, profile, restart } from './fresh-browser.ts';
import { first, hashOf, print, type Off } from './prints.ts';

const load = async () => ({
  ...(await import('../../utils/platform/known-photos.ts')), ...(await import('../../utils/platform/remember-photo.ts')), ...(await import('../../utils/platform/database.ts')),
});
const person = (member: number) => ({ memberNumber: member, profileUrl: `https://www.linkedin.com/in/person-${member}/`, photo: photoAddress(1_700_000_000_000 + member) });
const of = (member: number, message?: Facts['message']): Facts =>
  profile(`person-${member}`, { profile: { memberNumber: member, photo: { url: person(member).photo } }, ...(message && { message }) });
const off = (bits: Off) => ({ print: print(bits), fetched: true });
const seen = { print: first, fetched: true };
const list = { count: 3, sha256: 'f'.repeat(64) };

/** A list of three, the first picture in the middle. */
const stored = ({ whole, disc, difference } = first) => Object.entries(planeKeys(list.sha256)).map(([kind, key]) => ({
  key, bytes: HashPlanes.from([hashOf(7), { whole, disc, difference }[kind as 'whole'], hashOf(8)]).bytes(),
}));

describe('known photos', () => {
  beforeEach(() => freshBrowser());

  it.each<[Off, string | undefined]>([
    [{ whole: 16 }, 'same'], [{ mirror: 16 }, 'same'], [{ whole: 24 }, 'similar'], [{ whole: 25 }, undefined], [{ whole: 31, difference: 70 }, 'similar'],
    [{ whole: 31, difference: 71 }, undefined], [{ whole: 32, difference: 0 }, undefined], [{ disc: 16 }, 'same'], [{ disc: 17 }, undefined],
    [{ discMirror: 24, difference: 70 }, 'similar'], [{ disc: 25, difference: 0 }, undefined], [{}, undefined],
  ])('tells a photo %o bits from a reported one: %s', async (bits, reported) => {
    const { knownPhotos, rememberPhoto, database } = await load();
    await database.change({ put: { lists: stored() } });
    await rememberPhoto(of(1), off(bits));
    expect((await knownPhotos(of(1), false, list)).photoReported).toBe(reported);
  });

  it('takes a hash that nobody took for no second opinion, not even of a photo that is lit from one side', async () => {
    const { knownPhotos, rememberPhoto, database } = await load();
    await database.change({ put: { lists: stored({ ...first, difference: new Uint8Array(32) }) } });
    const litFromOneSide = { ...print({ whole: 30 }), difference: new Uint8Array(32).fill(1) };
    await rememberPhoto(of(1), { print: litFromOneSide, fetched: true });
    expect((await knownPhotos(of(1), false, list)).photoReported).toBeUndefined();
  });

  it('compares a photo once with a list, and anew with another', async () => {
    const { rememberPhoto, database, knownPhotos } = await load();
    await database.change({ put: { lists: stored() } });
    await rememberPhoto(of(1), seen);
    await knownPhotos(of(1), false, list);
    const next = await restart(load);
    const get = vi.spyOn(next.database, 'get');
    expect((await next.knownPhotos(of(1), false, list)).photoReported).toBe('same');
    expect(get.mock.calls.filter(([store]) => store === 'lists')).toEqual([]);
    expect((await next.knownPhotos(of(1), false, { count: 3, sha256: 'e'.repeat(64) })).photoReported).toBeUndefined();
  });

  it('writes nothing for a private window', async () => {
    const { rememberPhoto, database, knownPhotos } = await load();
    await database.change({ put: { lists: stored() } });
    await rememberPhoto(of(1), seen);
    const before = await database.all('photos');
    expect((await knownPhotos(of(1), true, list)).photoReported).toBe('same');
    expect(await database.all('photos')).toEqual(before);
  });

  it('reads no list for a photo that nobody hashed, and none where the pack has none', async () => {
    const { knownPhotos, rememberPhoto, database } = await load();
    const get = vi.spyOn(database, 'get');
    await knownPhotos(of(1), false, list);
    await rememberPhoto(of(1), seen);
    expect(await knownPhotos(of(1), false, undefined)).toEqual({});
    expect(get.mock.calls.filter(([store]) => store === 'lists')).toEqual([]);
  });

  it('goes on without a list that is cut off', async () => {
    const { knownPhotos, rememberPhoto, database } = await load();
    await database.change({ put: { lists: stored().map(({ key }) => ({ key, bytes: new ArrayBuffer(95) })) } });
    await rememberPhoto(of(1), seen);
    expect((await knownPhotos(of(1), false, list)).photoReported).toBeUndefined();
  });

  it.each<[string, Off, string | undefined]>([['same', { whole: 3 }, 'same'], ['similar', { disc: 20 }, 'similar'], ['other', {}, undefined]])(
    'tells of two people of a conversation with the %s photo', async (_, bits, shared) => {
      const { knownPhotos, rememberPhoto } = await load();
      await rememberPhoto(of(2), seen);
      await rememberPhoto(of(3), off(bits));
      const known = (...members: number[]) => knownPhotos(of(1, { people: members.map(person) }), false, undefined);
      expect((await known(2, 3)).photoShared).toBe(shared);
      expect([(await known(2)).photoShared, (await known(2, 2)).photoShared, (await known()).photoShared]).toEqual([undefined, undefined, undefined]);
    });

  it('counts the sender among the people', async () => {
    const { knownPhotos, rememberPhoto } = await load();
    await rememberPhoto(of(1), seen);
    await rememberPhoto(of(2), seen);
    expect((await knownPhotos(of(1, { people: [person(2)] }), false, undefined)).photoShared).toBe('same');
  });

  it('claims nothing of two people who may be one', async () => {
    const { knownPhotos, rememberPhoto } = await load();
    const bySlug = { surface: 'linkedin-profile' as const, sender: { profileUrl: 'https://www.linkedin.com/in/dana/' }, profile: { photo: { url: person(5).photo } } };
    await rememberPhoto(bySlug, seen);
    await rememberPhoto(of(2), seen);
    const people = [person(2), { profileUrl: bySlug.sender.profileUrl, photo: person(5).photo }];
    expect((await knownPhotos(of(1, { people }), false, undefined)).photoShared).toBeUndefined();
  });
});
