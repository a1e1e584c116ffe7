import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { restart } from './fresh-browser.ts';
import { loadPacks, policy } from './pack-browser.ts';
import { asPrivate, openPlace, packBrowser, packOf, part } from './pack-place.ts';
import { tinyPack } from './tiny-pack.ts';

const load = async () => ({ ...(await import('../../utils/platform/list-rules.ts')), ...(await import('../../utils/platform/database.ts')) });

describe('list-rules', () => {
  beforeEach(() => packBrowser());
  afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

  it('lists rules that judge, and none that waits or only sets a mark', async () => {
    const [hello, reported, first] = tinyPack().rules;
    packBrowser('{}', { ...tinyPack(), rules: [hello, { ...reported, status: 'draft' }, { ...first, severity: 'info', sets: 'message.asks.run-code' }] });
    expect((await (await load()).listRules()).map(({ id }) => id)).toEqual(['says-hello']);
  });

  it('reads no list to do so', async () => {
    await (await load()).listRules();
    const { listRules, database } = await restart(load);
    await (await import('../../utils/platform/packs.ts')).storedPack();
    const get = vi.spyOn(database, 'get');
    await listRules();
    expect(get.mock.calls).toEqual([['packs', 'base']]);
  });

  it('lists rules of the organisation too, under their own names and in their own words', async () => {
    const place = await openPlace();
    const words = part({ language: 'en', rules: { 'says-hello': { title: 'Says the word of the orchard' } } });
    place.publish(packOf(1, 'pear', { words: { en: words.name } }), { bytes: words.bytes });
    await policy({ privatePacks: [asPrivate(place)] });
    const { fakeBrowser } = await import('wxt/testing/fake-browser');
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('en');
    await (await loadPacks()).lookForPacks(true);
    expect((await (await load()).listRules()).at(-1)).toMatchObject({ id: 'orchard--says-hello', title: 'Says the word of the orchard' });
  });

  it('lists the others when the pack of the organisation is damaged', async () => {
    await policy({ privatePacks: [asPrivate(await openPlace())] });
    const { listRules, database } = await load();
    await database.change({ put: { packs: [{ key: 'private:orchard', version: 1, sha256: 'another', json: '{}', from: 'private' }] } });
    expect((await listRules()).map(({ id }) => id)).toContain('says-hello');
  });
});
