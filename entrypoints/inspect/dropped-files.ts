import { FoundFiles } from './found-files.ts';
import type { Work } from './work.ts';

export type Source = Pick<Work, 'name' | 'archive' | 'folder'>;

/** What a person dropped: a folder, or one archive. Undefined when it was neither. Call it in the event itself, where alone the entries live. */
export async function droppedSource({ items }: DataTransfer): Promise<Source | undefined> {
  const entries = Array.from(items).flatMap((item) => item.webkitGetAsEntry() ?? []);
  const [entry] = entries;
  // Not everything that can be dropped has an entry: a file out of another program's archive has none.
  const [file] = entry ? [] : Array.from(items).flatMap((item) => item.getAsFile() ?? []);
  if (!entry) return file && archiveSource(file);
  if (entries.length === 1 && entry.isFile) return archiveSource(await fileOf(entry as FileSystemFileEntry));
  const found = new FoundFiles();
  for (const one of entries) await gather(one, '', found);
  return { name: entry.name, folder: await found.folder() };
}

export const archiveSource = (file: File): Source => ({ name: file.name, archive: file });

/** Of `<input webkitdirectory>`: each path begins with the folder's own name. */
export async function chosenFolder(list: FileList): Promise<Source | undefined> {
  const files = Array.from(list).map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const [first] = files;
  if (!first) return undefined;
  const found = new FoundFiles();
  for (const { path, file } of files) if (found.wants(path)) found.add(path, file);
  return { name: first.path.split('/')[0]!, folder: await found.folder() };
}

async function gather(entry: FileSystemEntry, above: string, found: FoundFiles): Promise<void> {
  const path = `${above}${entry.name}`;
  if (!found.wants(entry.isFile ? path : `${path}/`)) return;
  try {
    if (entry.isFile) return found.add(path, await fileOf(entry as FileSystemFileEntry));
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    // A call gives a part, and nothing once all were given.
    for (;;) {
      const part = await new Promise<FileSystemEntry[]>((resolve, reject) => { reader.readEntries(resolve, reject); });
      if (part.length === 0) return;
      for (const one of part) await gather(one, `${path}/`, found);
    }
  } catch {
    // Not permitted, or gone meanwhile: no reason to leave out the others.
    found.unread.push(path);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => { entry.file(resolve, reject); });
