import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { managedSchema } from '../../utils/core/managed-schema.ts';
import { policyKeys } from '../../utils/core/settings-schema.ts';
import { effectiveSettings } from '../../utils/core/settings.ts';
import { anyPolicy } from './any-policy.ts';
import { faultsOfSchema, toldByChromium } from './chromium-store.ts';

const schema = managedSchema();

describe('managed-schema', () => {
  it('says nothing Chromium stumbles over, and nothing that loses a key for one value', () => {
    expect(faultsOfSchema(schema as never)).toEqual([]);
    expect(faultsOfSchema({ type: 'object', properties: { a: { type: 'string', enum: ['b'], format: 'uri' }, c: {} } })).toHaveLength(3);
  });

  it('names every setting, with words', () => {
    expect(Object.keys(schema.properties)).toEqual([...policyKeys]);
    for (const { title, description } of Object.values(schema.properties)) expect([title.length > 3, description.length > 8]).toEqual([true, true]);
  });

  it('tells in words what a setting can be, since nothing else may', () => {
    expect(schema.properties.placement.description).toMatch(/One of: inline, toolbar\.$/);
    expect(schema.properties.rememberPhotosDays).toMatchObject({ type: 'integer', description: expect.stringMatching(/One of: 30, 90, 180, 365\.$/) });
  });

  it('asks that a secret is not shown, and nothing else is hidden', () => {
    expect(Object.entries(schema.properties).filter(([, { sensitiveValue }]) => sensitiveValue).map(([key]) => key)).toEqual(['eventsToken']);
  });

  it('lets every value through that the settings take, unchanged', () => {
    fc.assert(fc.property(anyPolicy(), (policy) => {
      expect(toldByChromium(schema, policy)).toEqual(policy);
      const { settings, rejected } = effectiveSettings({}, policy);
      expect(rejected).toEqual([]);
      for (const [key, value] of Object.entries(policy)) expect(settings[key as keyof typeof settings]).toMatchObject({ value, from: 'policy' });
    }), { numRuns: 200 });
  });

  it('lets every entry of a list through, the bad ones too, so that they are named and the others hold', () => {
    const policy = { trustedDomains: ['agency.example', 'no domain'] };
    const { settings, rejected } = effectiveSettings({}, toldByChromium(schema, policy));
    expect([settings.trustedDomains.value, rejected.length]).toEqual([['agency.example'], 1]);
  });
});
