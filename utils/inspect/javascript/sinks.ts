import type { Node } from '@babel/types';
import { isMade } from '../hidden/path-kinds.ts';
import type { Detail, Kind } from '../sighting.ts';
import type { Frame, Site } from './frame.ts';
import { hostIn } from './decode-text.ts';
import { changesClipboard, constructors, connections, deserialisers, engines, evaluators, fetches, listsOrTests, messengers, notFetches, readsClipboard, readsFiles, starts, templateOptions, templates, timers, watchers, workers } from './natives.ts';
import { noteStart } from './note-start.ts';
import { secretLabels } from './secret-places.ts';
import { deepLabels, deepTexts, joinAll, label, nothing, type Value } from './value.ts';

const foreign = label.fetched | label.chain | label.dns;

/** Compilers that run in a browser look for the scripts of the page that loads them. */
const runsPageScripts = /getElementsByTagName\(\s*['"]script['"]\s*\)|document\.scripts\b|querySelectorAll\(\s*['"`]script/;

/** Notes that a value runs as code, if where it came from is worth a word. */
export function noteCode(code: Value, way: string, { frame, node }: Pick<Site, 'frame' | 'node'>): boolean {
  const { program, script } = frame;
  // Text that is known to the end is followed like the rest.
  if (code.isWhole && code.text && way !== 'shell') program.follow(code.text, node, frame);
  const { labels, host } = code;
  const detail: Detail = {
    way, ...(host ? { host } : {}),
    ...(labels & label.decoded ? { isDecoded: true } : {}), ...(labels & label.hiddenAddress ? { isAddressHidden: true } : {}),
    ...(labels & label.chain ? { source: 'blockchain' } : labels & label.dns ? { source: 'DNS' } : !(labels & (label.fetched | label.decoded)) && labels & label.characters ? { source: 'characters' } : {}),
    ...(!host && !(labels & (label.hiddenAddress | label.chain | label.dns)) && runsPageScripts.test(script.file.text) ? { isOfPage: true } : {}),
    ...(code.text && /^\s*(?:return\s*)?\(…\)\s*;?\s*$/.test(code.text) ? { asValue: true } : {}),
  };
  const kind: Kind | undefined = labels & foreign ? 'runs-fetched-text' : labels & (label.decoded | label.characters) ? 'runs-decoded-text' : labels & label.disguised ? 'loads-disguised-file' : undefined;
  if (!kind) return false;
  program.see(kind, script, node, detail);
  if (labels & label.chain) program.see('asks-blockchain-for-code', script, node, detail);
  return true;
}

/** Notes what a call does that a person should know of. */
export function noteCall(callee: Value, site: Site): void {
  for (const native of callee.natives) {
    const name = native.replace(/\*$/, '');
    if (evaluators.test(name) || engines.test(name)) noteEvaluation(native, site);
    else if (constructors.test(native)) noteConstructor(native, site);
    else if (timers.test(native)) noteTimer(native, site);
    else if (native === 'require' || native === 'import') noteLoading(native, site);
    else if (starts.test(native)) noteStart(native, site);
    else if (workers.test(native)) noteWorker(native, site);
    else if (templates.test(native)) noteTemplate(native, site);
    else if (deserialisers.test(native) && (site.args[0]?.labels ?? 0) & foreign) site.frame.program.see('unsafe-deserialising', site.frame.script, site.node, { source: 'network', by: native.slice(4) });
    else if (hiddenMember.test(native)) noteHidden(site);
    else if (/^npm:child_process\.interpreter\(\)\.stdin\.(?:write|end)$/.test(native)) noteCode(site.args[0] ?? nothing, 'stdin', site);
    else if (native.endsWith('.pipe')) noteInput(site.receiver, site.args, site);
    else if (/^document\.write(?:ln)?$/.test(native)) noteMarkup(site);
    else if (/^WebAssembly\.(?:instantiate|compile|Module)/.test(native)) noteWebAssembly(site);
    else if (readsFiles.test(native)) noteReading(native, site);
    else if (readsClipboard.test(native)) site.frame.program.see('reads-clipboard', site.frame.script, site.node, { way: native.slice(4) });
    else if (changesClipboard.test(native)) noteClipboardChange(native, site);
    // A page asks its own server by an address without a host, and that server is the project itself.
    if (native === 'fetch' && /^\.{0,2}\/(?!\/)/.test(site.args[0]?.text ?? '')) continue;
    if ((fetches.test(native) && !notFetches.test(native)) || sends.test(native) || connections.test(native)) noteSending(site);
    else if (messengers.test(native)) noteSending(site, native.slice(4));
  }
  if (site.method === '_compile' && site.args[0]) noteCode(site.args[0], 'module._compile', site);
}

/** A member of the global object or of a function by a name that was decoded. */
const hiddenMember = /^(?:global|function)\.\?$/;

function noteHidden(site: Site): void {
  const code = site.args.at(-1);
  if (code && code.labels & (foreign | label.decoded)) noteCode(code, code.labels & foreign && code.host && !isMade(site.frame.script.file.path) ? 'a decoded name' : 'a hidden name', site);
}

/** `answer.pipe(child.stdin)`: what comes in is what an interpreter runs. */
export function noteInput(from: Value, to: readonly Value[], site: Site): void {
  if (to.some(({ natives }) => natives.includes('npm:child_process.interpreter().stdin'))) noteCode(from, 'stdin', site);
}

/** `file.pipe(request)`: what goes in is sent, as what is written to the request is. */
const requests = /^npm:(?:https?|follow-redirects\.https?)\.request\(\)$|^npm:(?:got\.stream|request|superagent|needle|undici)(?:\.\w+)*\(\)$/;

export function noteUpload(from: Value, to: readonly Value[], site: Site): void {
  for (const request of to) if (request.natives.some((native) => requests.test(native))) noteSending({ ...site, args: [{ ...request, natives: [], labels: 0 }, from] });
}

const scriptMarkup = /<script/i;

function noteMarkup(site: Site): void {
  const written = joinAll(site.args);
  if (written.text !== undefined && scriptMarkup.test(written.text) && !written.isWhole) noteCode(written, 'document.write', site);
}

/** The source of a worker, a file that was written from the network, or an address that stands for text. */
function noteWorker(native: string, site: Site): void {
  const [source] = site.args;
  if (!source) return;
  const isSource = source.natives.includes(objectAddress) || (source.text !== undefined && dataAddress.test(source.text)) || evalOption(site.args);
  if (isSource) noteCode(source, native.replace(/^npm:/, ''), site);
  else noteLoading('Worker', site);
}

/** What `URL.createObjectURL` gives. */
export const objectAddress = 'object address';

const evalOption = (args: readonly Value[]): boolean => args.some(({ things }) => things.some(({ members }) => members.get('eval')?.value.text === 'true'));

function noteTemplate(native: string, site: Site): void {
  const [template, ...options] = site.args;
  if (template && template.text === undefined && template.things.length === 0 && template.labels & (foreign | label.decoded)) noteCode(template, native.replace(/^npm:/, ''), site);
  for (const thing of options.flatMap(({ things }) => things)) {
    for (const [name, { value }] of thing.members) if (templateOptions.test(name) && value.labels & foreign) noteCode(value, `${native.replace(/^npm:/, '')} ${name}`, site);
  }
}

const sends = /^npm:(?:https?|follow-redirects\.https?)\.request\(\)\.(?:write|end)$|^navigator\.sendBeacon$/;

function noteEvaluation(native: string, site: Site): void {
  const [code] = site.args;
  if (!code) return;
  if (noteCode(code, native.replace(/^npm:|\*$/g, ''), site)) return;
  if (native.endsWith('*')) noteBuilt(native, code, false, site);
}

function noteConstructor(native: string, site: Site): void {
  const code = site.args.at(-1);
  if (!code || isOwnWrapper(code, site) || noteCode(code, 'Function', site)) return;
  const givesRequire = site.args.length > 1 && site.args.slice(0, -1).some((name) => name.text?.split(',').some((part) => part.trim() === 'require'));
  if (native.endsWith('*') || givesRequire) noteBuilt(native, code, givesRequire, site);
}

/** Runners of modules put a beginning of their own before what they are handed; what a bundle decodes are the maps of its sources. */
const isOwnWrapper = ({ text, isWhole, labels }: Value, { frame: { script } }: Site): boolean =>
  isMade(script.file.path) && !(labels & foreign) && !isWhole && /^\s*['"]use strict['"]/.test(text ?? '');

/** Text that is put together, run by a constructor that was reached by a detour or that is handed `require`. Constant text can be read by all. */
function noteBuilt(native: string, code: Value, givesRequire: boolean, { frame: { program, script }, node }: Site): void {
  if (code.isWhole || !program.isSettled || (code.text === undefined && !givesRequire && !native.endsWith('*'))) return;
  program.see('runs-built-text', script, node, { way: native.replace('*', ''), isDetour: native.endsWith('*'), givesRequire });
}

/** Libraries for requests hand on what they are given to timers too, functions most of all: only text from an address that is written out counts. */
const isFetchedText = ({ labels, host }: Value): boolean => (labels & foreign) !== 0 && host !== undefined;

function noteTimer(native: string, site: Site): void {
  const [code] = site.args;
  if (code && code.functions.length === 0 && code.natives.length === 0 && code.things.length === 0 && (code.labels & (label.decoded | label.chain) || isFetchedText(code) || code.text !== undefined)) noteCode(code, native, site);
}

const dataAddress = /^data:(?:text|application)\/(?:javascript|ecmascript|x-javascript)/i;

function noteLoading(native: string, site: Site): void {
  const { args: [path], frame: { program, script }, node } = site;
  if (!path) return;
  if (path.labels & label.written || (path.text && program.written.has(path.text))) program.see('starts-fetched-file', script, node, { way: native, ...(path.host ? { host: path.host } : {}) });
  else if (path.natives.includes(objectAddress)) noteCode(path, native, site);
  else if (path.text && dataAddress.test(path.text)) noteCode(path.isWhole ? { ...path, labels: path.labels | label.decoded } : path, native, site);
  else if (native === 'import' && hostIn(path.text) && path.labels & (label.decoded | foreign)) noteCode({ ...path, labels: path.labels | label.fetched }, native, site);
  if (path.text && path.isWhole && program.isDisguised(script, path.text)) program.see('loads-disguised-file', script, node, { way: native, target: path.text });
  if (path.text && watchers.test(path.text)) program.see('watches-person', script, node, { package: path.text });
}

/** Fetched modules are how WebAssembly works: only those from a hidden address or a chain count. */
function noteWebAssembly(site: Site): void {
  const [code] = site.args;
  if (code && code.labels & (label.hiddenAddress | label.chain | label.dns)) noteCode(code, 'WebAssembly', site);
}

function noteReading(native: string, { args: [path], frame: { program, script }, node }: Site): void {
  const labels = path ? deepLabels(path) : 0;
  const see = (kind: Kind): void => program.see(kind, script, node, path?.text ? { path: path.text } : {});
  if (labels & label.wallet) see('reads-wallets');
  // Tools that steer a browser read its settings one by one; who lists or copies its folders takes all.
  if (labels & label.browser && (labels & label.browserSecret || listsOrTests.test(native))) see('reads-browser-data');
  if (labels & label.keys) see('reads-keys');
}

function noteSending({ args, receiver, frame: { program, script }, node }: Site, messenger?: string): void {
  const labels = args.reduce((all, arg) => all | (arg.functions.length > 0 ? 0 : deepLabels(arg)), 0);
  const host = hostIn(args[0]?.text) ?? args.flatMap((arg) => deepTexts(arg, 1)).map(hostIn).find((one) => one !== undefined) ?? named(hostSetting(args)) ?? receiver.host;
  const isAddressHidden = args[0] !== undefined && (args[0].labels & label.decoded) !== 0;
  // A server on the same computer is one that the project started.
  if (own.test(host ?? hostSetting(args) ?? 'elsewhere.example')) return;
  const detail: Detail = { ...(host ? { host } : {}), ...(isAddressHidden ? { isAddressHidden } : {}), ...(messenger ? { way: messenger } : {}) };
  if (labels & label.environment) program.see('sends-environment', script, node, detail);
  // In what tools made, files of a home folder are told from others by their names only.
  if (labels & label.secretFile && (labels & secretLabels || !isMade(script.file.path))) program.see('sends-files', script, node, { ...detail, isSecret: (labels & secretLabels) !== 0 });
  if (labels & label.clipboard) program.see('reads-clipboard', script, node, { ...detail, isSent: true });
  // A program may keep keys on its own server; a host that is written out is another's.
  if (labels & label.walletKey && (messenger !== undefined || isAddressHidden || (host !== undefined && !own.test(host)))) program.see('sends-wallet-key', script, node, detail);
}

/** A host as it is written; with a gap it is none. */
const named = (host: string | undefined): string | undefined => (host !== undefined && /^[\w-]+(?:\.[\w-]+)+$/.test(host) ? host : undefined);

/** `{ host: 'localhost' }`, and the host behind the port of a socket. */
function hostSetting([first, second]: readonly Value[]): string | undefined {
  const setting = first?.things.map(({ members }) => members.get('hostname') ?? members.get('host')).find((cell) => cell?.value.isWhole);
  return setting ? setting.value.text : second?.isWhole && second.text === 'localhost' ? second.text : undefined;
}

const own = /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|\[?::1)|(?:^|\.)(?:local|internal|test)$|^[\w-]+$/;
/** Addresses of the usual chains, and patterns that find them. */
const walletAddress = /\b0x[\da-fA-F]{40}\b|\bbc1[a-z\d]{25,60}\b|['"]T[1-9A-HJ-NP-Za-km-z]{33}['"]|0x\[(?:a-fA-F0-9|0-9a-fA-F|\\da-f\w*)\]\{40\}/;

export function noteClipboardChange(native: string, { frame: { program, script }, node }: Site): void {
  program.see('changes-clipboard', script, node, { way: native.replace(/^npm:/, ''), ...(walletAddress.test(script.file.text) ? { source: 'wallet address' } : {}) });
}

/** `script.text = ...`, `script.src = ...`: an address that is merely configured is ordinary, one that was encoded is not. */
export function noteScriptText(node: Node, name: string | undefined, value: Value, frame: Frame): void {
  if (name === 'src' && value.labels & label.decoded) noteCode({ ...value, labels: value.labels | label.fetched | label.hiddenAddress }, 'script element', { frame, node });
  if (/^(?:text|textContent|innerHTML|innerText)$/.test(name ?? '')) noteCode(value, 'script element', { frame, node });
}
