import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, policyKeys, settingKeys, settingsSchema, type PolicyKey } from '../../utils/core/settings-schema.ts';
import { effectiveSettings } from '../../utils/core/settings.ts';

const root = 'eyJzaWduZWQiOnt9fQ==';
const pack = { id: 'birchline', url: 'https://rules.birchline.example', root };
const valueOf = (key: PolicyKey, raw: unknown) => effectiveSettings({}, { [key]: raw }).settings[key];
const reasonsOf = (policy: Record<string, unknown>) => effectiveSettings({}, policy).rejected;
/** JSON.parse makes a property of its own out of it. */
const prototypeIn = (value: unknown) => JSON.parse(`{"__proto__": ${JSON.stringify(value)}}`) as Record<string, unknown>;

describe('read-value', () => {
  it.each<[PolicyKey, unknown, unknown]>([
    ['disableOnboarding', 1, true], ['allowDismissals', 0, false], ['allowDismissals', '0', false], ['packUpdates', 'False', false], ['disableOnboarding', ' true ', true],
    ['packUpdateHours', '24', 24], ['rememberPhotosDays', ' 90 ', 90], ['placement', ' Toolbar ', 'toolbar'],
    ['orgDomains', '["birchline.example","birchline.test"]', ['birchline.example', 'birchline.test']],
    ['orgDomains', 'birchline.example\r\n\n birchline.test\n', ['birchline.example', 'birchline.test']],
    ['orgDomains', { '01': 'birchline.example', '02': 'birchline.test' }, ['birchline.example', 'birchline.test']],
    ['trustedDomains', [' Agency.Example '], ['agency.example']], ['orgDomains', '', []],
    ['privatePacks', [pack], [JSON.stringify(pack)]], ['privatePacks', [JSON.stringify(pack)], [JSON.stringify(pack)]],
    ['privatePacks', JSON.stringify(pack, null, 2), [JSON.stringify(pack)]], ['privatePacks', JSON.stringify([pack]), [JSON.stringify(pack)]],
    ['privatePacks', [`id=birchline; url=https://rules.birchline.example;root=${root}`], [JSON.stringify(pack)]],
  ])('takes for %s what a store of policies makes of it: %j', (key, raw, value) => {
    expect(valueOf(key, raw)).toEqual({ value, from: 'policy', locked: true });
    expect(reasonsOf({ [key]: raw })).toEqual([]);
  });

  it('leaves out one bad domain of five thousand, names it, and keeps the others', () => {
    const domains = Array.from({ length: 5000 }, (_, i) => `agency-${i}.example`);
    const policy = { trustedDomains: domains.with(4321, 'https://agency.example/jobs') };
    const { settings, rejected } = effectiveSettings({}, policy);
    expect(settings.trustedDomains.value).toEqual(domains.toSpliced(4321, 1));
    expect(rejected).toEqual([{ key: 'trustedDomains', by: 'policy', reason: expect.stringMatching(/^entry 4322 "https:\/\/agency\.example\/jobs" must be a domain such as/) }]);
  });

  it('names ten bad entries and counts the rest', () => {
    const { settings, rejected } = effectiveSettings({}, { blockedDomains: ['bad.example', ...Array.from({ length: 400 }, () => 7)] });
    expect(settings.blockedDomains.value).toEqual(['bad.example']);
    expect(rejected[0]!.reason.match(/entry \d+ 7 must be of type string/g)).toHaveLength(10);
    expect(rejected[0]!.reason).toMatch(/; and 390 more$/);
  });

  it('quotes a long entry only in part', () => {
    expect(reasonsOf({ blockedProfiles: ['x'.repeat(5000)] })[0]!.reason.length).toBeLessThan(200);
  });

  it('keeps the first of too many entries, without bad ones among them', () => {
    const many = Array.from({ length: 5003 }, (_, i) => `d${i}.example`);
    const { settings, rejected } = effectiveSettings({}, { blockedDomains: many.with(7, 'no domain') });
    expect(settings.blockedDomains.value).toEqual(many.slice(0, 5000).toSpliced(7, 1));
    expect(rejected[0]!.reason).toMatch(/^of its 5003 entries the first 5000 count; entry 8 "no domain" must be a domain/);
    expect(effectiveSettings({}, { blockedDomains: many }).settings.blockedDomains.value).toEqual(many.slice(0, 5000));
  });

  it('takes a list without one usable entry for not set', () => {
    const { settings } = effectiveSettings({ disabledSites: ['zoho'] }, { disabledSites: ['gmial'] });
    expect(settings.disabledSites).toEqual({ value: ['zoho'], from: 'user', locked: false });
  });

  it('never repeats a secret in what it says', () => {
    expect(JSON.stringify(reasonsOf({ eventsToken: 'hush'.repeat(2000) }))).not.toContain('hush');
  });

  it.each(policyKeys)('names a value of the wrong type in %s, and keeps every other key', (key) => {
    const others = { ...defaultSettings, orgName: 'Birchline Health', [key]: undefined };
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 3 }), (junk) => {
      const { settings, rejected } = effectiveSettings({}, { ...others, [key]: junk });
      expect(policyKeys.filter((other) => other !== key && settings[other].from !== 'policy')).toEqual([]);
      expect(settingsSchema.shape[key].safeParse(settings[key].value).success).toBe(true);
      expect(rejected.filter((one) => one.key !== key || one.by !== 'policy' || one.reason === '')).toEqual([]);
      expect(rejected.length > 0 || settings[key].from === 'policy').toBe(true);
    }), { numRuns: 25 });
  });
});

