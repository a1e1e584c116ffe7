import type { Inspection } from '../../utils/inspect/inspection.ts';
import type { StarterWords } from './starter-words.ts';

/** What the page gives its worker and hears of it. The worker has neither the extension's API nor a document: it can only compute. */
export interface Work {
  readonly name: string;
  readonly archive?: Blob;
  readonly folder?: Folder;
  /** The pack in use as it came, and the bytes of its large lists by their SHA-256. */
  readonly pack: string;
  readonly lists: ReadonlyMap<string, ArrayBuffer>;
  /** Its words in the language of the interface, as JSON; left out: English. */
  readonly words?: string;
}

export interface FolderFile { readonly path: string; readonly file: File }
export interface Folder {
  readonly files: readonly FolderFile[];
  /** Places that the browser could not read. */
  readonly unread: readonly string[];
  /** There were more than are read. */
  readonly isCut: boolean;
  /** It holds what git keeps for itself. */
  readonly hasGit: boolean;
  /** It holds packages that the person installed, of which only the names are here. */
  readonly hasOwnPackages: boolean;
}

export interface Inspected {
  readonly inspection: Inspection;
  /** All files there are, looked into or not. */
  readonly paths: readonly string[];
  readonly starters: StarterWords;
  /** Why nothing or only a part of it was read, as a sentence that goes on from its name. */
  readonly unread?: string;
}

/** `reading` counts entries: how many there are is known at the end only. */
export type Progress = { readonly reading: number } | { readonly share: number };
export type Told = Progress | { readonly done: Inspected } | { readonly refused: string } | { readonly broken: string };
