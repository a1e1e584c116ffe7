import * as fc from 'fast-check';
import { settingShapes, type SettingShape } from '../../utils/core/setting-shapes.ts';
import { policyKeys, settingsSchema, type PolicyKey } from '../../utils/core/settings-schema.ts';

const root = Buffer.from('{"signed":{}}').toString('base64');
const packs = fc.record({ id: fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/).filter((id) => id !== 'base'), url: fc.constant('https://rules.birchline.example/'), root: fc.constant(root) });
/** Texts that one setting or another takes. */
const texts = fc.oneof(
  fc.domain(), fc.webUrl({ validSchemes: ['https'] }), fc.emailAddress().map((address) => `mailto:${address}`), fc.string(), fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[a-z]{2,12}$/).map((slug) => `https://www.linkedin.com/in/${slug}/`), packs.map((pack) => JSON.stringify(pack)), fc.constant(''), fc.constant('one\nand another line "quoted" \\ & <b>'),
);

function valuesOf({ key, type, choices, least, most }: SettingShape): fc.Arbitrary<unknown> {
  // Any text may stand there; one that is no setting is named, which is no fault of the store.
  if (key === 'lockedSettings') return fc.subarray([...policyKeys]);
  const one = choices ? fc.constantFrom(...choices) : texts;
  const value = { boolean: fc.boolean(), integer: choices ? one : fc.integer({ min: least, max: most }), string: one, array: fc.array(one, { maxLength: 4 }) }[type];
  const schema = settingsSchema.shape[key];
  // What the schema makes of it: an administrator's file holds names without spaces around them.
  return value.map((raw) => schema.safeParse(raw).data as unknown).filter((taken) => taken !== undefined);
}

/** Any policy that the schema takes, as its files hold it. */
export const anyPolicy = (): fc.Arbitrary<Partial<Record<PolicyKey, unknown>>> =>
  fc.record(Object.fromEntries(settingShapes().map((shape) => [shape.key, valuesOf(shape)])), { requiredKeys: [] });
