import { callBack, invoke, newPromise, spread } from './call.ts';
import { concat } from './evaluate.ts';
import type { Site } from './frame.ts';
import { decodeCall, joinedText } from './method-text.ts';
import { hostIn } from './decode-text.ts';
import {
  chainQuestion, chains, connections, decoders, dnsTexts, drops, emitters, fetches, makesClient, notFetches, publishers, readsClipboard, readsFiles, listsOrTests, starts, writesFiles,
} from './natives.ts';
import { defineMember, readMember } from './member.ts';
import { startedProcess } from './note-start.ts';
import { secretLabels } from './secret-places.ts';
import { noteUpload, objectAddress } from './sinks.ts';
import {
  deepLabels, deepTexts, elementsOf, fewValues, join, joinAll, label, ofLabels, ofNative, ofThing, memberOf, unknown, type Value,
} from './value.ts';

/** Functions that hand their arguments on as they are, or as an object that holds them. */
const passes = /^(?:Object\.(?:assign|freeze|seal|fromEntries|create)|Promise\.(?:resolve|all|race|any|allSettled)|structuredClone|Array\.(?:from|of)|npm:util\.promisify|npm:p-\w+|String|npm:lodash\.\w+)$/;
/** Functions whose result carries all of an object, the whole environment included. */
const carries = /^(?:JSON\.stringify|Object\.(?:entries|keys|values|assign|fromEntries)|btoa|Buffer\.from|encodeURIComponent|escape|URLSearchParams|FormData|Blob|npm:(?:querystring|qs)\.\w+|npm:(?:crypto|crypto-js|zlib|form-data)\b.*|new)$/;
/** Words of a command, quoted and put one behind the other. */
const quotesWords = /^npm:(?:shell-quote\.quote|shell-escape|shell-words\.join|shlex\.join|command-join|any-shell-escape|puka\.quoteForShell)$/;
const disguise = /\.(?:woff2?|ttf|otf|eot|png|jpe?g|gif|ico|bmp|svg|webp|mp[34]|wav|pdf|dat|log)$/i;

/** What a thing of the language, of Node or of a package gives when it is called. */
export function callNative(native: string, site: Site): Value {
  const { args, frame: { program, script } } = site;
  const [first] = args;
  if (native === 'require' || native === 'import' || native === 'npm:module.createRequire()') return first?.text && first.isWhole ? program.importValue(script, first.text) : ofLabels(first?.labels ?? 0);
  if (native === 'npm:module.createRequire') return ofNative('require');
  if (native === 'Promise') return newPromise(site);
  if (native === 'Reflect.apply' || native === 'Reflect.construct') {
    return first ? invoke(first, { ...site, method: undefined, args: spread(args.at(native === 'Reflect.apply' ? 2 : 1)) }) : unknown;
  }
  if (native === 'Object.getPrototypeOf' || native === 'Reflect.getPrototypeOf') return prototypeOf(first);
  if (native === 'Reflect.get') return first ? readMember(first, args[1]?.isWhole ? args[1].text : undefined, program) : unknown;
  if (native === 'Object.defineProperty') return defineMember(args);
  if (native === 'URL.createObjectURL') return { ...ofLabels(allLabels(site)), natives: [objectAddress] };
  if (emitters.test(native)) return ofThing(program.thingOf(site.node, 'object'));
  if (starts.test(native)) return started(native, site);
  if (native === 'document.createElement') return first?.text?.toLowerCase() === 'script' ? ofNative('script element') : unknown;
  if (native === 'String.raw') return first ?? unknown;
  if (quotesWords.test(native) && first) return joinedText(first, ' ') ?? other(native, site);
  if (/^(?:AsyncFunction|Function)\*?$/.test(native)) return ofLabels(joinAll(args).labels);
  const decoded = decodeCall(native, args);
  if (decoded) return decoded;
  if (decoders.test(native)) return withCallbacks(ofLabels(allLabels(site) | label.decoded, joinAll(args).host), site);
  if (fetches.test(native) && !notFetches.test(native)) return fetched(native, site);
  return place(native, site) ?? file(native, site) ?? source(native, site) ?? other(native, site);
}

function started(native: string, site: Site): Value {
  const given = startedProcess(native, site);
  // A callback is given a fault first, then what the program said.
  for (const arg of site.args) for (const one of arg.functions) one.call([unknown, ofLabels(given.labels, given.host), ofLabels(given.labels, given.host)]);
  return given;
}

