import type { Project, SkipReason } from '../project.ts';
import { archiveKind, archiveStart, reasonOf, refusals } from './archive-kind.ts';
import { ByteStream } from './byte-stream.ts';
import { ByteWindow } from './byte-window.ts';
import { collectProject, type CollectOptions } from './collect-project.ts';
import { ArchiveError, EntryFault, UnreadArchive, type Entries } from './entry.ts';
import { tarEntries } from './tar-entries.ts';
import { blockLength, isTarHeader } from './tar-header.ts';
import { unpackGzip } from './unpack-gzip.ts';
import { endsAsZip, zipEntries } from './zip-entries.ts';

/**
 * Reads an archive: .zip, .tar, .tar.gz (.tgz), or one file packed with gzip; told by its bytes. One that is locked, or of a kind that is not read, is a
 * project without files that says why. Throws ArchiveError with a sentence for people when it is none, or nothing is left of it.
 */
export async function openArchive(name: string, blob: Blob, options: CollectOptions = {}): Promise<Project> {
  if (blob.size === 0) throw new ArchiveError('is empty.');
  try {
    const project = await collectProject(name, await archiveEntries(name, blob), { ...options, openNested: archiveEntries });
    if (project.files.length > 0 || project.skipped.some(({ reason }) => reason === 'encrypted')) return project;
    throw new ArchiveError(project.skipped.length > 0 ? 'is damaged: no file could be found in it.' : 'holds no files.');
  } catch (error) {
    if (!(error instanceof UnreadArchive)) throw error;
    return { name, files: [], skipped: [{ path: name, reason: error.reason }], refusal: error.message };
  }
}

/** Entries of an archive, of a kind that its bytes tell. */
export async function archiveEntries(name: string, blob: Blob): Promise<Entries> {
  const kind = archiveKind(new Uint8Array(await blob.slice(0, archiveStart).arrayBuffer()));
  // Programs that unpack themselves, and pictures with an archive behind them, begin with something else.
  if (kind === 'zip' || ((kind === undefined || kind === 'program') && /\.zip$/i.test(name))) return zipEntries(name, blob);
  if (kind === undefined) throw new ArchiveError('is no archive that can be read here: name a folder, a .zip, a .tar or a .tar.gz.');
  const isBoth = await endsAsZip(blob);
  if (kind === 'tar' || kind === 'gzip') {
    const entries = kind === 'tar' ? tarEntries(name, new ByteWindow(blob).pieces()) : gzipEntries(name, blob);
    return isBoth ? bothReadings(name, entries, zipEntries(name, blob)) : entries;
  }
  if (isBoth) return bothReadings(name, notRead(name, reasonOf(kind)), zipEntries(name, blob));
  throw new UnreadArchive(reasonOf(kind), refusals[kind]);
}

async function* notRead(path: string, reason: SkipReason): Entries {
  yield { path, reason };
}

/** Programs that go by the first bytes see one archive, and those that go by the last another. */
async function* bothReadings(name: string, ...readings: readonly Entries[]): Entries {
  yield { path: name, reason: 'two readings' };
  for (const entries of readings) yield* entries;
}

async function* gzipEntries(name: string, blob: Blob): Entries {
  // Looked at in a run of its own, for what is unpacked is given once.
  const start = await startOf(blob);
  if (start.length === 0) throw new ArchiveError('is damaged: nothing could be unpacked.');
  if (isTarHeader(start)) yield* tarEntries(name, unpackGzip(blob));
  else if (/\.t(?:ar\.)?gz$/i.test(name)) throw new ArchiveError('is damaged: there is no .tar inside.');
  else yield* onlyEntry(name, blob);
}

async function startOf(blob: Blob): Promise<Uint8Array> {
  const stream = new ByteStream(unpackGzip(blob));
  const start = await stream.read(blockLength).catch(() => new Uint8Array(0));
  await stream.end();
  return start;
}

/** A single packed file. */
async function* onlyEntry(name: string, blob: Blob): Entries {
  yield {
    name: (name.split(/[\\/]/).at(-1) ?? name).replace(/\.gz$/i, ''), kind: 'file', size: 0,
    async read(take) {
      try {
        for await (const bytes of unpackGzip(blob)) if (!take(bytes)) return;
      } catch (error) {
        throw error instanceof EntryFault ? error : new EntryFault('cut off');
      }
    },
  };
}
