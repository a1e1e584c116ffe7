import type { Detector, ProjectDetector } from '../../utils/inspect/sighting.ts';
import type { Project } from '../../utils/inspect/project.ts';
import { textFileOf } from '../../utils/inspect/text-file.ts';

/** A project of files written as text, or as bytes. */
export function projectOf(files: Readonly<Record<string, string | Uint8Array>>): Project {
  const encode = new TextEncoder();
  const entries = Object.entries(files).map(([path, content]) => {
    const bytes = typeof content === 'string' ? encode.encode(content) : content;
    return { path, size: bytes.length, bytes };
  });
  return { name: 'sample', files: entries, skipped: [] };
}

/** What a detector sees in a project, as "kind file:line". */
export function seenBy(detect: Detector, files: Readonly<Record<string, string | Uint8Array>>): string[] {
  const project = projectOf(files);
  const seen = project.files.flatMap((file) => {
    const text = textFileOf(file);
    return text ? detect(text, project) : [];
  });
  return seen.map(({ kind, file, line }) => `${kind} ${file}:${line}`).sort();
}

export const seenInProject = (detect: ProjectDetector, files: Readonly<Record<string, string | Uint8Array>>): string[] =>
  detect(projectOf(files)).map(({ kind, file, line }) => `${kind} ${file}:${line}`).sort();
