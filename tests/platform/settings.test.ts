import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onSettingChange, readSetting, readSettings, turnInSetting, writeSetting } from '../../utils/platform/settings.ts';

describe('settings', () => {
  beforeEach(() => fakeBrowser.reset());

  it('keeps a choice', async () => {
    expect(await readSetting('placement')).toBe('inline');
    await writeSetting('placement', 'toolbar');
    expect((await readSettings()).settings.placement).toEqual({ value: 'toolbar', from: 'user', locked: false });
  });

  it('refuses a value the setting cannot have, and keeps the one before', async () => {
    await writeSetting('rememberPhotosDays', 30);
    await expect(writeSetting('rememberPhotosDays', 31 as 30)).rejects.toThrow('rememberPhotosDays cannot be 31.');
    expect(await readSetting('rememberPhotosDays')).toBe(30);
  });

  it('loses none of several that are switched off right behind each other', async () => {
    await Promise.all([turnInSetting('disabledSites', 'gmail', true), turnInSetting('disabledSites', 'zoho', true), turnInSetting('disabledSites', 'gmail', true)]);
    expect(await readSetting('disabledSites')).toEqual(['zoho', 'gmail']);
    await turnInSetting('disabledSites', 'gmail', false);
    expect(await readSetting('disabledSites')).toEqual(['zoho']);
  });

  it('goes on after a switch that was refused', async () => {
    await fakeBrowser.storage.managed.set({ disabledSites: ['zoho'] });
    await expect(turnInSetting('disabledSites', 'gmail', true)).rejects.toThrow('disabledSites is set by your organisation.');
    await turnInSetting('disabledRules', 'one-rule', true);
    expect(await readSetting('disabledRules')).toEqual(['one-rule']);
  });

  it('refuses to change what the policy fixed', async () => {
    await fakeBrowser.storage.managed.set({ placement: 'toolbar' });
    await expect(writeSetting('placement', 'inline')).rejects.toThrow('placement is set by your organisation.');
    expect(await readSetting('placement')).toBe('toolbar');
  });

  it('reads on where the browser has no policy to tell', async () => {
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValueOnce(new Error('Managed storage manifest not found'));
    expect(await readSetting('imageSearch')).toBe('google');
  });

  it('tells of a change, and of no other setting', async () => {
    const changed = vi.fn<() => void>();
    onSettingChange(['placement'], changed);
    await writeSetting('checkPhotos', true);
    await fakeBrowser.storage.session.set({ placement: 'toolbar' });
    expect(changed).not.toHaveBeenCalled();
    await writeSetting('placement', 'toolbar');
    expect(changed).toHaveBeenCalledTimes(1);
  });
});
