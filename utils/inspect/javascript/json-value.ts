import { secretPlace } from './secret-places.ts';
import { memberOf, newThing, ofText, ofThing, unknown, type Value } from './value.ts';

/** Deepest and widest that settings are followed. */
const deepest = 6;
const widest = 200;

/** A JSON file as a value, as `require('./config.json')` gives it. */
export function jsonValue(text: string): Value {
  try {
    return valueOf(JSON.parse(text) as unknown, deepest);
  } catch {
    return unknown;
  }
}

function valueOf(json: unknown, depth: number): Value {
  if (typeof json === 'string') return ofText(json, secretPlace(json));
  if (typeof json === 'number' || typeof json === 'boolean') return ofText(String(json));
  if (json === null || typeof json !== 'object' || depth === 0) return unknown;
  const thing = newThing(Array.isArray(json) ? 'array' : 'object');
  for (const [name, inner] of Object.entries(json).slice(0, widest)) memberOf(thing, name).add(valueOf(inner, depth - 1));
  return ofThing(thing);
}
