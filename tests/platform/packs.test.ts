import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HashPlanes } from '../../utils/core/hash-planes.ts';
import { freshBrowser, mail, restart } from './fresh-browser.ts';
import { hashOf } from './prints.ts';
import { bundle, listName, tinyPack } from './tiny-pack.ts';

const load = async () => ({ ...(await import('../../utils/platform/packs.ts')), ...(await import('../../utils/platform/database.ts')) });
const trouble = async () => ((await fakeBrowser.storage.local.get('trouble-pack'))['trouble-pack'] as { sentence: string } | undefined)?.sentence;
const fired = async ({ storedPack }: Awaited<ReturnType<typeof load>>, facts = mail()) =>
  (await storedPack()).judge(facts).findings.map(({ rule }) => rule);

describe('packs', () => {
  beforeEach(() => freshBrowser());

  it('judges with the bundled pack when nothing is stored, lists included', async () => {
    bundle(tinyPack());
    expect(await fired(await load(), mail({ links: [{ url: 'https://bad.example/x' }] }))).toEqual(['leads-to-reported', 'says-hello']);
  });

  it('judges from what is stored, without reading the bundle again', async () => {
    bundle(tinyPack());
    await fired(await load());
    const again = bundle(undefined);
    expect(await fired(await restart(load))).toEqual(['says-hello']);
    expect(again).not.toHaveBeenCalled();
  });

  it('leaves out rules that were switched off, once it compiles anew', async () => {
    bundle(tinyPack());
    const packs = await load();
    expect(await fired(packs)).toEqual(['says-hello']);
    await fakeBrowser.storage.local.set({ disabledRules: ['says-hello'] });
    packs.compileAnew();
    expect(await fired(packs)).toEqual([]);
  });

  it('compiles once in a worker\'s life', async () => {
    bundle(tinyPack());
    const { storedPack } = await load();
    expect((await storedPack()).judge).toBe((await storedPack()).judge);
  });

  it('says what to do when there is no pack at all, and tries again', async () => {
    bundle(undefined);
    const packs = await load();
    await expect(packs.storedPack()).rejects.toThrow(/install the extension again.*base\.json is missing/);
    bundle(tinyPack());
    expect(await fired(packs)).toEqual(['says-hello']);
  });

  it('replaces a stored pack that is not what was stored and keeps the reason', async () => {
    bundle(tinyPack());
    const { database } = await load();
    await database.change({ put: { packs: [{ key: 'base', version: 9, sha256: '0', json: '{"format":1,"rules":[{"id":"x"}]}' }] } });
    expect(await fired(await restart(load))).toEqual(['says-hello']);
    expect(await trouble()).toMatch(/could not be used and were replaced.*damaged/);
    expect((await database.get('packs', 'base'))!.version).toBe(1);
  });

  it('replaces a stored pack whose list is gone or damaged', async () => {
    bundle(tinyPack());
    const packs = await load();
    await fired(packs);
    await packs.database.change({ put: { lists: [{ key: listName, bytes: new ArrayBuffer(7) }] } });
    expect(await fired(await restart(load))).toEqual(['says-hello']);
    expect(await trouble()).toMatch(/cut off/);
    expect((await packs.database.get('lists', listName))!.bytes.byteLength).toBe(8);
  });

  it('refuses a bundled list that is not what its name says, and stores nothing', async () => {
    bundle(tinyPack(), new ArrayBuffer(16));
    const packs = await load();
    await expect(packs.storedPack()).rejects.toThrow('damaged');
    expect(await packs.database.all('packs')).toEqual([]);
  });

  it('takes over a newer bundled pack at an update', async () => {
    bundle(tinyPack(1));
    const packs = await load();
    await packs.takeOverBundledPack();
    bundle(tinyPack(2, 'goodbye'));
    await packs.takeOverBundledPack();
    expect(await fired(packs)).toEqual([]);
    expect((await fakeBrowser.storage.local.get('pack'))['pack']).toEqual({ id: 'base', version: 2, issued: '2026-01-01', rules: 3 });
  });

  it('judges with the rules it takes over, although others were switched off meanwhile', async () => {
    bundle(tinyPack(1));
    await (await load()).takeOverBundledPack();
    bundle(tinyPack(2, 'we have'));
    const packs = await restart(load);
    const taken = packs.takeOverBundledPack();
    packs.compileAnew();
    const [found] = await Promise.all([fired(packs), taken]);
    expect([found, await fired(packs)]).toEqual([['says-hello'], ['says-hello']]);
    expect((await packs.database.get('packs', 'base'))!.version).toBe(2);
  });

  it('takes over a bundled pack of the same version when it differs', async () => {
    bundle(tinyPack(1));
    const packs = await load();
    await packs.takeOverBundledPack();
    bundle(tinyPack(1, 'goodbye'));
    await packs.takeOverBundledPack();
    expect(await fired(packs)).toEqual([]);
  });

  it('keeps a stored pack that is newer than the bundled one', async () => {
    bundle(tinyPack(5));
    const packs = await load();
    await packs.takeOverBundledPack();
    bundle(tinyPack(4, 'goodbye'));
    await packs.takeOverBundledPack();
    expect(await fired(packs)).toEqual(['says-hello']);
  });

  it('keeps the stored pack when the bundled one is faulty, and says so', async () => {
    bundle(tinyPack(1));
    const packs = await load();
    await packs.takeOverBundledPack();
    bundle({ ...tinyPack(2), rules: [{ id: 'half-a-rule' }] });
    await packs.takeOverBundledPack();
    expect(await fired(packs)).toEqual(['says-hello']);
    expect(await trouble()).toMatch(/the stored ones judge on/);
  });

  describe('with pictures', () => {
    const planes = [1, 2, 3, 4, 5, 6].map((seed) => hashOf(seed));
    const reported = Uint8Array.from([0, 2, 4].flatMap((i) => [...new Uint8Array(HashPlanes.from([planes[i]!, planes[i + 1]!]).bytes())]));
    const stopped = new Uint8Array(HashPlanes.from([hashOf(9)]).bytes());
    const named = (bytes: Uint8Array, count: number) => ({ count, sha256: createHash('sha256').update(bytes).digest('hex') });
    const pack = { ...tinyPack(), photos: named(reported, 2), placeholders: named(stopped, 1) };
    const serve = (photos: Uint8Array<ArrayBuffer>) => {
      const served = bundle(pack);
      vi.stubGlobal('fetch', async (url: URL) => (url.pathname.includes(pack.photos.sha256) ? new Response(photos)
        : url.pathname.includes(pack.placeholders.sha256) ? new Response(stopped) : served(url)));
    };

    it('keeps reported photos in three values and default pictures in one', async () => {
      serve(reported);
      const packs = await load();
      expect((await packs.storedPack()).places.photos).toEqual(pack.photos);
      const { planeKeys, placeholders } = await import('../../utils/platform/pack-photos.ts');
      const { whole, disc, difference } = planeKeys(pack.photos.sha256);
      const rows = await Promise.all([whole, disc, difference].map((key) => packs.database.get('lists', key)));
      expect(rows.flatMap((row) => [0, 1].map((i) => HashPlanes.read(row!.bytes).at(i)))).toEqual(planes);
      expect(await placeholders()).toEqual([hashOf(9)]);
    });

    it('knows the list again in the next worker, without reading it', async () => {
      serve(reported);
      await (await load()).storedPack();
      const { storedPack, database } = await restart(load);
      const get = vi.spyOn(database, 'get');
      expect((await storedPack()).places.photos).toEqual(pack.photos);
      expect(get.mock.calls.map(([, key]) => key)).toEqual(['base', listName]);
    });

    it('refuses a list that is not what its name says', async () => {
      serve(reported.slice(1));
      await expect((await load()).storedPack()).rejects.toThrow(/damaged: install the extension again/);
    });

    it('refuses a list of another length than it states', async () => {
      serve(reported);
      Object.assign(pack, { photos: { ...pack.photos, count: 3 } });
      await expect((await load()).storedPack()).rejects.toThrow(/3 reported photos has 192 bytes instead of 288/);
    });
  });
});
