import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { both, everything, fired, loadPacks, privatePlace, stateOf } from './pack-browser.ts';
import { packBrowser, packOf } from './pack-place.ts';

describe('pack-states', () => {
  beforeEach(() => packBrowser());
  afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

  it('says that a clock is behind, and judges on', async () => {
    await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    vi.setSystemTime(new Date('2016-03-02T10:00:00Z'));
    expect(await stateOf(packs, 'orchard')).toMatchObject({ state: 'error', kind: 'clock' });
    expect(await packs.lookForPacks(false)).toBe(false);
    expect(await fired(packs, everything)).toEqual(both);
  });

  it('says that a clock is ahead, judges on, and looks again soon after it was put right', async () => {
    const place = await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    vi.setSystemTime(new Date('2036-03-02T10:00:00Z'));
    await packs.lookForPacks(true);
    expect([await stateOf(packs, 'orchard'), await fired(packs, everything)]).toEqual([expect.objectContaining({ state: 'error', kind: 'clock', version: 1 }), both]);
    vi.setSystemTime(new Date('2026-03-03T10:00:00Z'));
    place.publish(packOf(2, 'plum'));
    expect(await packs.lookForPacks(false)).toBe(true);
    expect(await stateOf(packs, 'orchard')).toMatchObject({ state: 'fresh', version: 2 });
  });

  it('is stale when nobody signs any more, and judges on', async () => {
    await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    vi.setSystemTime(new Date('2026-03-12T10:00:00Z'));
    expect(await stateOf(packs, 'orchard')).toMatchObject({ state: 'stale' });
    await packs.lookForPacks(true);
    expect([await stateOf(packs, 'orchard'), await fired(packs, everything)]).toEqual([expect.objectContaining({ state: 'stale', kind: 'expired' }), both]);
  });
});
