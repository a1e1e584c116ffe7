import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboutSettings, defaultSettings, policyKeys, settingKeys, settingsSchema } from '../../utils/core/settings-schema.ts';
import { effectiveSettings } from '../../utils/core/settings.ts';

const { settings: untouched } = effectiveSettings({}, {});

describe('settings', () => {
  it.each(policyKeys)('says what %s is, and has a default it can have', (key) => {
    expect(aboutSettings.get(settingsSchema.shape[key])).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    expect(settingsSchema.shape[key].safeParse(defaultSettings[key]).success).toBe(true);
    expect(untouched[key]).toEqual({ value: defaultSettings[key], from: 'default', locked: false });
  });

  it('says something else of each', () => {
    expect(new Set(policyKeys.map((key) => aboutSettings.get(settingsSchema.shape[key])?.title)).size).toBe(policyKeys.length);
  });

  it('fixes what the policy sets', () => {
    const { settings } = effectiveSettings({ placement: 'inline' }, { placement: 'toolbar' });
    expect(settings.placement).toEqual({ value: 'toolbar', from: 'policy', locked: true });
  });

  it.each([
    ['the mode is off', { lockMode: 'off' }],
    ['the key is not among those locked', { lockMode: 'listed', lockedSettings: ['imageSearch'] }],
  ])('lets the person choose another value when %s', (_, locks) => {
    const policy = { placement: 'toolbar', ...locks };
    expect(effectiveSettings({}, policy).settings.placement).toEqual({ value: 'toolbar', from: 'policy', locked: false });
    expect(effectiveSettings({ placement: 'inline' }, policy).settings.placement).toEqual({ value: 'inline', from: 'user', locked: false });
  });

  it('keeps what the policy fixed where its mode is mistyped', () => {
    expect(effectiveSettings({}, { placement: 'toolbar', lockMode: 'Lisetd' }).settings.placement.locked).toBe(true);
  });

  it('tells who fixed a value, where the policy says that', () => {
    const { settings, rejected } = effectiveSettings({}, { placement: 'toolbar', orgName: ' Birchline Health ' });
    expect(settings.placement).toEqual({ value: 'toolbar', from: 'policy', locked: true, by: 'Birchline Health' });
    expect([settings.imageSearch.by, rejected]).toEqual([undefined, []]);
  });

  it('takes a name that is none for no name', () => {
    const { settings, rejected } = effectiveSettings({}, { placement: 'toolbar', orgName: ['Birchline'] });
    expect(settings.placement).toEqual({ value: 'toolbar', from: 'policy', locked: true });
    expect(rejected).toEqual([{ key: 'orgName', by: 'policy', reason: 'must be of type string' }]);
  });

  it('takes no address with a name and a password in it, which no browser asks and everybody could read', () => {
    const { settings, rejected } = effectiveSettings({}, { eventsEndpoint: 'https://dana:secret@collector.example/v1/logs' });
    expect(settings.eventsEndpoint.value).toBe('');
    expect(rejected).toEqual([{ key: 'eventsEndpoint', by: 'policy', reason: expect.not.stringContaining('secret') }]);
  });

  it('takes the longest name a rule of an own pack has', () => {
    const longest = `${'p'.repeat(41)}--${'rule-'.repeat(17)}ab`;
    expect([longest.length, effectiveSettings({ disabledRules: [longest] }, {}).rejected]).toEqual([130, []]);
    expect(effectiveSettings({ disabledRules: [`${longest}c`] }, {}).rejected).toMatchObject([{ key: 'disabledRules' }]);
  });

  it('names a bad value and uses the one below it', () => {
    const { settings, rejected } = effectiveSettings({ placement: 'toolbar' }, { placement: 'sideways' });
    expect(settings.placement).toEqual({ value: 'toolbar', from: 'user', locked: false });
    expect(rejected).toEqual([{ key: 'placement', by: 'policy', reason: expect.stringContaining('inline') }]);
  });

  it('never loses a good key for a bad one, whatever stands there', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...settingKeys), fc.jsonValue()), fc.jsonValue(), (user, junk) => {
      const { settings } = effectiveSettings({ ...user, placement: 'toolbar' }, { imageSearch: 'bing', checkPhotos: junk, lockMode: junk });
      expect([settings.placement.value, settings.imageSearch.value]).toEqual(['toolbar', 'bing']);
    }));
  });
});
