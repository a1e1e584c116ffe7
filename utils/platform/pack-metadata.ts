import * as z from 'zod/mini';

/**
 * What signed metadata must look like (TUF 1.0, section 4), narrower than the specification: Ed25519 only, consistent snapshots only, times that are
 * times. The client compares without looking: a date that is none never runs out, a version that is a text is compared as one.
 */
const hex = (length: number) => z.string().check(z.regex(new RegExp(`^[0-9a-f]{${length}}$`)));
const whole = z.int().check(z.gte(1));
const Time = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/), z.refine((time) => !Number.isNaN(Date.parse(time))));
const Key = z.looseObject({ keytype: z.literal('ed25519'), scheme: z.literal('ed25519'), keyval: z.looseObject({ public: hex(64) }) });
const Role = z.looseObject({ keyids: z.array(z.string()).check(z.minLength(1), z.maxLength(64)), threshold: whole });
const Meta = z.looseObject({ version: whole, length: z.optional(whole), hashes: z.optional(z.looseObject({ sha256: hex(64) })) });
const Target = z.looseObject({ length: z.int().check(z.gte(0)), hashes: z.looseObject({ sha256: hex(64) }), custom: z.optional(z.record(z.string(), z.unknown())) });
export type Target = z.infer<typeof Target>;

const common = { spec_version: z.string(), version: whole, expires: Time };
const signed = {
  root: z.looseObject({
    _type: z.literal('root'), ...common, consistent_snapshot: z.literal(true),
    keys: z.record(z.string(), Key).check(z.refine(areDifferent, 'One key stands there under two names.')),
    roles: z.looseObject({ root: Role, targets: Role, snapshot: Role, timestamp: Role }),
  }),
  timestamp: z.looseObject({ _type: z.literal('timestamp'), ...common, meta: z.looseObject({ 'snapshot.json': Meta }) }),
  snapshot: z.looseObject({ _type: z.literal('snapshot'), ...common, meta: z.looseObject({ 'targets.json': Meta }) }),
  targets: z.looseObject({ _type: z.literal('targets'), ...common, targets: z.record(z.string(), Target) }),
};
export const roles = ['root', 'timestamp', 'snapshot', 'targets'] as const;
export type Role = (typeof roles)[number];

/** Two names of one key would count as two signatures. */
function areDifferent(keys: Readonly<Record<string, z.infer<typeof Key>>>): boolean {
  const all = Object.values(keys).map(({ keyval }) => keyval.public);
  return new Set(all).size === all.length;
}

const Signature = z.looseObject({ keyid: z.string(), sig: z.string().check(z.regex(/^(?:[0-9a-f]{128})?$/)) });
const signatures = z.array(Signature).check(z.maxLength(64));

/** Reads the signed part of metadata, whose signatures are not looked at here. Throws an error that names the first wrong place. */
export function readMetadata<R extends Role>(role: R, text: string): z.infer<(typeof signed)[R]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`${role}.json is no JSON: it begins with “${text.trimStart().slice(0, 20)}”.`);
  }
  const { success, data, error } = z.safeParse(z.looseObject({ signed: signed[role] as z.ZodMiniType, signatures }), value);
  if (!success) throw new Error(`${role}.json is not what it should be: ${z.prettifyError(error)}`);
  return data.signed as z.infer<(typeof signed)[R]>;
}
