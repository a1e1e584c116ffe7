import type { Project } from '../project.ts';
import { archiveKind, archiveStart, isTarHeader, refusals } from './archive-kind.ts';
import { collectProject, type CollectOptions } from './collect-project.ts';
import { ArchiveError, EntryFault, type Entries } from './entry.ts';
import { tarEntries } from './tar-entries.ts';
import { peek, unpackStream } from './unpack-stream.ts';
import { zipEntries } from './zip-entries.ts';

/**
 * Reads an archive: .zip, .tar, .tar.gz (.tgz), or one file packed with gzip; told by its bytes. Throws ArchiveError with a sentence for people
 * when nothing of it can be read.
 */
export async function openArchive(name: string, blob: Blob, options: CollectOptions = {}): Promise<Project> {
  if (blob.size === 0) throw new ArchiveError('is empty.');
  const project = await collectProject(name, await archiveEntries(name, blob), { ...options, openNested: archiveEntries });
  if (project.files.length > 0) return project;
  throw new ArchiveError(project.skipped.length > 0 ? 'is damaged: no file could be found in it.' : 'holds no files.');
}

/** Entries of an archive, of a kind that its bytes tell. */
export async function archiveEntries(name: string, blob: Blob): Promise<Entries> {
  const kind = archiveKind(new Uint8Array(await blob.slice(0, archiveStart).arrayBuffer()));
  if (kind === 'tar') return tarEntries(name, blob.stream());
  if (kind === 'gzip') return gzipEntries(name, blob);
  // Programs that unpack themselves, and pictures with an archive behind them, begin with something else.
  if (kind === 'zip' || ((kind === undefined || kind === 'program') && /\.zip$/i.test(name))) return zipEntries(name, blob);
  if (kind !== undefined) throw new ArchiveError(refusals[kind]);
  throw new ArchiveError('is no archive that can be read here: name a folder, a .zip, a .tar or a .tar.gz.');
}

async function gzipEntries(name: string, blob: Blob): Promise<Entries> {
  const { start, whole } = await peek(unpackStream(blob), 512);
  if (start.length === 0) throw new ArchiveError('is damaged: nothing could be unpacked.');
  if (isTarHeader(start)) return tarEntries(name, whole);
  if (!/\.t(?:ar\.)?gz$/i.test(name)) return onlyEntry(name, whole);
  await whole.cancel().catch(() => {}); // it may have failed by itself
  throw new ArchiveError('is damaged: there is no .tar inside.');
}

/** A single packed file. */
async function* onlyEntry(name: string, bytes: ReadableStream<Uint8Array>): Entries {
  yield {
    name: (name.split(/[\\/]/).at(-1) ?? name).replace(/\.gz$/i, ''), kind: 'file', size: 0,
    async read(take) {
      const reader = bytes.getReader();
      try {
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          if (!take(value)) return await reader.cancel();
        }
      } catch (error) {
        throw error instanceof EntryFault ? error : new EntryFault('cut off');
      }
    },
  };
}
