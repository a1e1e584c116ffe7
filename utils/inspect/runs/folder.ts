import type { Project, ProjectFile, Skipped } from '../project.ts';
import { linkedPaths } from '../linked-paths.ts';
import { lineIndexOf } from '../text-file.ts';
import type { LineIndex } from '../sighting.ts';
import { readJson, readToml, readYaml, type Document, type Path, type ReadDocument } from './document.ts';

/**
 * A project by paths, its files read as text when asked for, its configuration as data. What cannot be read is remembered, never thrown:
 * an attacker may break a file that an editor reads all the same.
 */
export interface Folder {
  readonly paths: readonly string[];
  /** Configuration files that were there and could not be read whole. */
  readonly faults: readonly Fault[];
  readonly has: (path: string) => boolean;
  /** Where a file lies that is seen through a link of the project; any other path as it is. */
  readonly real: (path: string) => string;
  /** Is it a folder in which something lies? */
  readonly hasFolder: (path: string) => boolean;
  /** Undefined if it is not there, was not read, or is longer than a person or a program would write. */
  readonly text: (path: string) => string | undefined;
  readonly json: (path: string) => Document | undefined;
  readonly yaml: (path: string) => Document | undefined;
  readonly toml: (path: string) => Document | undefined;
  /** Files of that name in lower case at any depth, outermost first; not those of installed packages. */
  readonly named: (...names: string[]) => readonly string[];
  /** Files right in a folder; '' is the project itself. */
  readonly inside: (folder: string) => readonly string[];
  /** Files below a folder at any depth, some at most: '' is everything. */
  readonly below: (folder: string, limit: number) => readonly string[];
  /** Is there a file of that name anywhere? */
  readonly hasName: (name: string) => boolean;
  /** Line of an offset in the text of a file, and the text of a line, both from 1. */
  readonly lineOf: (path: string, offset: number) => number;
  readonly line: (path: string, line: number) => string;
}
export interface Fault extends Skipped { readonly detail: string }

/** Bytes of a file read as configuration or for its imports. The largest hand-written ones are a few hundred thousand. */
const textLimit = 2_000_000;
/** Characters of one line that are looked at. */
const lineLimit = 5_000;

/** Folders of installed packages: what they would start was started when they were installed. */
const isInstalled = (path: string) => /(?:^|\/)(?:node_modules|bower_components|site-packages)\//.test(path);

export const parentOf = (path: string): string => path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export { resolvePath } from './resolve-path.ts';

export function openFolder(project: Project): Folder {
  const byPath = new Map(project.files.map((file) => [file.path, file]));
  const shown = linkedPaths(project);
  for (const [path, real] of shown) byPath.set(path, byPath.get(real)!);
  const paths = [...byPath.keys()];
  const byName = groupBy(paths.filter((path) => !isInstalled(path)), (path) => nameOf(path).toLowerCase());
  const byFolder = groupBy(paths, parentOf);
  const folders = foldersOf(paths);
  const sorted = [...paths].sort();
  const names = new Set(paths.map(nameOf));
  const indices = new Map<string, LineIndex>();
  const lines = new Map<string, readonly string[]>();
  const texts = new Map<string, string | undefined>();
  const documents = new Map<string, Document | undefined>();
  const faults: Fault[] = [];

  const text = (path: string) => remember(texts, path, () => decode(byPath.get(path)));
  const read = (path: string, readDocument: ReadDocument) => remember(documents, path, () => {
    const source = text(path);
    if (source === undefined) return undefined;
    const document = readSafely(source, readDocument);
    if (document.fault !== undefined) faults.push({ path, reason: 'unreadable', detail: document.fault });
    return document;
  });

  return {
    paths, faults, text,
    has: (path) => byPath.has(path),
    real: (path) => shown.get(path) ?? path,
    hasFolder: (path) => path === '' || folders.has(path),
    json: (path) => read(path, readJson),
    yaml: (path) => read(path, readYaml),
    toml: (path) => read(path, readToml),
    named: (...names) => names.flatMap((name) => byName.get(name.toLowerCase()) ?? []).sort((a, b) => depthOf(a) - depthOf(b)),
    inside: (folder) => byFolder.get(folder) ?? [],
    below: (folder, limit) => folder === '' ? paths.slice(0, limit) : belowIn(sorted, `${folder}/`, limit),
    hasName: (name) => names.has(name),
    lineOf: (path, offset) => remember(indices, path, () => lineIndexOf(text(path) ?? '')).lineOf(offset),
    line: (path, line) => remember(lines, path, () => (text(path) ?? '').split('\n'))[line - 1]?.slice(0, lineLimit) ?? '',
  };
}

function readSafely(source: string, readDocument: ReadDocument): Document {
  try {
    const document = readDocument(source);
    return { ...document, lineOf: (path) => lineSafely(document, path) };
  } catch (error) {
    // Parsers throw what they like: a fault, too many aliases, or the end of the stack.
    return { value: undefined, lineOf: () => 1, fault: (error as Error).message.split('\n')[0] ?? '' };
  }
}

/** A document may be read and its places not: keys without end, values that hold themselves. */
function lineSafely({ lineOf }: Document, path: Path): number {
  try {
    return lineOf(path);
  } catch {
    return 1;
  }
}

function decode(file: ProjectFile | undefined): string | undefined {
  const bytes = file?.bytes;
  if (!bytes || bytes.length > textLimit) return undefined;
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}

function remember<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as Value;
}

function groupBy(paths: readonly string[], keyOf: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const group = groups.get(keyOf(path));
    if (group) group.push(path);
    else groups.set(keyOf(path), [path]);
  }
  return groups;
}

/** Every folder that has something in it. Stops at one that is known, so deep nests cost no more than their depth. */
function foldersOf(paths: readonly string[]): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) for (let at = parentOf(path); at !== '' && !folders.has(at); at = parentOf(at)) folders.add(at);
  return folders;
}

function belowIn(sorted: readonly string[], prefix: string, limit: number): string[] {
  let low = 0;
  for (let high = sorted.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const some = sorted.slice(low, low + limit);
  return some.slice(0, some.findLastIndex((path) => path.startsWith(prefix)) + 1);
}

const depthOf = (path: string) => path.split('/').length;
