import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPolicyState } from '../../utils/platform/policy.ts';
import { onSettingChange, readSetting, readSettings, settledSettings, writeSetting } from '../../utils/platform/settings.ts';

const { local, managed } = fakeBrowser.storage;
const seen = async () => (await local.get('policySeen'))['policySeen'] as { policy: unknown } | undefined;
const remember = (policy: unknown) => local.set({ policySeen: { at: '2026-11-20T08:00:00.000Z', policy } });

/** A store that is silent until it is told what to answer. */
function silentStore(): (policy: Record<string, unknown>) => void {
  let answer: (policy: Record<string, unknown>) => void;
  vi.spyOn(managed, 'get').mockReturnValueOnce(new Promise((resolve) => { answer = resolve; }) as never);
  return (policy) => answer(policy);
}

/** A worker that starts: nothing is known, and no listener of the one before is left. */
beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
});

describe('policy', () => {
  it('tells what the store told, and when', async () => {
    const before = new Date().toISOString();
    await managed.set({ placement: 'toolbar' });
    const { readAt, from } = await readPolicyState();
    expect(from).toBe('store');
    expect(readAt! >= before && readAt! <= new Date().toISOString()).toBe(true);
  });

  it('remembers it for the next start, except what is secret', async () => {
    await managed.set({ placement: 'toolbar', eventsToken: 'not for the disk', homepage: 'of another product' });
    await readSettings();
    await vi.waitFor(async () => expect((await seen())?.policy).toEqual({ placement: 'toolbar' }));
  });

  it('judges by what is remembered while the store is silent, without waiting for it', async () => {
    await remember({ placement: 'toolbar' });
    silentStore();
    const start = performance.now();
    expect((await readSettings()).settings.placement).toMatchObject({ value: 'toolbar', from: 'policy', locked: true });
    // 50 ms and what a loaded machine adds.
    expect(performance.now() - start).toBeLessThan(1000);
    expect(await readPolicyState()).toEqual({ readAt: '2026-11-20T08:00:00.000Z', from: 'remembered' });
  });

  it('judges by the defaults where nothing is remembered and the store is silent', async () => {
    silentStore();
    expect(await readSetting('placement')).toBe('inline');
    expect(await readPolicyState()).toEqual({ from: 'none' });
  });

  it('takes the answer of the store once it comes, and tells who asked to know', async () => {
    await remember({ placement: 'toolbar', disabledSites: ['zoho'] });
    const [changed, other] = [vi.fn<() => void>(), vi.fn<() => void>()];
    onSettingChange(['placement'], changed);
    onSettingChange(['disabledSites'], other);
    const answer = silentStore();
    expect(await readSetting('placement')).toBe('toolbar');
    answer({ placement: 'inline', disabledSites: ['zoho'] });
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    expect([await readSetting('placement'), (await readPolicyState()).from, other.mock.calls.length]).toEqual(['inline', 'store', 0]);
  });

  it('lets a policy that was removed hold no longer than until the store answers', async () => {
    await remember({ placement: 'toolbar' });
    const answer = silentStore();
    expect(await readSetting('placement')).toBe('toolbar');
    answer({});
    await vi.waitFor(async () => expect(await readSetting('placement')).toBe('inline'));
    await vi.waitFor(async () => expect(await seen()).toBeUndefined());
    expect(await readPolicyState()).toEqual({ readAt: expect.any(String), from: 'none' });
  });

  it('takes the answer of Firefox without a policy for that: there is none', async () => {
    await remember({ placement: 'toolbar' });
    vi.spyOn(managed, 'get').mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect(await readSetting('placement')).toBe('inline');
    await vi.waitFor(async () => expect(await seen()).toBeUndefined());
  });

  it('keeps what is remembered when the store fails, and asks it again', async () => {
    await remember({ placement: 'toolbar' });
    vi.spyOn(managed, 'get').mockRejectedValueOnce(new Error('The store is broken')).mockRejectedValueOnce(new Error('The store is broken'));
    expect(await readSetting('placement')).toBe('toolbar');
    await expect(settledSettings()).rejects.toThrow('does not tell its policy');
    await managed.set({ placement: 'inline' });
    expect((await settledSettings()).settings.placement.value).toBe('inline');
  });

  it('takes a store that fails for no word at all where nothing is remembered', async () => {
    vi.spyOn(managed, 'get').mockRejectedValueOnce(new Error('The store is broken'));
    await expect(settledSettings()).rejects.toThrow('does not tell its policy');
    expect((await settledSettings()).settings.placement.value).toBe('inline');
  });

  it('lets whoever sends or fetches go on where Firefox says that there is no policy', async () => {
    vi.spyOn(managed, 'get').mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect((await settledSettings()).settings.eventsEndpoint.value).toBe('');
  });

  it('lets nobody send or fetch on the word of what is remembered', async () => {
    await remember({ eventsEndpoint: 'https://elsewhere.example' });
    const answer = silentStore();
    const settled = settledSettings();
    expect(await readSetting('eventsEndpoint')).toBe('https://elsewhere.example');
    answer({ eventsEndpoint: 'https://collector.birchline.example' });
    expect((await settled).settings.eventsEndpoint.value).toBe('https://collector.birchline.example');
  });

  it('hears of a policy that comes after the store said there is none', async () => {
    const changed = vi.fn<() => void>();
    onSettingChange(['placement'], changed);
    expect(await readSetting('placement')).toBe('inline');
    await managed.set({ placement: 'toolbar' });
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    expect(await readSetting('placement')).toBe('toolbar');
  });

  it('tells of a change although the worker was asleep and had read nothing yet', async () => {
    const changed = vi.fn<() => void>();
    onSettingChange(['placement'], changed);
    await managed.set({ placement: 'toolbar' });
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  });

  it.each([['a text'], [{ policy: 7, at: 'now' }], [{ policy: { placement: 'toolbar' } }], [null]])('takes no notice of a memory that is none: %j', async (policySeen) => {
    await local.set({ policySeen });
    silentStore();
    expect(await readSetting('placement')).toBe('inline');
  });
});

describe('settings that are read often', () => {
  it('asks the browser once', async () => {
    await managed.set({ orgName: 'Birchline Health' });
    await readSettings();
    const reads = vi.spyOn(local, 'get');
    expect((await readSettings()) === (await readSettings())).toBe(true);
    expect(reads).not.toHaveBeenCalled();
  });

  it('reads again after another page wrote', async () => {
    expect(await readSetting('placement')).toBe('inline');
    await local.set({ placement: 'toolbar' });
    expect(await readSetting('placement')).toBe('toolbar');
  });

  it('reads again after its own write', async () => {
    await readSettings();
    await writeSetting('placement', 'toolbar');
    expect(await readSetting('placement')).toBe('toolbar');
  });

  it('reads again after the store of the browser failed', async () => {
    vi.spyOn(local, 'get').mockRejectedValueOnce(new Error('disk'));
    await expect(readSettings()).rejects.toThrow('disk');
    expect(await readSetting('placement')).toBe('inline');
  });
});
