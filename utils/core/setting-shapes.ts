import * as z from 'zod/mini';
import { aboutSettings, policyKeys, settingsSchema, type PolicyKey } from './settings-schema.ts';

/** What the files of administrators need to know about one setting. Not for the extension: it would carry the writer of JSON Schema along. */
export interface SettingShape {
  readonly key: PolicyKey;
  readonly title: string;
  readonly description: string;
  readonly type: 'boolean' | 'integer' | 'string' | 'array';
  /** The values it can have, or those an entry of it can have. */
  readonly choices?: readonly (string | number)[];
  /** Of a whole number. */
  readonly least?: number;
  readonly most?: number;
  /** Characters of a text, or of an entry of a list. */
  readonly longest?: number;
  /** Entries of a list. */
  readonly mostEntries?: number;
  readonly secret: boolean;
}

interface Written {
  readonly type: string;
  readonly enum?: readonly (string | number)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Written;
}

/** Every setting, in the order of the schema. */
export function settingShapes(): readonly SettingShape[] {
  const { properties } = z.toJSONSchema(settingsSchema, { metadata: z.registry() }) as { properties: Record<PolicyKey, Written> };
  return policyKeys.map((key) => {
    const { title, description, secret = false } = aboutSettings.get(settingsSchema.shape[key])!;
    const written = properties[key];
    const { enum: choices, maxLength: longest } = written.items ?? written;
    const { minimum: least, maximum: most, maxItems: mostEntries } = written;
    return { key, title, description, type: typeOf(key, written.type), choices, least, most, longest, mostEntries, secret };
  });
}

function typeOf(key: PolicyKey, type: string): SettingShape['type'] {
  if (type === 'boolean' || type === 'integer' || type === 'string' || type === 'array') return type;
  // A choice among numbers is written without saying that they are whole.
  if (type === 'number') return 'integer';
  throw new Error(`${key} is of type ${type}, which no policy store of a browser can carry. Make it a text, a number, a yes or no, or a list of texts.`);
}
