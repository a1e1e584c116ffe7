import type { Given } from './call.ts';
import { allGiven } from './call.ts';
import type { Frame } from './frame.ts';
import { feedsProgram, lookAtStart } from './python-starts.ts';
import * as natives from './python-natives.ts';
import type { Branch } from './python-tree.ts';
import { joinAll, label, nothing, ofLabels, ownText, secrets, toldDecoded, type Value } from './python-value.ts';
import { hostIn } from '../javascript/decode-text.ts';
import { hostKind } from '../packages/host-kind.ts';
import { isWritten } from './python-paths.ts';
import { leavesBehind } from './lasting-places.ts';
import { isDisguise } from '../runs/command-traits.ts';
import type { Detail, Kind } from '../sighting.ts';
import { oneLine } from '../snippet.ts';

/** Of a call that runs something the part that is run: what else it is given are names and values for it. */
const codeAmong = ({ plain: [first = nothing], named, spread }: Given): Value => joinAll([first, ...codeNames.flatMap((name) => named.get(name) ?? []), spread]);
const codeNames = ['source', 'stmt', 'code', 'object', 'file', 'data', 'buffer', 'f', 'text', 'template_string', 'filepath_or_buffer'];

type See = (kind: Kind, detail?: Detail) => void;

/** What is seen where something of the library is called. */
export function lookAtSinks(name: string, receiver: Value | undefined, given: Given, node: Branch, frame: Frame): void {
  const { plain, named } = given;
  const [first = nothing] = plain;
  const all = allGiven(given);
  const see: See = (kind, detail = {}) => frame.analysis.see(kind, node, frame, { by: name.replaceAll('()', ''), ...detail });
  if (natives.evaluators.test(name)) runsText(knownHere(codeAmong(given), frame), see);
  else if (natives.importers.test(name) && first.text === undefined) runsText(knownHere({ ...first, labels: first.labels & ~(label.disguised | label.encoded) }, frame), see);
  else if (natives.importers.test(name)) importsFetched(first.text!, see, frame);
  else if (natives.yamlReaders.test(name)) deserialises(isSafeYaml(name, given) ? nothing : first, see, undefined, !isSafeYaml(name, given) && (first.labels & label.written) !== 0);
  else if (natives.deserialisers.test(name)) deserialises(isPlain(name, named) ? nothing : name === 'pandas.read_pickle' && hostIn(first.text) ? ofLabels(label.fetched) : codeAmong(given), see, undefined, isReadBack(name, given, frame));
  else if (natives.templates.test(name)) deserialises(codeAmong(given), see, 'template');
  else if (natives.fedPrograms.test(name)) feedsProgram(receiver, given, see, frame);
  else if (natives.starts.test(name)) lookAtStart(name, given, see, node, frame);
  for (const [pattern, at] of natives.fileLoaders) if (pattern.test(name)) loadsFile(plain[at] ?? named.get('path') ?? nothing, see, frame);
  if (name === 'os.dup2' && first.names.some((one) => /^socket\..*\.fileno\(\)$/.test(one)) && isStandardStream(plain[1])) see('runs-fetched-text', { how: 'a shell for the network' });
  leavesBehind(name, receiver, given, see);
  // Cookies that are sent as cookies go to whose they are.
  if (natives.sends.test(name)) {
    sendsAway(joinAll([...plain, ...[...named].flatMap(([key, value]) => (key === 'cookies' ? [] : [value])), given.spread]), see);
    sendsKey(all, given, see);
  }
  if (natives.readsPath.test(name)) readsSecrets((name.endsWith('open') && isWrittenOnly(given) ? 0 : all.labels) | (name.startsWith('pathlib') ? receiver?.labels ?? 0 : 0), see, { ...pathOf(first.text ?? receiver?.text ?? placeIn(frame.module.text)), ...sent(frame) });
  if (natives.asksKeyRing.test(name)) readsSecrets(all.labels | (/all_items|search_items/.test(name) ? label.keys : 0), see, { ...pathOf(all.text ?? first.text), ...sent(frame) });
  if (natives.readsBrowsers.test(name)) see('reads-browser-data', { how: 'a library for it', ...sent(frame) });
  if (natives.readsClipboard.test(name)) see('reads-clipboard', { ...sent(frame), ...(replacesAddresses(frame.module.text) && { how: 'another address is put there' }) });
  if (natives.watchesKeys.test(name)) see('watches-person', { how: 'keys', ...sent(frame) });
  if (natives.watchesScreen.test(name)) see('watches-person', { how: 'screen', ...sent(frame) });
  if (natives.modulePlaces.test(name)) loadsFolder(plain.at(-1) ?? nothing, see, frame);
  // To move memory is ordinary where no memory is made to run.
  if (natives.machineMemory.test(name) && /VirtualAlloc|VirtualProtect|CreateThread|CreateRemoteThread/.test(frame.module.text)) see(all.labels & label.fetched ? 'runs-fetched-text' : all.labels & label.decoded ? 'runs-decoded-text' : 'runs-built-text', { how: 'memory made to run' });
  if (/^ctypes\.CFUNCTYPE\(\)$/.test(name) && all.labels & (label.fetched | label.decoded)) runsText(all, see);
}

