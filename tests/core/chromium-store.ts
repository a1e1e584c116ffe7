import type { ManagedSchema } from '../../utils/core/managed-schema.ts';

/** What Chromium 156 takes in a schema, by kind of node; another word was passed over, and a schema without a type kept the extension from loading (measured). */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'additionalProperties', 'patternProperties', 'required'], array: ['items'], integer: ['enum', 'minimum', 'maximum'],
  string: ['enum', 'pattern'], boolean: [], number: [],
};
const everywhere = ['type', 'title', 'description', 'id', 'sensitiveValue'];
/** These lose a whole key for one bad value (measured). */
const losing = ['enum', 'minimum', 'maximum', 'pattern', 'required'];

type Node = Readonly<Record<string, unknown>>;
const nodesUnder = (value: unknown): Node[] => (typeof value === 'object' && value !== null ? Object.values(value) as Node[] : []);

/** What is wrong with a schema for Chromium, or for us: empty when it loads, and loses no key for a value that our own check can tell about. */
export function faultsOfSchema(schema: Node, where = 'schema'): string[] {
  const type = String(schema['type']);
  const known = wordsOf[type];
  if (!known) return [`${where} is of no type`];
  const strange = Object.keys(schema).filter((word) => !everywhere.includes(word) && !known.includes(word)).map((word) => `${where} says ${word}`);
  const strict = losing.filter((word) => word in schema).map((word) => `${where} loses keys by ${word}`);
  const items = schema['items'] === undefined ? [] : faultsOfSchema(schema['items'] as Node, `${where}.items`);
  return [...strange, ...strict, ...items, ...nodesUnder(schema['properties']).flatMap((node, at) => faultsOfSchema(node, `${where}.${at}`))];
}

/** What storage.managed tells of a policy file on Linux: a key of another type, unknown, or with one entry of another type is left out whole (measured). */
export function toldByChromium({ properties }: ManagedSchema, policy: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(policy).filter(([key, value]) => {
    const { type } = Object.hasOwn(properties, key) ? properties[key as keyof typeof properties] : { type: undefined };
    if (type === 'array') return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
    return type === 'integer' ? Number.isInteger(value) : typeof value === type;
  }));
}
