import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Pack } from '../../utils/core/pack.ts';
import { mail, restart } from './fresh-browser.ts';
import { both, everything, fired, loadPacks, policy, privatePlace, publicPlace, stateOf } from './pack-browser.ts';
import { asPrivate, encode, openPlace, packBrowser, packOf, part, type Place } from './pack-place.ts';
import { tinyPack } from './tiny-pack.ts';

describe('update-packs', () => {
  beforeEach(() => packBrowser());
  afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

  it('asks nobody as long as no place is named', async () => {
    const asked = vi.spyOn(globalThis, 'fetch');
    const packs = await loadPacks();
    expect(await packs.lookForPacks(true)).toBe(false);
    expect([asked.mock.calls, (await packs.packStates()).map(({ state }) => state)]).toEqual([[], ['off']]);
  });

  it('has rules of the organisation judge beside the public ones, under names of their own', async () => {
    await privatePlace();
    const packs = await loadPacks();
    expect(await packs.lookForPacks(false)).toBe(true);
    expect(await fired(packs, everything)).toEqual(both);
    expect(await fired(await restart(loadPacks), 'pear')).toEqual(['orchard--says-hello']);
    expect(await stateOf(packs, 'orchard')).toMatchObject({ source: 'private', version: 1, issued: '2026-01-01', expires: '2026-03-09T10:00:00.000Z', state: 'fresh' });
  });

  it('puts a newer public pack in the place of the bundled one, and keeps that', async () => {
    await publicPlace();
    const packs = await loadPacks();
    expect(await fired(packs, everything)).toEqual(['says-hello']);
    await packs.lookForPacks(true);
    expect([await fired(packs, 'hello'), await fired(packs, 'pear')]).toEqual([[], ['says-hello']]);
    expect(await stateOf(packs, 'base')).toMatchObject({ source: 'public', version: 5, previous: 1, state: 'fresh' });
  });

  it('goes back to the earlier version, and does not take the later one again, but the next', async () => {
    const place = await publicPlace();
    const packs = await loadPacks();
    await packs.storedPack();
    await packs.lookForPacks(true);
    await packs.rollBackPack('base');
    expect([await fired(packs, 'hello'), await fired(await restart(loadPacks), 'hello')]).toEqual([['says-hello'], ['says-hello']]);
    const later = await loadPacks();
    await later.lookForPacks(true);
    expect([await fired(later, 'hello'), await stateOf(later, 'base')]).toEqual([['says-hello'], expect.objectContaining({ version: 1, state: 'fresh' })]);
    await expect(later.rollBackPack('base')).rejects.toThrow(/no earlier version/);
    place.publish(packOf(6, 'plum', { id: 'base' }));
    await later.lookForPacks(true);
    expect(await fired(later, 'plum')).toEqual(['says-hello']);
  });

  it('changes nothing when the earlier version is damaged, and says so', async () => {
    await publicPlace();
    const packs = await loadPacks();
    await packs.storedPack();
    await packs.lookForPacks(true);
    const previous = (await packs.database.get('packs', 'previous:base'))!;
    await packs.database.change({ put: { packs: [{ ...previous, sha256: '0' }] } });
    const before = [await packs.database.all('packs'), await packs.database.all('trust')];
    await expect(packs.rollBackPack('base')).rejects.toThrow(/earlier version cannot be used any more.*goes on/);
    expect([await packs.database.all('packs'), await packs.database.all('trust')]).toEqual(before);
    expect(await fired(await restart(loadPacks), 'pear')).toEqual(['says-hello']);
  });

  it('takes what comes from each place although nothing can be noted of the looks', async () => {
    const [one, other] = [await openPlace(), await openPlace()];
    one.publish(packOf(1, 'pear'));
    other.publish(packOf(1, 'plum', { id: 'meadow' }));
    await policy({ privatePacks: [asPrivate(one), asPrivate(other, 'meadow')] });
    const packs = await loadPacks();
    await packs.storedPack();
    const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation(async (items) => {
      if ('pack-looks' in items) throw new Error('The disk is full');
      return set(items);
    });
    expect(await packs.lookForPacks(true)).toBe(true);
    vi.mocked(fakeBrowser.storage.local.set).mockRestore();
    expect(await fired(packs, everything)).toEqual(['meadow--says-hello', 'orchard--says-hello', 'says-hello']);
    expect(await fakeBrowser.storage.local.get('trouble-pack')).toMatchObject({ 'trouble-pack': { sentence: expect.stringContaining('The disk is full') } });
  });

  it('lets go of packs that the policy names no more, and judges with what is inside again', async () => {
    const place = await publicPlace();
    await policy({ packUrl: place.url, privatePacks: [asPrivate(await privatePlaceBeside())] });
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    expect((await packs.database.keys('packs')).sort()).toEqual(['base', 'private:orchard']);
    await fakeBrowser.storage.managed.clear();
    await policy({ packUrl: '' });
    await packs.lookForPacks(true);
    expect([await packs.database.keys('packs'), await fired(packs, everything)]).toEqual([['base'], ['says-hello']]);
  });

  it('begins anew under another root, whatever version the lost one had come to, and goes back to nothing of it', async () => {
    await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    const lost = await openPlace();
    lost.publish(packOf(7, 'plum'));
    await policy({ privatePacks: [asPrivate(lost)] });
    await packs.lookForPacks(true);
    const next = await openPlace();
    next.lies.set('/targets/', (response) => response.writeHead(503).end());
    next.publish(packOf(1, 'quince'));
    await policy({ privatePacks: [asPrivate(next)] });
    await packs.lookForPacks(true);
    expect(await fired(packs, 'plum')).toEqual(['orchard--says-hello']);
    next.lies.clear();
    await packs.lookForPacks(true);
    expect([await fired(packs, 'plum'), await fired(packs, 'quince')]).toEqual([[], ['orchard--says-hello']]);
    expect(await stateOf(packs, 'orchard')).toMatchObject({ version: 1, state: 'fresh' });
    expect((await stateOf(packs, 'orchard')).previous).toBeUndefined();
  });

  it('takes a pack by the change from the last one when that is offered', async () => {
    const many = (version: number, word: string) => packOf(version, word, { companies: Array.from({ length: 3_000 }, (_, i) => `company ${i}\tcompany-${i}.example`) });
    const place = await openPlace();
    place.publish(many(1, 'pear'));
    await policy({ privatePacks: [asPrivate(place)] });
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    place.publish(many(2, 'plum'));
    place.asked.length = 0;
    await packs.lookForPacks(true);
    expect([place.asked.filter((path) => path.startsWith('/targets/')), await fired(packs, 'plum')]).toEqual([[expect.stringMatching(/\.patch$/)], ['orchard--says-hello']]);
  });

  it('fetches the whole when a change does not lead to what was signed', async () => {
    const place = await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    const { sha256 } = (await packs.database.get('packs', 'private:orchard'))!;
    const pack = packOf(2, 'plum', { companies: ['pear company\tpear.example'] });
    const files = [
      { name: 'pack.json', content: encode(JSON.stringify(pack)), custom: { id: 'orchard', version: 2, needs: '0.1.0', issued: '2026-01-01' } },
      { name: `pack.${sha256}.patch`, content: encode('{"patch":"@@ -1,1 +1,1 @@\\n-x\\n+y\\n"}') },
    ];
    place.publish(pack, { files });
    await packs.lookForPacks(true);
    expect([place.asked.filter((path) => path.startsWith('/targets/')).length, await fired(packs, 'plum')]).toEqual([3, ['orchard--says-hello']]);
  });

  it('takes a pack with the words of the language and its own cases', async () => {
    const place = await openPlace();
    const words = part({ language: 'en', rules: { 'says-hello': { why: 'In words of the orchard.' } } });
    const cases = part({ 'says-hello': { match: [mail({ message: { text: 'A pear for you.' } })], pass: [mail()] } });
    place.publish(packOf(1, 'pear', { words: { en: words.name }, cases: cases.name }), { bytes: new Map([...words.bytes, ...cases.bytes]) });
    await policy({ privatePacks: [asPrivate(place)] });
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('en');
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    expect((await packs.storedPack()).judge(mail({ message: { text: 'pear' } })).findings[0]!.why).toBe('In words of the orchard.');
    expect(await packs.database.keys('lists')).not.toContain(cases.name);
  });

  it('leaves public rules and their lists as they are, whatever a pack of the organisation holds', async () => {
    const place = await openPlace();
    const quiet = { reported: { match: 'value', indicators: false, count: 1, members: ['nothing'] } };
    place.publish(packOf(1, 'pear', { lists: quiet as unknown as Pack['lists'], sites: [{ at: 'bad.example', kind: 'meeting' }] as unknown as Pack['sites'] }));
    await policy({ privatePacks: [asPrivate(place)] });
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    const { judge } = await packs.storedPack();
    expect(judge(mail({ message: { text: 'pear' }, links: [{ url: 'https://bad.example/x' }] })).findings.map(({ rule }) => rule)).toEqual(['leads-to-reported', 'orchard--says-hello']);
  });

  it('leaves the public rules alone when a pack of the organisation cannot stand beside them any more', async () => {
    const place = await openPlace();
    const list = (name: string) => ({ [name]: { match: 'value', indicators: true, count: 1, members: ['x'] } }) as unknown as Pack['lists'];
    place.publish(packOf(1, 'pear', { lists: list('later') }));
    await policy({ privatePacks: [asPrivate(place)] });
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    packBundled({ ...tinyPack(2), lists: { ...tinyPack().lists, later: { match: 'host', indicators: true, count: 1, members: ['y.example'] } } });
    await packs.takeOverBundledPack();
    expect(await fired(packs, everything)).toEqual(['says-hello']);
  });

  it('has the other packs of the organisation judge when one of them cannot stand beside the public rules', async () => {
    const [bad, good] = [await openPlace(), await openPlace()];
    const list = { later: { match: 'value', indicators: true, count: 1, members: ['x'] } } as unknown as Pack['lists'];
    bad.publish(packOf(1, 'pear', { lists: list }));
    good.publish(packOf(1, 'plum', { id: 'meadow' }));
    await policy({ privatePacks: [asPrivate(bad), asPrivate(good, 'meadow')] });
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    packBundled({ ...tinyPack(2), lists: { ...tinyPack().lists, later: { match: 'host', indicators: true, count: 1, members: ['y.example'] } } });
    await packs.takeOverBundledPack();
    expect(await fired(packs, everything)).toEqual(['meadow--says-hello', 'says-hello']);
    expect(await fakeBrowser.storage.local.get('trouble-pack')).toMatchObject({ 'trouble-pack': { sentence: expect.stringContaining('“orchard”') } });
  });

  it('looks when it is due, a fifth earlier or later than asked, and not because the browser started', async () => {
    const place = await privatePlace();
    const packs = await loadPacks();
    vi.spyOn(Math, 'random').mockReturnValue(0.25);
    await packs.lookForPacks(false);
    place.asked.length = 0;
    await (await restart(loadPacks)).lookForPacks(false);
    vi.setSystemTime(Date.now() + 10 * 3_600_000);
    await packs.lookForPacks(false);
    expect(place.asked).toEqual([]);
    vi.setSystemTime(Date.now() + 0.9 * 3_600_000);
    await packs.lookForPacks(false);
    expect(place.asked).toHaveLength(2);
  });

  it('waits as long as a server in trouble asks', async () => {
    const place = await openPlace();
    place.lies.set('/', (response) => response.writeHead(503, { 'retry-after': '36000' }).end());
    await policy({ privatePacks: [asPrivate(place)] });
    const packs = await loadPacks();
    await packs.lookForPacks(false);
    expect(await stateOf(packs, 'orchard')).toMatchObject({ state: 'ageing', kind: 'unreachable', nextAt: '2026-03-02T20:00:00.000Z' });
  });

  it('says that there are no keys for public rules yet, and asks nobody', async () => {
    const place = await openPlace();
    await policy({ packUrl: place.url });
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    expect([place.asked, await stateOf(packs, 'base')]).toEqual([[], expect.objectContaining({ state: 'error', kind: 'setup' })]);
  });

  it('rings every hour, and does not begin anew with each worker', async () => {
    const packs = await loadPacks();
    packs.keepPacksFresh(() => undefined);
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get('look-for-packs')).toMatchObject({ periodInMinutes: 60 }));
    const set = vi.spyOn(fakeBrowser.alarms, 'create');
    (await restart(loadPacks)).keepPacksFresh(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(set).not.toHaveBeenCalled();
  });
});

async function privatePlaceBeside(): Promise<Place> {
  const place = await openPlace();
  place.publish(packOf(1, 'plum'));
  return place;
}

function packBundled(pack: unknown) {
  const before = globalThis.fetch;
  vi.stubGlobal('fetch', (address: URL | string, init?: RequestInit) =>
    (String(address).endsWith('/packs/base.json') ? Promise.resolve(new Response(JSON.stringify(pack))) : before(address, init)));
}