/** Input and output of the program itself: a shell reads and writes them. Other numbers of files are copied by servers and their tests. */
const isStandardStream = (value: Value | undefined): boolean =>
  value?.number !== undefined ? value.number <= 2 : !value?.names.some((name) => name.endsWith('.fileno()') && !name.startsWith('sys.'));

/** A host, where one is known. */
const from = ({ host }: Value): Detail => (host ? { host } : {});

/** What only callers know of a library is not hidden in it; where the same file decodes and runs, it is meant to run. */
function knownHere(value: Value, { module: { text } }: Frame): Value {
  const isTold = (value.labels & label.decoded) === toldDecoded;
  return isTold && !decodes.test(text) ? { ...value, labels: value.labels & ~label.decoded } : value;
}
const decodes = /decode\(|decompress|unhexlify|fromhex|\bchr\b|decrypt|marshal|\[::\s*-/;

/** A module that the program wrote itself out of the network, or of which there is no source. */
export function importsFetched(name: string, see: See, { analysis: { written, compiled, moduleNamed }, module: { path } }: Frame): void {
  const target = compiled.imported(name);
  if (target !== undefined && !moduleNamed(name, path)) see('loads-compiled-code', { target, how: 'an import' });
  const file = `${name.split('.').at(-1)}.py`;
  if (written.size > 0 && name.length > 2 && [...written].some((path) => path === file || path.endsWith(`/${file}`))) see('starts-fetched-file', { target: file });
}

/** Executes text: says where it comes from, and nothing when that is not known. */
export function runsText(value: Value, see: See): void {
  const { labels } = value;
  if (labels & label.chain) see('asks-blockchain-for-code', from(value));
  if (labels & label.fetched) see('runs-fetched-text', from(value));
  else if (labels & label.decoded) see('runs-decoded-text');
  else if (labels & label.written) see('starts-fetched-file', from(value));
  else if (labels & (label.disguised | label.encoded)) see('loads-disguised-file');
}

/** Weights of models are fetched by many honest programs and kept as files; their readers are told of only where the network is read directly. */
const readsWeights = /^(?:torch|numpy)\./;
/** Readers that are given a path, and not what lies there. */
const readsAtPath = /^(?:joblib\.load|pandas\.read_pickle|shelve\.open)$/;

function deserialises(value: Value, see: See, how = 'stored objects', isFromWritten = false): void {
  const source = (value.labels & label.fetched) === label.fetched || isFromWritten ? 'network' : value.labels & ownText && how !== 'template' ? 'decoded' : value.labels & label.disguised ? 'disguised file' : undefined;
  if (source) see('unsafe-deserialising', { source, how, ...from(value) });
}

/** What was fetched, kept as a file, and is read from there. */
const isReadBack = (name: string, given: Given, frame: Frame): boolean =>
  !readsWeights.test(name) && ((codeAmong(given).labels & label.written) !== 0 || (readsAtPath.test(name) && isWritten(codeAmong(given), frame)));

function isSafeYaml(name: string, { plain, named }: Given): boolean {
  if (/(?:unsafe|full)_load/.test(name)) return false;
  const loader = named.get('Loader') ?? plain[1];
  return loader?.names.some((one) => /Safe|Base/.test(one)) ?? false;
}

/** Readers of arrays, weights and tables hold code only where that is asked for. */
function isPlain(name: string, named: ReadonlyMap<string, Value>): boolean {
  if (name === 'numpy.load') return !named.get('allow_pickle')?.names.includes('True') && !named.has('allow_pickle');
  return name === 'torch.load' && named.has('weights_only');
}

function loadsFile(path: Value, see: See, frame: Frame): void {
  if (path.text !== undefined && isDisguise(path.text)) see('loads-disguised-file', { target: path.text });
  if (isWritten(path, frame)) see('starts-fetched-file', from(path));
  const compiled = path.text === undefined ? undefined : frame.analysis.compiled.named(path.text);
  if (compiled !== undefined) see('loads-compiled-code', { target: compiled, how: /\.py[co]$/.test(compiled) ? 'by hand' : 'a library' });
}

/** Modules are looked for in a folder into which something from the network was unpacked. */
function loadsFolder(path: Value, see: See, frame: Frame): void {
  const { unpacked } = frame.analysis;
  if (path.keys.some((key) => unpacked.has(key)) || (path.text !== undefined && unpacked.has(path.text))) see('starts-fetched-file', { how: 'a folder of modules' });
}

/** A program may keep keys on its own server; a host that is written out is another's. */
function sendsKey(value: Value, { plain, named }: Given, see: See): void {
  const host = [...plain, ...named.values()].map(({ text, host: known }) => hostIn(text) ?? known).find((one) => one !== undefined);
  if (value.labels & label.walletKey && host !== undefined && hostKind(host) !== 'own network') see('sends-wallet-key', { host });
}

function sendsAway(value: Value, see: See): void {
  if (value.labels & label.environment) see('sends-environment', from(value));
  if (value.labels & (secrets | label.secretFile) && !(value.labels & label.fetched)) see('sends-files', from(value));
}

/** Whether the same file sends something: what it read goes there by ways that are too many to follow. */
const sent = ({ module: { text } }: Frame): Detail => (sending.test(text) ? { isSent: true } : {});
const sending = /\b(?:requests|httpx|session|client|aiohttp|s|sess|http)\.(?:post|put|patch)\s*\(|\.(?:sendall|sendto|send_message|send_document|storbinary|sendmail|upload_file|upload_fileobj)\s*\(|urlopen\([^\n]{0,120}\bdata\s*=|\bsend(?:Document|Message|Photo)\b|\bwebhook/i;
/** A program that looks for addresses of coins in what was copied, and copies something itself. */
const replacesAddresses = (text: string): boolean => /\b(?:pyperclip|clipboard)\.copy\(|SetClipboard|clipboard_append/.test(text) && /0x\[|\[13\]|bc1|\bT\[|a-fA-F0-9\]\{40|\b0x[\da-fA-F]{40}\b/.test(text);
/** Where many places are gone through, one of them stands for all. */
const placeIn = (text: string): string | undefined => /Login Data\b|\blogins\.json\b|\bkey[34]\.db\b|Local Extension Settings|\bLocal State\b|\bwallet\.dat\b|exodus\.wallet|Chrome[\\/]+User Data/.exec(text)?.[0];
const isWrittenOnly = ({ plain, named }: Given): boolean => /^[wax][bt+]*$/.test((named.get('mode') ?? plain[1])?.text ?? '');
const pathOf = (path: string | undefined): Detail => (path === undefined ? {} : { path: oneLine(path) });

function readsSecrets(labels: number, see: See, detail: Detail): void {
  if (labels & label.wallet) see('reads-wallets', detail);
  if (labels & label.browser) see('reads-browser-data', detail);
  if (labels & label.keys) see('reads-keys', detail);
}
