import { isInstalled, isOwnInstall, namesPackage } from '../../utils/inspect/archive/installed-packages.ts';
import { limits } from '../../utils/inspect/limits.ts';
import type { Folder, FolderFile } from './work.ts';

/** What git keeps for itself, but for what runs or makes run, and its list of files. Samples of hooks do nothing. */
const isKeptByGit = (path: string) => /(?:^|\/)\.git\/(?!$|hooks\/(?!.*\.sample$)|config$|index$)/.test(path);
const isIndex = (path: string) => /^[^/]+\/\.git\/index$/.test(path);
const isInNodeModules = (path: string) => /\/node_modules\//.test(path);

/** Files of a folder, no more than are read. Installed packages have their own number: they must not push out what comes behind them. */
export class FoundFiles {
  /** Places that the browser could not read. */
  readonly unread: string[] = [];
  readonly #files: FolderFile[] = [];
  #index: File | undefined;
  #installed = 0;
  #names = 0;
  #isCut = false;
  #hasGit = false;

  /** Is a file or a folder (with a slash behind it) worth going to? Links can make a folder endless. */
  wants(path: string): boolean {
    this.#hasGit ||= /(?:^|\/)\.git\//.test(path);
    if (isKeptByGit(path)) return false;
    const isFull = ++this.#names > limits.entries || (isInstalled(path) ? this.#installed > limits.installedFiles : this.#files.length - this.#installed > limits.files);
    this.#isCut ||= isFull;
    return !isFull;
  }

  add(path: string, file: File): void {
    if (isIndex(path)) this.#index = file;
    if (/(?:^|\/)\.git\/index$/.test(path)) return;
    this.#files.push({ path, file });
    if (isInstalled(path)) this.#installed++;
  }

  async folder(): Promise<Folder> {
    const isOwn = this.#index !== undefined && isOwnInstall(await textOf(this.#index));
    const files = isOwn ? this.#files.filter(({ path }) => !isInNodeModules(path) || namesPackage(path)) : this.#files;
    return { files, unread: this.unread, isCut: this.#isCut, hasGit: this.#hasGit, hasOwnPackages: files.length < this.#files.length };
  }
}

/** A file that went away says nothing. */
const textOf = (file: File): Promise<string> => file.text().catch(() => 'node_modules/');
