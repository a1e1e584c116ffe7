import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { freshBrowser, mail, restart } from './fresh-browser.ts';
import { bundle, listName, tinyPack } from './tiny-pack.ts';

const load = async () => ({ ...(await import('../../utils/platform/packs.ts')), ...(await import('../../utils/platform/database.ts')) });
const trouble = async () => ((await fakeBrowser.storage.local.get('trouble-pack'))['trouble-pack'] as { sentence: string } | undefined)?.sentence;
const fired = async ({ storedJudge }: Awaited<ReturnType<typeof load>>, facts = mail()) =>
  (await storedJudge())(facts).findings.map(({ rule }) => rule);

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

  it('compiles once in a worker\'s life', async () => {
    bundle(tinyPack());
    const { storedJudge } = await load();
    expect(await storedJudge()).toBe(await storedJudge());
  });

  it('says what to do when there is no pack at all, and tries again', async () => {
    bundle(undefined);
    const packs = await load();
    await expect(packs.storedJudge()).rejects.toThrow(/install the extension again.*base\.json is missing/);
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
    await expect(packs.storedJudge()).rejects.toThrow('damaged');
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
});
