import type { Given } from './call.ts';
import { allGiven } from './call.ts';
import { gap } from './fold-text.ts';
import type { Frame } from './frame.ts';
import { copier, extracter, writer } from './path-names.ts';
import * as natives from './python-natives.ts';
import { label, nothing, ofLabels, secrets, type Value } from './python-value.ts';
import { isDisguise } from '../runs/command-traits.ts';

/** Settings of a project that hold its secrets. */
const secretSettings = /(?:^|[\\/])\.env(?:\.(?:local|production|development|prod))?$/;
/** Endings of files that no program is read from, besides those that any command shows. */
const oddCode = /\.(?:bin|dat|db|sqlite3?|json|ya?ml|xml|html?|cache|tmp|bak|enc|data|pkl|pyc|icc|plist)$/i;

/** Endings that say little of what is stored: objects lie there too. */
const plainData = /\.(?:dat|lock|map|log|txt|csv|md)$/i;

/** A file takes along where it lies; listings of a person's own folders count as their files. */
export const openedFile = (path: Value, frame: Frame): Value => ({ ...contentAt(path), ...(isWritten(path, frame) && { labels: label.written }) });

const contentAt = ({ text, keys, labels }: Value): Value => ({
  ...nothing, text: undefined, keys: text !== undefined && text.replaceAll(gap, '').length > 3 ? [...keys, text] : keys,
  labels: label.fileText | (labels & (secrets | label.secretFile | label.written | label.atPython | label.atShell | label.atLogin))
    | (text !== undefined && isDisguise(text) && !plainData.test(text) ? label.disguised : text !== undefined && (oddCode.test(text) || plainData.test(text)) && !/version|about|meta/i.test(text) ? label.encoded : 0)
    | (text !== undefined && secretSettings.test(text) ? label.environment : 0),
});

/** Follows what came from the network into files and folders, and back out of them. Undefined: the call has nothing to do with it. */
export function rememberFiles(name: string, receiver: Value | undefined, given: Given, frame: Frame): Value | undefined {
  const { plain: [first = nothing, second = nothing], named } = given;
  const { unpacked } = frame.analysis;
  if (natives.downloads.test(name)) {
    const path = named.get('filename') ?? named.get('out') ?? named.get('output') ?? second;
    remember(path, frame);
    return { ...ofLabels(label.written), text: path.text };
  }
  if (writer.test(name) && allGiven(given).labels & label.fetched) {
    const path = name === 'shutil.copyfileobj' ? second : name === 'os.write' ? first : receiver ?? nothing;
    remember(path, frame, true);
  }
  if (copier.test(name) && isWritten(first, frame)) remember(second, frame);
  if (extracter.test(name)) {
    const [source, to] = name === 'shutil.unpack_archive' ? [first, second] : [receiver ?? nothing, named.get('path') ?? first];
    if (source.labels & label.fetched || isWritten(source, frame)) [...to.keys, ...(to.text && to.text.replaceAll(gap, '').length > 3 ? [to.text] : [])].forEach((key) => unpacked.add(key));
  }
  if (/^(?:zipfile|tarfile|py7zr|rarfile)\./.test(name) && isWritten(first, frame)) return { ...ofLabels(label.fetched), keys: first.keys };
  return natives.lists.test(name) && (allGiven(given).labels | (receiver?.labels ?? 0)) & label.home ? ofLabels(label.secretFile) : undefined;
}

/** Remembers a path as holding something from the network; a file that is written to keeps the places of its path. */
export function remember(path: Value, { analysis: { written } }: Frame, isFile = false): void {
  if (!isFile && path.text !== undefined && path.text.replaceAll(gap, '').length > 3) written.add(path.text);
  path.keys.forEach((key) => written.add(key));
}

/** Whether a path holds what came from the network, or lies in a folder into which it was unpacked. */
export function isWritten({ labels, keys, within = [], text }: Value, { analysis: { written, unpacked } }: Frame): boolean {
  return (labels & label.written) !== 0 || keys.some((key) => written.has(key) || unpacked.has(key)) || within.some((key) => unpacked.has(key))
    || (text !== undefined && (written.has(text) || [...unpacked].some((folder) => text.startsWith(`${folder}/`))));
}