function prototypeOf(value: Value | undefined): Value {
  const node = value?.functions[0]?.node;
  if (!node) return value && value.natives.length > 0 ? ofNative('FunctionPrototype') : unknown;
  const isPlain = !('async' in node && node.async) && !('generator' in node && node.generator);
  return ofNative(isPlain ? 'FunctionPrototype' : 'AsyncFunctionPrototype');
}

const allLabels = ({ args, receiver }: Site, most?: number): number => args.reduce((labels, arg) => labels | deepLabels(arg, most), receiver.labels);

function withCallbacks(value: Value, site: Site): Value {
  const given = callBack(site.args, [value, value, value], { ...site, method: undefined });
  // jQuery and others take their listeners among the settings.
  for (const thing of site.args.flatMap((arg) => arg.things)) thing.members.get('success')?.value.functions.forEach((one) => one.call([value]));
  return join(value, ofLabels(given.value.labels & ~label.environment));
}

function fetched(native: string, site: Site): Value {
  const { args, frame, node } = site;
  const texts = args.flatMap((arg) => deepTexts(arg, 2));
  const url = args[0]?.text ?? texts.find((text) => hostIn(text));
  // The page's own server is the project itself.
  if (url && /^\.{0,2}\/(?!\/)/.test(url) && (native === 'fetch' || native.startsWith('$') || native.startsWith('jQuery'))) return withCallbacks(unknown, site);
  const address = joinAll(args.map((arg) => ofLabels(arg.labels | settingsAddress(arg))));
  const host = hostIn(url);
  // A constant beginning that names the host was not hidden, whatever follows it.
  const isHidden = (address.labels & label.decoded) !== 0 && !(host && args[0]?.text === url && args[0]?.isWhole === false);
  if (isHidden && host) frame.program.see('decodes-address', frame.script, node, { host, where: 'code', asked: true });
  const isChain = texts.some((text) => chainQuestion.test(text) || text.includes('"eth_call"'));
  const labels = label.fetched | (isHidden ? label.hiddenAddress : 0) | (isChain ? label.chain : 0);
  const answer = { ...ofLabels(labels, host ?? args.flatMap(({ things }) => things).map(({ members }) => (members.get('hostname') ?? members.get('host'))?.value).find((value) => value?.isWhole)?.text), natives: takesStreams.test(native) ? [`${native}()`] : [] };
  return withCallbacks(answer, site);
}

/** Requests that are written to after they were made. */
const takesStreams = /\.request$|^npm:got\.stream|^npm:(?:request|superagent|needle)(?:\.(?:post|put|patch))?$/;

const settingsAddress = (value: Value): number =>
  value.things.reduce((labels, thing) => ['url', 'uri', 'baseURL', 'host', 'hostname'].reduce((all, name) => all | (thing.members.get(name)?.value.labels ?? 0), labels), 0);

function place(native: string, { args }: Site): Value | undefined {
  if (/^npm:(?:os|os-homedir|home-dir|user-home|userhome)(?:\.homedir)?$/.test(native)) return ofLabels(label.home);
  if (/^npm:(?:path|upath|pathe)(?:\.(?:posix|win32))?\.(?:join|resolve|normalize)$/.test(native)) {
    return concat(args.flatMap((arg, index) => (index === 0 ? [arg] : [{ ...unknown, text: '/', isWhole: true }, arg])));
  }
  return undefined;
}

function file(native: string, site: Site): Value | undefined {
  const [first, second] = site.args;
  const { written } = site.frame.program;
  if (native === 'npm:fs.createWriteStream') return first ? fileThing(first, site) : unknown;
  if (writesFiles.test(native) && first && second) { markWritten(first, site.argNodes[0], second, site); return unknown; }
  if (native === 'npm:stream.pipeline' || native === 'npm:stream/promises.pipeline') { pipe(site.args[0], site.args.slice(1), site); return unknown; }
  if (!readsFiles.test(native) || !first) return undefined;
  const labels = deepLabels(first);
  const isSecret = (labels & (secretLabels | label.home)) !== 0;
  const isContent = !listsOrTests.test(native);
  if (isSecret && /\.(?:copy|cp)/.test(native) && site.argNodes[1]?.type === 'Identifier') site.frame.scope.find(site.argNodes[1].name)?.add(ofLabels(label.secretFile));
  const result = ofLabels((labels & ~label.environment) | (isContent ? label.fileText : 0) | (isSecret && isContent ? label.secretFile : 0)
    | (isContent && first.text && disguise.test(first.text) ? label.disguised : 0) | (isContent && first.text && written.has(first.text) ? label.fetched : 0));
  return withCallbacks(result, site);
}