describe('settings of a policy', () => {
  it('takes nothing from a prototype, whoever put it there', () => {
    const hostile = prototypeIn({ placement: 'toolbar', lockMode: 'off' });
    for (const policy of [hostile, Object.create({ placement: 'toolbar' }) as Record<string, unknown>]) {
      expect(effectiveSettings({}, policy).settings.placement).toEqual({ value: 'inline', from: 'default', locked: false });
    }
    expect(reasonsOf(hostile)).toEqual([{ key: '__proto__', by: 'policy', reason: 'is no setting of this version' }]);
    effectiveSettings({}, { privatePacks: [{ ...pack, ...prototypeIn({ polluted: true }) }], orgDomains: prototypeIn(['a.example']) });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([['orgDomain', 'orgDomains'], ['TrustedDomains', 'trustedDomains'], ['lockedSetings', 'lockedSettings']])('asks whether %s was to be %s', (name, meant) => {
    expect(reasonsOf({ [name]: [] })).toEqual([{ key: name, by: 'policy', reason: `is no setting of this version; did you mean ${meant}?` }]);
  });

  it('names twenty unknown keys and counts the others', () => {
    const rejected = reasonsOf(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`homepage of another product ${i}`, 1])));
    expect(rejected).toHaveLength(21);
    expect(rejected.at(-1)).toEqual({ key: '30 more', by: 'policy', reason: 'are no settings of this version' });
  });

  it('names a lock on a setting there is not, and keeps the other locks', () => {
    const { settings, rejected } = effectiveSettings({}, { placement: 'toolbar', imageSearch: 'bing', lockedSettings: ['placment', 'imageSearch'] });
    expect([settings.placement.locked, settings.imageSearch.locked]).toEqual([false, true]);
    expect(rejected).toEqual([{ key: 'lockedSettings', by: 'policy', reason: 'placment is no setting of this version; did you mean placement?' }]);
  });

  it.each([[['placment']], [7], [[7]]])('locks all where the locks cannot be read: %j', (lockedSettings) => {
    const { settings } = effectiveSettings({}, { placement: 'toolbar', lockedSettings });
    expect(settings.placement.locked).toBe(true);
  });

  it('locks nothing of a person where the list of locks is empty, and what only an organisation sets all the same', () => {
    const { settings } = effectiveSettings({}, { placement: 'toolbar', orgName: 'Birchline Health', lockedSettings: [] });
    expect([settings.placement.locked, settings.orgName.locked]).toEqual([false, true]);
    expect(settingKeys).not.toContain('orgName');
  });
});
