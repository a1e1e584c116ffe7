import type { PolicyKey } from './settings-schema.ts';
import { settingShapes, type SettingShape } from './setting-shapes.ts';

interface Property {
  readonly title: string;
  readonly description: string;
  readonly type: SettingShape['type'];
  readonly items?: { readonly type: 'string' };
  readonly sensitiveValue?: true;
}
export interface ManagedSchema { readonly type: 'object'; readonly properties: Readonly<Record<PolicyKey, Property>> }

/**
 * What Chromium is told about the settings a policy can set (`storage.managed_schema`). It drops a whole key, without a word, for one value or entry that a
 * schema forbids (measured with Chromium 156). So this one says types and words only: the values are checked in settings.ts, which names what is wrong.
 */
export function managedSchema(): ManagedSchema {
  return { type: 'object', properties: Object.fromEntries(settingShapes().map((shape) => [shape.key, propertyOf(shape)])) as ManagedSchema['properties'] };
}

const propertyOf = ({ title, description, type, choices, secret }: SettingShape): Property => ({
  title,
  description: choices ? `${description} One of: ${choices.join(', ')}.` : description,
  type,
  ...(type === 'array' && { items: { type: 'string' } }),
  ...(secret && { sensitiveValue: true }),
});