function fileThing(path: Value, { frame, node, argNodes }: Site): Value {
  const thing = frame.program.thingOf(node, 'file');
  memberOf(thing, 'path').add(path);
  const [pathNode] = argNodes;
  if (pathNode?.type === 'Identifier') {
    const cell = frame.scope.find(pathNode.name);
    if (cell) thing.members.set('cell', cell);
  }
  return ofThing(thing);
}

/** `from.pipe(to)`: into a file, and so its path carries that on. */
export function pipe(from: Value | undefined, to: readonly Value[], site: Site): void {
  if (from) noteUpload(from, to, site);
  for (const thing of to.flatMap((value) => value.things)) {
    if (thing.kind !== 'file' || !from) continue;
    const path = thing.members.get('path')!.value;
    markWritten(path, undefined, from, site);
    if (isForeign(from)) thing.members.get('cell')?.add(ofLabels(label.written, from.host));
    // A packed copy of somebody's files is as private as they are.
    if (from.labels & label.secretFile) thing.members.get('cell')?.add(ofLabels(label.secretFile));
  }
}

const isForeign = ({ labels, host }: Value): boolean =>
  (labels & (label.fetched | label.decoded)) !== 0 && !(host && publishers.test(host));

/** A file that was written from the network: its path carries that on, by its name in the source and by its text. */
function markWritten(path: Value, pathNode: Site['argNodes'][number] | undefined, content: Value, { frame }: Site): void {
  if (!isForeign(content)) return;
  if (pathNode?.type === 'Identifier') frame.scope.find(pathNode.name)?.add(ofLabels(label.written, content.host));
  if (path.text && path.text.length > 5 && /\w\.?\w+$/.test(path.text.slice(-40))) frame.program.written.add(path.text);
}

function source(native: string, site: Site): Value | undefined {
  if (dnsTexts.test(native)) return withCallbacks(ofLabels(label.dns | label.fetched), site);
  if (chains.test(native)) return { ...withCallbacks(ofLabels(label.chain | label.fetched), site), natives: nameOfResult(native) };
  if (connections.test(native)) {
    if (/\.(?:on|once|addEventListener)$/.test(native)) callBack(site.args, [ofLabels(label.fetched)], { ...site, method: undefined });
    return { ...unknown, natives: nameOfResult(native) };
  }
  if (native.endsWith('.interceptors.response.use')) { callBack(site.args, [ofLabels(label.fetched)], { ...site, method: undefined }); return unknown; }
  if (readsClipboard.test(native) || native === 'navigator.clipboard.readText') return withCallbacks(ofLabels(label.clipboard), site);
  return undefined;
}

const deepest = 3;
/** "npm:web3" called is "npm:web3()": libraries are known by the path on which something was reached. */
const nameOfResult = (native: string): string[] => (native.split('()').length > deepest || native.length > 80 ? [] : [`${native}()`]);
const namesResults = /^(?:npm:|XMLHttpRequest$|WebSocket$|EventSource$|Web3$|TronWeb$|ethers\.|solanaWeb3\.)/;

function other(native: string, site: Site): Value {
  const { args, receiver } = site;
  if (drops.test(native)) return unknown;
  if (native.endsWith('.pipe')) { pipe(receiver, args, site); return unknown; }
  if (passes.test(native)) return native === 'String' ? args[0] ?? unknown : { ...joinAll(args.length > 0 ? args : [unknown]), labels: carries.test(native) ? allLabels(site) : joinAll(args).labels };
  if (/^Object\.(?:values|entries)$/.test(native) && args[0]) return { ...elementsOf(args[0]), labels: deepLabels(args[0]) };
  if (native === 'JSON.parse' || native === 'JSON.stringify' || carries.test(native)) return ofLabels(allLabels(site), joinAll(args).host);
  const client = makesClient.exec(`${native}()`)?.[1];
  if (client && !/^npm:(?:node-fetch|needle)$/.test(client)) return ofNative(client);
  const labels = ofLabels(allLabels(site, fewValues) & ~label.environment, receiver.host ?? joinAll(args).host);
  const result = withCallbacks(labels, site);
  return { ...result, natives: namesResults.test(native) ? nameOfResult(native) : [] };
}

