import type { Entries, Take } from '../../utils/inspect/archive/entry.ts';
import type { Folder } from './work.ts';

/** Files a person chose or dropped, as entries of a project. */
export async function* folderEntries({ files, unread, isCut, hasGit, hasOwnPackages }: Folder): Entries {
  for (const { path, file } of files) {
    yield { name: path, kind: 'file', size: file.size, read: (take) => read(file, take) };
  }
  const top = files[0]?.path.split('/')[0] ?? '';
  for (const path of unread) yield { path, reason: 'unreadable' };
  if (hasGit) yield { path: `${top}/.git`, reason: 'kept by git' };
  if (hasOwnPackages) yield { path: `${top}/node_modules`, reason: 'installed packages' };
  if (isCut) yield { path: top, reason: 'too many files' };
}

async function read(file: File, take: Take): Promise<void> {
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!take(value)) return reader.cancel();
  }
}
