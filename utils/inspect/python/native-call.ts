import type { Given } from './call.ts';
import { allGiven } from './call.ts';
import { callBack } from './callbacks.ts';
import { runEmbedded } from './embedded-code.ts';
import { elementOf, keyOf, marked, memberOf, textOf } from './evaluate.ts';
import { decodedText, gap, unhidden } from './fold-text.ts';
import type { Frame } from './frame.ts';
import { spelledWord } from '../hidden/spelled-word.ts';
import { isKnownName } from './known-names.ts';
import { codePoint } from './literal-text.ts';
import { joiner } from './path-names.ts';
import * as natives from './python-natives.ts';
import { openedFile, rememberFiles } from './python-paths.ts';
import type { Branch } from './python-tree.ts';
import { joinAll, label, nothing, ofLabels, ofName, ofText, ownText, toldDecoded, toldFetched, type Value } from './python-value.ts';
import { lookAtSinks } from './python-sinks.ts';
import { commandFetches } from './python-starts.ts';
import { hostIn } from '../javascript/decode-text.ts';

/** What a call of the library or of a package does: what it answers besides what it was given, and what is seen in it. */
export function callNative(name: string, receiver: Value | undefined, given: Given, node: Branch, frame: Frame): Value | undefined {
  if (!isKnownName(name)) return undefined;
  lookAtSinks(name, receiver, given, node, frame);
  const [first = nothing, second = nothing] = given.plain;
  if (natives.evaluators.test(name)) return name === 'compile' ? first : runEmbedded(first.text, node, frame);
  if (natives.starts.test(name)) return commandFetches(name, given, frame) ? ofLabels(label.fetched) : undefined;
  if (natives.fetches.test(name)) return fetched(name, given, frame);
  if (natives.chains.test(name)) return ofLabels(label.fetched | label.chain);
  if (natives.decoders.test(name)) return natives.escapes.test(name) && first.text === undefined ? undefined : decoded(name, first, node, frame);
  if (natives.unpackers.test(name)) {
    // A cipher hides what it is given, whatever it is; an archive is read by many ordinary programs.
    return first.text !== undefined || first.labels & label.decoded || natives.ciphers.test(name) ? ofLabels(first.labels | decodedOf(first) | (first.text === undefined ? 0 : ownText)) : undefined;
  }
  if (natives.importers.test(name)) return first.text === undefined ? undefined : { ...ofName(first.text), labels: first.labels & label.decoded };
  if (name === 'getattr') return spelledName(first, second, frame) ?? (second.text === undefined ? undefined : { ...memberOf(first, second.text), labels: (first.labels | second.labels) & label.decoded });
  if (natives.asks.test(name)) return natives.walletWords.test(first.text ?? '') ? ofLabels(label.keys) : undefined;
  if (name === 'dotenv.dotenv_values') return ofLabels(label.environment);
  if (natives.asksKeyRing.test(name)) return ofLabels(allGiven(given).labels | (/items/.test(name) ? label.keys : 0));
  if (natives.readsBrowsers.test(name)) return ofLabels(label.browser | first.labels);
  if (natives.readsClipboard.test(name)) return ofLabels(label.clipboard);
  return madeText(name, first, second, given, node, frame) ?? madePath(name, receiver, given, node, frame)
    ?? rememberFiles(name, receiver, given, frame) ?? callBack(name, given, node, frame);
}

const words: readonly (readonly [RegExp, readonly string[]])[] = [[/^(?:builtins|__builtins__|globals\(\)|vars\(\)|.*__builtins__\.__dict__|builtins\.__dict__)$/, ['exec', 'eval']], [/^os$/, ['system', 'popen']]];

/** A name that pieces of the program spell, where it is not known which of them are put together. */
export function spelledName({ names }: Value, { labels, text: name, number }: Value, { module: { text } }: Frame): Value | undefined {
  if ((name !== undefined && !name.includes(gap)) || number !== undefined) return undefined;
  const known = words.find(([holder]) => names.some((name) => holder.test(name)));
  const word = known && !(labels & label.fetched) ? spelledWord(text, known[1]) : undefined;
  return word === undefined ? undefined : ofName(word === 'system' || word === 'popen' ? `os.${word}` : word);
}

/** Where what is decoded may come from: the project, the network, a file. All else only the caller of a library has, such as what visitors of a server send. */
const origins = label.fetched | label.fileText | label.environment | label.characters | label.codes | label.mixed | label.disguised | label.encoded | label.encodedText | label.address | label.written;
const decodedOf = ({ text, items, labels }: Value): number =>
  (text !== undefined || items?.some((one) => one.text !== undefined || one.number !== undefined) || labels & origins || (labels & label.decoded) === label.decoded ? label.decoded : toldDecoded);

