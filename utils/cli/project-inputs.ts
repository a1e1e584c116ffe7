import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import * as z from 'zod/mini';
import { openArchive } from '../inspect/archive/open-archive.ts';
import type { Project } from '../inspect/project.ts';
import { splitLines } from '../mail/byte-lines.ts';
import { describeFaults, type InputId } from './facts-line.ts';
import { beginsAsText, withStart } from './first-bytes.ts';
import { archiveLimit, readArchive, readProject, sentenceOf } from './read-project.ts';

/** A project to look into. `place` is where it is named: the path, or the line. `read` throws an error whose message goes on from it. */
export interface ProjectInput {
  readonly id: InputId;
  readonly place: string;
  readonly read: () => Promise<Project>;
}
type Bytes = AsyncIterable<Uint8Array>;

/** Longest line: an archive of the largest size in base64 (four characters for three bytes), and room for its name. */
const lineLimit = Math.ceil((archiveLimit / 3) * 4) + 10_000;

const Line = z.strictObject({
  id: z.optional(z.nullable(z.union([z.string(), z.number()]))),
  path: z.optional(z.string()),
  archive: z.optional(z.string()),
  name: z.optional(z.string()),
});

/** The projects that a word of the command line names: a folder or an archive, JSON lines in a file, and either of both on the standard input. */
export async function* projectInputs(path: string): AsyncGenerator<ProjectInput> {
  if (/\.jsonl$/i.test(path)) return yield* inputsOfFile(path);
  if (path !== '-') return yield { id: path, place: path, read: () => readProject(path) };
  const { start, bytes } = await withStart(process.stdin);
  if (beginsAsText(start)) yield* inputsOfLines(path, bytes);
  else yield { id: path, place: path, read: () => readArchive('standard input', bytes) };
}

async function* inputsOfFile(path: string): AsyncGenerator<ProjectInput> {
  try {
    yield* inputsOfLines(path, createReadStream(path));
  } catch (error) {
    yield refused(path, sentenceOf(error as NodeJS.ErrnoException));
  }
}

async function* inputsOfLines(path: string, bytes: Bytes): AsyncGenerator<ProjectInput> {
  const decoder = new TextDecoder();
  let number = 0;
  for await (const lines of splitLines(bytes, lineLimit)) {
    for (const { bytes: line, cut } of lines) {
      const place = `${path}:${++number}`;
      const text = decoder.decode(line).trim();
      if (cut) yield refused(place, `is longer than ${lineLimit} bytes: write the archive to a file and name its path.`);
      else if (text) yield inputOfLine(place, text);
    }
  }
}

const refused = (place: string, reason: string, id: InputId = place): ProjectInput => ({ id, place, read: () => Promise.reject(new Error(reason)) });

function inputOfLine(place: string, text: string): ProjectInput {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return refused(place, `is no JSON: ${(error as Error).message}`);
  }
  const parsed = Line.safeParse(value);
  if (!parsed.success) return refused(place, describeFaults(parsed.error.issues));
  const { path, archive, name = 'archive' } = parsed.data;
  const id = parsed.data.id ?? place;
  if ((path === undefined) === (archive === undefined)) return refused(place, 'needs one of path (a folder or an archive on this machine) and archive (its bytes in base64).', id);
  return { id, place, read: () => (path === undefined ? openArchive(name, new Blob([Buffer.from(archive!, 'base64')])) : readProject(path)) };
}
