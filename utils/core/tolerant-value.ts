import type * as z from 'zod/mini';

/**
 * A value of a policy in the form its setting asks for, or as it came. Stores of policies carry less than JSON does: the Windows registry has numbers and
 * texts only, which Firefox passes on as they are (1 for true, a JSON text for a list; a list whose values are not named 1, 2, 3 arrives as an object),
 * and an administrator may have one field for many lines. Whether the value is right is asked afterwards.
 */
export function tolerantValue(type: z.core.$ZodTypeDef['type'], value: unknown): unknown {
  if (type === 'array') return entriesOf(value);
  if (type === 'boolean') return switches.get(typeof value === 'string' ? value.trim().toLowerCase() : value) ?? value;
  if (typeof value !== 'string') return value;
  if (type === 'enum') return value.trim().toLowerCase();
  if (type === 'number' || type === 'literal') return /^\s*-?\d{1,9}\s*$/.test(value) ? Number(value) : value;
  return value;
}

const switches = new Map<unknown, boolean>([[0, false], [1, true], ['0', false], ['1', true], ['false', false], ['true', true]]);

function entriesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(entryOf);
  if (isRecord(value)) return Object.keys(value).every((name) => /^\d+$/.test(name)) ? Object.values(value).map(entryOf) : [JSON.stringify(value)];
  if (typeof value !== 'string') return value;
  const whole = jsonIn(value);
  if (whole !== undefined) return entriesOf(whole);
  return value.split(/\r?\n/).filter((line) => line.trim() !== '').map(entryOf);
}

/** Lists hold texts. What is structured inside one is JSON text, whether it came so, as an object, or as `name=value;name=value`. */
function entryOf(entry: unknown): unknown {
  if (isRecord(entry)) return JSON.stringify(entry);
  if (typeof entry !== 'string') return entry;
  const text = entry.trim();
  return /^[a-z]\w*=.*;/i.test(text) ? JSON.stringify(Object.fromEntries(text.split(';').filter((part) => part.trim() !== '').map(pairOf))) : text;
}

/** A value may hold `=` itself: base64 does. */
function pairOf(part: string): [string, string] {
  const [name = ''] = part.split('=', 1);
  return [name.trim(), part.slice(name.length + 1).trim()];
}

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