/** Texts out of numbers, alphabets and codecs. */
function madeText(name: string, first: Value, second: Value, { named }: Given, node: Branch, frame: Frame): Value | undefined {
  if (name === 'codecs.decode' || name === 'codecs.encode') return unhidden(first, second.text ?? named.get('encoding')?.text);
  if (name === 'chr') return first.number === undefined ? ofLabels(decodedOf(first)) : ofText(codePoint(first.number), label.decoded);
  if (name === 'map' && first.names.includes('chr')) return { ...ofLabels(decodedOf(second)), items: second.items?.map((one) => (one.number === undefined ? ofText(gap) : ofText(codePoint(one.number), label.decoded))) };
  // Bits that are put together to letters.
  if (name === 'int') return second.number === 2 || named.get('base')?.number === 2 ? ofLabels(decodedOf(first) | (first.labels & label.fetched)) : undefined;
  if (name === 'reversed') return first.text === undefined ? undefined : ofText([...first.text].reverse().join(''), first.labels | label.decoded);
  if (!/^(?:bytes|bytearray)$/.test(name)) return undefined;
  if (first.items?.length && first.items.every((one) => one.number !== undefined)) return ofText(first.items.map((one) => codePoint(one.number!)).join(''), label.decoded);
  // Bytes that are computed one by one.
  const [, list] = node.kids;
  const computes = list?.kids.some(({ name: kind }) => kind === 'for' || kind === 'ArrayComprehensionExpression') && /[\^+%-]/.test(textOf(list, frame));
  return computes || first.labels & label.mixed ? ofLabels((first.labels & ~label.mixed) | decodedOf(joinAll([first, second]))) : undefined;
}

function madePath(name: string, receiver: Value | undefined, given: Given, node: Branch, frame: Frame): Value | undefined {
  const [first = nothing] = given.plain;
  if (joiner.test(name)) {
    const parts = receiver && name.endsWith('joinpath') ? [receiver, ...given.plain] : given.plain;
    const within = parts.flatMap(({ keys, within: outer = [] }) => [...keys, ...outer]).slice(0, 12);
    return { ...marked(ofText(parts.map((one) => one.text ?? gap).join('/'), parts.reduce((bits, one) => bits | one.labels, 0))), keys: [keyOf(node, frame)], within, names: name.startsWith('pathlib') ? ['pathlib.Path()'] : [] };
  }
  if (natives.homes.test(name)) return marked({ ...nothing, labels: label.home | first.labels, ...(first.text !== undefined && { text: first.text }), keys: [...first.keys, keyOf(node, frame)] });
  if (/^os\.(?:getenv|environ\.get)$/.test(name)) return elementOf(ofName('os.environ'), first, false);
  return natives.opens.test(name) ? openedFile(name.startsWith('pathlib') ? receiver ?? nothing : first, frame) : undefined;
}

/** Calls whose first arguments are an address. */
const asksAddress = /(?:^|\.)(?:get|post|put|patch|request|fetch|urlopen|open)$/;
/** A name that is not what a call answers, or a call by which settings are read. */
const setting = /^[^(]+$|environ|getenv|config|settings|conf\b|\.[A-Z_]{3,}/;
/** Whether the project may have the address itself: as a text, in parts, in a file or setting. The parameter of a function that nothing calls is none. */
const isOwnAddress = ({ text, labels, names, things, items }: Value): boolean =>
  labels !== 0 || things.length > 0 || items !== undefined || (text !== undefined && text.replaceAll(gap, '').length > 3) || names.some((one) => setting.test(one));

function fetched(name: string, given: Given, frame: Frame): Value {
  // `ftp.retrbinary("RETR a", file.write)`
  if (/\.retr(?:binary|lines)$/.test(name)) given.plain.slice(1).forEach(({ keys }) => keys.forEach((key) => frame.analysis.written.add(key)));
  const all = allGiven(given);
  const host = hostIn(given.plain.find(({ text }) => hostIn(text))?.text ?? given.named.get('url')?.text) ?? all.host;
  return { ...ofLabels((isOwnAddress(all) || !asksAddress.test(name) ? label.fetched : toldFetched) | (all.labels & label.chain)), names: [`${name}()`], ...(host && { host }) };
}

function decoded(name: string, input: Value, node: Branch, { analysis, ...frame }: Frame): Value {
  const text = decodedText(name, input);
  if (text === undefined) return ofLabels(input.labels | decodedOf(input) | (input.text === undefined ? 0 : ownText));
  const host = hostIn(text);
  if (host) analysis.see('decodes-address', node, { analysis, ...frame }, { url: text.trim().slice(0, 160), host, how: name });
  return { ...ofText(text, input.labels | label.decoded | ownText), ...(host && { host }) };
}
