import { limits } from '../limits.ts';
import type { Project } from '../project.ts';
import { isNestedArchive } from './archive-kind.ts';
import { entryPath, leadsOut } from './entry-path.ts';
import { ArchiveError, EntryFault, type Entries, type Entry } from './entry.ts';
import { FileStart } from './file-start.ts';
import { isInstalled } from './installed-packages.ts';
import { KeptFiles } from './kept-files.ts';
import { SkipList } from './skip-list.ts';
import { stripTopFolder } from './strip-top-folder.ts';

/** What macOS adds to archives beside the files. */
const isOfMac = (path: string) => /^__MACOSX\/|(?:^|\/)\.DS_Store$/.test(path);

/** Settings that start something by themselves or at a usual step: a mass of files in front must not push these out. */
const isSetting = (path: string) =>
  /(?:^|\/)(?:\.(?:vscode|devcontainer|idea|husky|git|githooks|cursor|claude|zed)\/.|(?:package\.json|\.npmrc|\.envrc|setup\.py|conftest\.py|pyproject\.toml|Makefile|\.devcontainer\.json)$)/.test(path);

export interface CollectOptions {
  /** Called with the number of entries that were seen. */
  readonly progress?: (entries: number) => void;
  readonly signal?: AbortSignal;
  /** The only folder at the top is part of the project. */
  readonly keepsTopFolder?: boolean;
  /** Opens an archive that lies in the project; without it such are only named. */
  readonly openNested?: (name: string, blob: Blob) => Promise<Entries>;
}

/**
 * A project of the entries of an archive, a folder or a host of code, within the limits, whatever the entries claim. Nothing of it can end the
 * reading of the others; only an archive of which nothing can be read is an error (ArchiveError).
 */
export async function collectProject(name: string, entries: Entries, options: CollectOptions = {}): Promise<Project> {
  const collection = new Collection(name, options);
  await collection.addAll(entries);
  const project = collection.project();
  return options.keepsTopFolder ? project : stripTopFolder(project);
}

class Collection {
  readonly skips = new SkipList();
  readonly #kept = new KeptFiles(this.skips);
  readonly #paths = new Set<string>();
  readonly #pathsInLowerCase = new Set<string>();
  #files = 0;
  #installedFiles = 0;
  #lateSettings = 0;
  #unpacked = 0;
  #seen = 0;
  /** The archive inside the archive whose entries are being read, with a slash behind it. */
  #inside = '';

  constructor(readonly name: string, readonly options: CollectOptions) {}

  async addAll(entries: Entries): Promise<void> {
    for await (const entry of entries) {
      this.options.signal?.throwIfAborted();
      if (++this.#seen > limits.entries) return this.skips.add(this.name, 'too many files');
      if ('reason' in entry) this.skips.add(entry.path, entry.reason);
      else await this.#add(entry);
      this.options.progress?.(this.#seen);
    }
  }

  async #add(entry: Entry): Promise<void> {
    const { path: inner, reason } = entryPath(entry.name);
    const path = `${this.#inside}${inner}`;
    if (reason) this.skips.add(path || entry.name, reason);
    if (entry.kind === 'folder' || inner === '' || isOfMac(inner)) return;
    if (entry.kind === 'other') return this.skips.add(path, 'unreadable');
    if (!this.#hasRoom(path)) return this.skips.add(path, 'too many files');
    this.#compareNames(path);
    if (entry.kind === 'link') await this.#addLink(path, entry);
    else await this.#addFile(path, entry);
  }

  project(): Project {
    return { name: this.name, files: this.#kept.list(), skipped: this.skips.list() };
  }

  #hasRoom = (path: string): boolean =>
    isInstalled(path) ? ++this.#installedFiles <= limits.installedFiles : ++this.#files <= limits.files || (isSetting(path) && ++this.#lateSettings <= limits.lateSettings);

  /** Both of two are looked at. Which one a person gets depends on the program that unpacks, and on the system. */
  #compareNames(path: string): void {
    const lower = path.toLowerCase();
    if (this.#paths.has(path)) this.skips.add(path, 'same name');
    else if (this.#pathsInLowerCase.has(lower)) this.skips.add(path, 'same name but for case');
    this.#paths.add(path);
    this.#pathsInLowerCase.add(lower);
  }

  async #addLink(path: string, entry: Entry): Promise<void> {
    const linksTo = entry.linksTo ?? new TextDecoder().decode((await this.#read(path, entry)).bytes());
    this.skips.add(path, leadsOut(path, linksTo) ? 'outside the folder' : 'link');
    this.#kept.add({ path, size: 0, linksTo: linksTo.slice(0, limits.pathLength) });
  }

  async #addFile(path: string, entry: Entry): Promise<void> {
    const { size, packed, isExecutable, barred } = entry;
    const file = { path, size, ...(isExecutable && { isExecutable }) };
    const bar = barred ?? (this.#unpacked > limits.unpacked ? 'too large' : undefined);
    if (bar) {
      this.skips.add(path, bar);
      return this.#kept.add(file);
    }
    if (packed !== undefined && size > limits.ratioFrom && size > packed * limits.ratio) this.skips.add(path, 'packed too tightly');
    const start = await this.#read(path, entry);
    if (start.isCut) this.skips.add(path, 'read in part');
    const isArchive = isNestedArchive(path, start.bytes(limits.start));
    // A script can begin as an archive does, and is one all the same.
    const bytes = isArchive ? start.bytes(start.isText ? limits.text : limits.start) : start.bytes();
    // What was claimed is not believed when more came.
    this.#kept.add({ ...file, size: Math.max(size, bytes.length), bytes });
    if (isArchive) await this.#addNested(path, start);
  }

  /** One level: whoever nests deeper does it to keep readers busy. */
  async #addNested(path: string, start: FileStart): Promise<void> {
    const { openNested } = this.options;
    if (this.#inside !== '' || !openNested || start.length > limits.nestedArchive) return this.skips.add(path, 'nested archive');
    this.#inside = `${path}/`;
    try {
      await this.addAll(await openNested(path, new Blob([start.bytes() as BlobPart])));
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      this.skips.add(path, 'nested archive');
    } finally {
      this.#inside = '';
    }
  }

  async #read(path: string, entry: Entry): Promise<FileStart> {
    const start = new FileStart(path, this.#inside === '' && this.options.openNested !== undefined);
    try {
      await entry.read(start.take);
    } catch (error) {
      // A fault of reading itself (a file that went away, a device) is no reason to leave out the others.
      this.skips.add(path, error instanceof EntryFault ? error.reason : 'unreadable');
    }
    this.#unpacked += start.length;
    return start;
  }
}
