import { callers, listeners } from './callback-names.ts';
import * as natives from './python-natives.ts';
import { lastingCalls } from './lasting-places.ts';
import * as paths from './path-names.ts';

const patterns: readonly RegExp[] = [
  natives.evaluators, natives.importers, natives.yamlReaders, natives.deserialisers, natives.templates, natives.starts, ...natives.fileLoaders.map(([pattern]) => pattern),
  natives.sends, natives.readsPath, natives.readsBrowsers, natives.asksKeyRing, natives.fedPrograms, natives.readsClipboard, natives.watchesKeys, natives.watchesScreen, natives.machineMemory,
  natives.fetches, natives.chains, natives.downloads, natives.decoders, natives.unpackers, natives.modulePlaces, natives.homes, natives.opens, natives.lists,
  paths.writer, paths.copier, paths.extracter, paths.joiner, callers, listeners, ...lastingCalls,
  /^(?:zipfile|tarfile|py7zr|rarfile)\./, /^(?:getattr|chr|int|map|reversed|bytes|bytearray|codecs\.(?:decode|encode)|os\.(?:getenv|environ\.get|dup2)|ctypes\.CFUNCTYPE\(\)|dotenv\.dotenv_values)$/, natives.asks,
];

const known = new Map<string, boolean>();
/** Names of a hostile project may be without end. */
const mostKept = 50_000;

/** Whether a call by this name says anything; most do not, and are asked for in each round again. */
export function isKnownName(name: string): boolean {
  let is = known.get(name);
  if (is === undefined) {
    if (known.size > mostKept) known.clear();
    known.set(name, (is = patterns.some((pattern) => pattern.test(name))));
  }
  return is;
}

const dropped = new Map<string, boolean>();
/** Whether what a call answers carries nothing of what it was given. */
export function dropsAll(name: string): boolean {
  let is = dropped.get(name);
  if (is === undefined) {
    if (dropped.size > mostKept) dropped.clear();
    dropped.set(name, (is = natives.drops.test(name)));
  }
  return is;
}
