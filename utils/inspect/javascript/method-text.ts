import { fromBase64, fromHex, fromPercents } from './decode-text.ts';
import { concat } from './evaluate.ts';
import { label, nothing, ofText, ofThing, memberOf, unknown, type Thing, type Value } from './value.ts';

/** Longest text that is turned into an array of its characters. */
const longestSplit = 20_000;

const isKnown = (value: Value | undefined): value is Value & { text: string } => value?.text !== undefined && value.isWhole === true;

/** Methods of text that are worked out, when the text and the arguments are constant. `array` makes the array of a place in the source. */
export function textMethod(receiver: Value, method: string, args: readonly Value[], array: () => Thing): Value | undefined {
  if (!isKnown(receiver)) return undefined;
  const { text } = receiver;
  const [first, second] = args;
  const keep = (result: string): Value => ofText(result, receiver.labels);
  if (method === 'toString' && isKnown(first) && /^\d+$/.test(text) && /^(?:[2-9]|[12]\d|3[0-6])$/.test(first.text)) return ofText(Number(text).toString(Number(first.text)), label.characters);
  switch (method) {
    case 'toString': case 'trim': case 'valueOf': return first && isKnown(first) && /hex|base64/.test(first.text) ? undefined : keep(method === 'trim' ? text.trim() : text);
    case 'toLowerCase': return keep(text.toLowerCase());
    case 'toUpperCase': return keep(text.toUpperCase());
    case 'concat': return args.every(isKnown) ? keep(text + args.map((arg) => arg.text).join('')) : undefined;
    case 'slice': case 'substring': case 'substr': return args.every(isKnown) ? keep(text[method](Number(first?.text ?? 0), second ? Number(second.text) : undefined)) : undefined;
    case 'replace': case 'replaceAll': return isKnown(first) && isKnown(second) ? keep(text[method](first.text, second.text)) : undefined;
    case 'charAt': return isKnown(first) ? keep(text.charAt(Number(first.text))) : undefined;
    case 'split': return text.length <= longestSplit && isKnown(first) ? splitText(receiver, text.split(first.text), array()) : undefined;
    default: return undefined;
  }
}

function splitText(receiver: Value, parts: readonly string[], thing: Thing): Value {
  parts.forEach((part, index) => memberOf(thing, String(index)).add(ofText(part, receiver.labels)));
  return { ...ofThing(thing), labels: receiver.labels };
}

/** Elements of an array whose every element is constant. */
const constantElements = (value: Value): string[] | undefined => constantValues(value)?.map(({ text }) => text!);

export function constantValues(value: Value): Value[] | undefined {
  const [thing, more] = value.things;
  if (!thing || more || thing.kind !== 'array' || thing.others.value.text !== undefined || thing.members.size === 0) return undefined;
  const elements = [...thing.members.values()].map((cell) => cell.value);
  return elements.every(isKnown) ? elements : undefined;
}

export function arrayMethod(receiver: Value, method: string, args: readonly Value[], array: () => Thing): Value | undefined {
  if (method !== 'join' && method !== 'reverse') return undefined;
  const elements = constantElements(receiver);
  if (!elements) return method === 'join' && (!args[0] || isKnown(args[0])) ? joinedText(receiver, args[0]?.text) : undefined;
  const hidden = receiver.labels | receiver.things.reduce((labels, thing) => labels | (thing.members.get('0')?.value.labels ?? 0), 0);
  if (method === 'reverse') return splitText(ofText('', hidden | label.decoded), elements.toReversed(), array());
  return args[0] && !isKnown(args[0]) ? undefined : ofText(elements.join(args[0]?.text ?? ','), hidden);
}

/** Longest array of constants that a function is worked out for, element by element. */
const longestMapped = 2_000;

/** `codes.map((code) => ...)` and `codes.reduce(...)` over constants, with a function that can be worked out: names are spelled out so. */
export function mappedElements(receiver: Value, method: string, [by, start]: readonly Value[], array: () => Thing): Value | undefined {
  const [one, more] = by?.functions ?? [];
  const values = one && !more ? constantValues(receiver) : undefined;
  if (!one || !values || values.length > longestMapped) return undefined;
  if (method === 'reduce') {
    const [first, ...rest] = start ? [start, ...values] : values;
    return rest.reduce<Value | undefined>((all, value) => { const next = all && one.call([all, value]); return next && isKnown(next) ? next : undefined; }, first);
  }
  const thing = array();
  for (const [index, value] of values.entries()) {
    const made = one.call([value, ofText(String(index))]);
    if (!isKnown(made)) return undefined;
    memberOf(thing, String(index)).add(made);
  }
  return { ...ofThing(thing), labels: receiver.labels };
}

/** Longest array of which some elements are constant that is put together. */
const mostJoined = 300;

/** Elements of an array one behind the other, with gaps for those that are not constant. */
export function joinedText(array: Value, separator = ','): Value | undefined {
  const [thing, more] = array.things;
  if (!thing || more || thing.kind !== 'array' || thing.members.size === 0 || thing.members.size > mostJoined) return undefined;
  const parts = [...thing.members.values(), ...(thing.others.value === nothing ? [] : [thing.others])].map(({ value }) => value);
  if (!parts.some(({ text }) => text !== undefined)) return undefined;
  const joined = concat(parts.flatMap((part, index) => (index === 0 ? [part] : [ofText(separator), part])));
  return joined === nothing ? joined : { ...joined, labels: joined.labels | array.labels };
}

/** Functions that decode: the text when it is constant, and in any case the label. */
export function decodeCall(native: string, args: readonly Value[]): Value | undefined {
  const [first, second] = args;
  const labels = args.reduce((all, arg) => all | arg.labels, 0);
  const decoded = (text: string | undefined): Value => (text === undefined ? { ...unknown, labels: labels | label.decoded } : ofText(text, labels | label.decoded));
  switch (native) {
    case 'atob': case 'npm:atob': return decoded(isKnown(first) ? fromBase64(first.text) : undefined);
    case 'Buffer.from': case 'Buffer': case 'Uint8Array.from': case 'Uint8Array': {
      if (first && !second && native.startsWith('Buffer')) {
        const codes = constantElements(first)?.map(Number);
        if (codes && codes.length > 1 && codes.every((code) => code >= 0 && code < 256)) return decoded(new TextDecoder().decode(Uint8Array.from(codes)));
      }
      if (labels & label.codes) return { ...unknown, labels: labels | label.characters };
      if (!second || !/^(?:base64(?:url)?|hex)$/.test(second.text ?? '')) return undefined;
      return decoded(isKnown(first) ? (second.text === 'hex' ? fromHex(first.text) : fromBase64(first.text)) : undefined);
    }
    case 'decodeURIComponent': case 'unescape': case 'decodeURI':
      return isKnown(first) && first.text.includes('%') ? decoded(fromPercents(first.text)) : { ...unknown, labels };
    case 'String.fromCharCode': case 'String.fromCodePoint': {
      const codes = args.map((arg) => (isKnown(arg) ? Number(arg.text) : NaN));
      const fromArray = args.length === 1 ? constantElements(first!)?.map(Number) : undefined;
      const all = fromArray ?? codes;
      if (all.length > 0 && all.every((code) => code >= 0 && code < 0x110000)) return decoded(String.fromCodePoint(...all));
      return labels & label.mixed ? decoded(undefined) : { ...unknown, labels: labels | label.characters };
    }
    default: return undefined;
  }
}
