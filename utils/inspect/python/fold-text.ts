import { fromBase64, fromHex } from '../javascript/decode-text.ts';
import { codePoint } from './literal-text.ts';
import { label, nothing, ofLabels, ofText, type Value } from './python-value.ts';

/** A gap in a text of which a part is known. */
export const gap = '…';
const longest = 200_000;
const whole = (value: Value | undefined): string | undefined => (value?.text !== undefined && !value.text.includes(gap) ? value.text : undefined);

export function concatenated(parts: readonly Value[], between = ''): Value {
  const labels = parts.reduce((all, part) => all | part.labels, 0);
  const text = parts.map((part) => part.text ?? gap).join(between);
  const host = parts.find((part) => part.host)?.host;
  const isKnown = parts.some((part) => part.text !== undefined) && text.length <= longest;
  return { ...(isKnown ? ofText(text, labels) : ofLabels(labels)), ...(host && { host }), keys: parts.flatMap(({ keys }) => keys).slice(0, 8) };
}

/** Base64 and hex of text that stands in the program, as far as it is whole. */
export function decodedText(name: string, input: Value | undefined): string | undefined {
  const text = whole(input);
  if (text === undefined || text.length > longest) return undefined;
  if (/hex/.test(name)) return fromHex(text.replace(/\s/g, ''));
  if (/b64|base64|a2b_base|decodebytes|decodestring/.test(name)) return fromBase64(text);
  return undefined;
}

const rot13 = (text: string): string => text.replace(/[a-z]/gi, (c) => codePoint((c.charCodeAt(0) & 96) + ((c.charCodeAt(0) & 31) + 12) % 26 + 1));

/** `codecs.decode(text, codec)` and `text.decode(codec)`: which codecs hide text, and what it then reads. Undefined for the codecs of alphabets. */
export function unhidden(input: Value, codec: string | undefined): Value | undefined {
  const text = whole(input);
  const by = (read: (text: string) => string | undefined): Value => {
    const plain = text === undefined ? undefined : read(text);
    return plain === undefined ? ofLabels(input.labels | label.decoded) : ofText(plain, input.labels | label.decoded);
  };
  switch (codec?.replace(/[-_]/g, '').toLowerCase()) {
    case 'rot13': case 'rot': return by(rot13);
    case 'hex': case 'hexcodec': return by(fromHex);
    case 'base64': case 'base64codec': return by(fromBase64);
    case 'zlib': case 'zip': case 'bz2': case 'uu': return by(() => undefined);
    default: return undefined;
  }
}

/** Numbers that fit into a word of four bytes are marks and lengths; a hidden text is longer. */
const longestWord = 2 ** 32;

/** Methods of texts that are worth following: programs hide names in them. Undefined: not one of these. */
export function textMethod(receiver: Value, method: string, args: readonly Value[]): Value | undefined {
  const text = whole(receiver);
  switch (method) {
    case 'join': return receiver.names.length > 0 ? undefined : joined(receiver, args[0]);
    case 'decode': case 'encode': return unhidden(receiver, args[0]?.text) ?? (receiver.names.length > 0 ? undefined : receiver);
    case 'format': return receiver.text === undefined ? undefined : formatted(receiver, args);
    case 'replace': {
      const [from, to] = [whole(args[0]), whole(args[1])];
      return text === undefined || from === undefined || to === undefined || from === '' ? undefined : ofText(text.replaceAll(from, to), receiver.labels);
    }
    case 'to_bytes': return receiver.number === undefined || receiver.number < longestWord ? undefined : ofLabels(receiver.labels | label.decoded);
    case 'translate': case 'swapcase': return text === undefined ? undefined : ofLabels(receiver.labels | label.decoded);
    case 'strip': case 'lstrip': case 'rstrip': return text === undefined || args.length > 0 ? undefined : ofText(text.trim(), receiver.labels);
    case 'lower': case 'casefold': return text === undefined ? undefined : ofText(text.toLowerCase(), receiver.labels);
    case 'upper': return text === undefined ? undefined : ofText(text.toUpperCase(), receiver.labels);
    case 'split': case 'splitlines': return text === undefined || args[0]?.text === undefined || args[0].text === '' ? { ...nothing, labels: receiver.labels, names: receiver.names }
      : { ...ofLabels(receiver.labels), items: text.split(args[0].text).slice(0, 2_000).map((part) => ofText(part, receiver.labels)) };
    default: return undefined;
  }
}

function joined(between: Value, list: Value | undefined): Value | undefined {
  if (!list) return undefined;
  const labels = list.labels | between.labels;
  if (!list.items || between.text === undefined) return ofLabels(labels);
  const { labels: ofParts, text } = concatenated(list.items, between.text);
  return text === undefined ? ofLabels(labels | ofParts) : ofText(text, labels | ofParts);
}

function formatted({ text = '', labels }: Value, args: readonly Value[]): Value {
  let next = 0;
  const all = args.reduce((bits, arg) => bits | arg.labels, labels);
  return ofText(text.replace(/\{(\d*)[^{}]*\}/g, (_, at: string) => args[at === '' ? next++ : Number(at)]?.text ?? gap), all);
}

/** `text[from:to:step]`. Who turns a text round, or takes every second letter, hides it. */
export function slicedText(value: Value, [from, to, step = 1]: readonly (number | undefined)[]): Value {
  const text = whole(value);
  if (text === undefined || step === 0) return ofLabels(value.labels);
  const part = step > 0 ? text.slice(from, to) : from === undefined && to === undefined ? [...text].reverse().join('') : undefined;
  if (part === undefined) return ofLabels(value.labels | label.decoded);
  return ofText([...part].filter((_, at) => at % Math.abs(step) === 0).join(''), value.labels | (step === 1 ? 0 : label.decoded));
}

/** `"%s…" % value` and `"%c%c" % (104, 105)`. */
export function filledIn({ text = '', labels }: Value, value: Value): Value {
  const parts = value.items ?? [value];
  let next = 0;
  let isSpelled = false;
  const filled = text.replace(/%[-\d.]*([srdci])/g, (_, kind: string) => {
    const part = parts[next++];
    if (kind === 'c' && part?.number !== undefined) isSpelled = true;
    return kind === 'c' && part?.number !== undefined ? codePoint(part.number) : part?.text ?? gap;
  });
  return ofText(filled, labels | value.labels | (isSpelled ? label.decoded : 0));
}
