import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSetting, readSettings, writeSetting } from '../../utils/platform/settings.ts';
import { exportSettings, importSettings } from '../../utils/platform/transfer-settings.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const file = (settings: object, version: unknown = 1) => JSON.stringify({ format: 'bonafide-settings', version, settings });

describe('transferSettings', () => {
  beforeEach(() => fakeBrowser.reset());

  it('gives back what it took', async () => {
    await writeSetting('placement', 'toolbar');
    await writeSetting('disabledRules', ['upfront-fee']);
    const saved = exportSettings((await readSettings()).settings);
    fakeBrowser.reset();
    expect(await importSettings(saved)).toEqual({ taken: ['placement', 'disabledRules'], left: [], isNewer: false });
    expect([await readSetting('placement'), await readSetting('disabledRules')]).toEqual(['toolbar', ['upfront-fee']]);
  });

  it('saves no choice that nobody made, and none of the policy', async () => {
    await fakeBrowser.storage.managed.set({ placement: 'toolbar' });
    expect(JSON.parse(exportSettings((await readSettings()).settings))).toEqual({ format: 'bonafide-settings', version: 1, settings: {} });
  });

  it('takes what it knows of a newer version, and names the rest', async () => {
    expect(await importSettings(file({ placement: 'toolbar', colourOfTheSky: 'blue', imageSearch: 'altavista' }, 7)))
      .toEqual({ taken: ['placement'], left: ['colourOfTheSky', 'imageSearch'], isNewer: true });
  });

  it('never turns the fetching of photos on', async () => {
    expect(await importSettings(file({ checkPhotos: true }))).toEqual({ taken: [], left: ['checkPhotos'], isNewer: false });
    expect(await readSetting('checkPhotos')).toBe(false);
  });

  it('leaves what the policy fixed', async () => {
    await fakeBrowser.storage.managed.set({ placement: 'inline' });
    expect(await importSettings(file({ placement: 'toolbar' }))).toEqual({ taken: [], left: ['placement'], isNewer: false });
  });

  it('changes nothing when the browser cannot save, and says so', async () => {
    await writeSetting('placement', 'toolbar');
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('The disk is full.'));
    await expect(importSettings(file({ placement: 'inline', imageSearch: 'bing' }))).rejects.toThrow('The disk is full.');
    expect([await readSetting('placement'), await readSetting('imageSearch')]).toEqual(['toolbar', 'google']);
  });

  it.each(['', 'nonsense', 'null', '[]', '{}', '{"format":"bonafide-settings","version":1}', file({}, 'one'), '{"format":"bonafide-settings","version":1,"settings":[]}'])(
    'says what to do about %j, and keeps what was there', async (text) => {
      await writeSetting('placement', 'toolbar');
      await expect(importSettings(text)).rejects.toThrow('options.importWrong');
      expect(await readSetting('placement')).toBe('toolbar');
    });

  it('leaves every setting one it can have, whatever the file holds', async () => {
    await fc.assert(fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (settings) => {
      await importSettings(file({ placement: settings['a'], ...settings }));
      expect((await readSettings()).rejected).toEqual([]);
    }), { numRuns: 40 });
  });
});
