import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Moment } from '../../../utils/inspect/run.ts';
import { collectProject } from '../../../utils/inspect/archive/collect-project.ts';
import type { Entry } from '../../../utils/inspect/archive/entry.ts';
import type { Project } from '../../../utils/inspect/project.ts';

/** Text of a file, or its bytes; null takes a file of the template away. */
type Content = string | { readonly base64: string } | null;
type Files = Readonly<Record<string, Content>>;

/** A project as it is kept: what it changes of a template. No file of it lies in a folder of this repository under its own name. */
interface Kept {
  readonly description: string;
  readonly template: string;
  readonly files: Files;
  /** Files where the harm is, of a malicious one. */
  readonly harm?: readonly string[];
  /** When it happens, of a malicious one. */
  readonly moments?: readonly Moment[];
}

export interface WrittenProject extends Omit<Kept, 'files' | 'template'> { readonly id: string; readonly project: Project }

const root = fileURLToPath(new URL('../../../tests/projects/', import.meta.url));
const readJson = <Json,>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as Json;
const namesIn = (folder: string) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.json')).sort().map((name) => basename(name, '.json'));

/** Projects of a folder of tests/projects, on their templates, read within the limits that hold for archives. */
export async function writtenProjects(folder: string): Promise<WrittenProject[]> {
  return Promise.all(namesIn(folder).map(async (id) => {
    const { template, files, ...kept } = readJson<Kept>(`${folder}/${id}.json`);
    const project = await projectOf(id, { ...readJson<Files>(`templates/${template}.json`), ...files });
    const absent = kept.harm?.filter((path) => !project.files.some((file) => file.path === path)) ?? [];
    if (absent.length > 0) throw new Error(`The project ${folder}/${id}.json names as harmful what it does not hold: ${absent.join(', ')}. Name one of its files.`);
    return { id, ...kept, project };
  }));
}

/** The templates themselves. */
export const plainTemplates = (): Promise<WrittenProject[]> => Promise.all(namesIn('templates').map(async (id) =>
  ({ id: `template-${id}`, description: 'A template as it is.', project: await projectOf(id, readJson<Files>(`templates/${id}.json`)) })));

const projectOf = (name: string, files: Files): Promise<Project> => collectProject(name, entriesOf(files), { keepsTopFolder: true });

async function* entriesOf(files: Files): AsyncGenerator<Entry> {
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(Buffer.from(content.base64, 'base64'));
    yield { name, kind: 'file', size: bytes.length, isExecutable: /\.sh$|\/hooks\//.test(name), read: async (take) => { take(bytes); } };
  }
}
